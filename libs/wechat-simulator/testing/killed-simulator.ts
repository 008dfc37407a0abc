// A process for a test to kill: it accepts a message and cannot push the event, because the address it was given
// first refuses connections and the next try is an hour away. Arguments: data file, callback address.
import { Fixture, optionsWith } from './fixture.js';

const [, , dataFile = '', url = ''] = process.argv;
const nobody = new URL(url);
nobody.port = '1';
const callback = { url: nobody.href, token: 't', mode: 'plain', format: 'json' } as const;
const anHour = 3_600_000;
// Started in the past, so that the repetition is due by the time another process takes over.
const options = optionsWith(
  { dataFile, callbackRetryDelaysMs: [anHour, anHour, anHour], now: () => Date.now() - 2 * anHour },
  callback,
);
const sim = await Fixture.start(options);
const openid = await sim.accept();
const { msgId } = await sim.send(openid);
process.stdout.write(JSON.stringify({ openid, msgId }));
