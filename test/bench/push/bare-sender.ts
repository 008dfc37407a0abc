import { Pool } from 'undici';
import { AppConfig } from '../../../src/config/app-config.js';

/**
 * Sends one message to each person with nothing but an HTTP client, as many at a time as the worker does.
 * Arguments: address of the simulator, calls at a time. Openids come in by standard input, one a line. Prints
 * messages per second.
 */
const [url = '', concurrency = '256'] = process.argv.slice(2);
const config = new AppConfig();
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const openIds = Buffer.concat(chunks).toString().split('\n').filter(Boolean);
const pool = new Pool(url, { connections: Number(concurrency) });

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.body.json()) as Record<string, unknown>;
}

const { access_token: token } = await post('/cgi-bin/stable_token', {
  grant_type: 'client_credential',
  appid: config.wechatAppId,
  secret: config.wechatAppSecret,
});
const data = Object.fromEntries(
  config.wechatTemplateKeys.map((key) => [key, { value: '返乡创业一次性奖补' }]),
);
let next = 0;
async function lane(): Promise<void> {
  for (;;) {
    const touser = openIds[next++];
    if (touser === undefined) return;
    const message = { touser, template_id: config.wechatTemplateId, page: 'pages/bench/bench', data };
    const answer = await post(`/cgi-bin/message/subscribe/send?access_token=${String(token)}`, message);
    if (answer.errcode !== 0) throw new Error(JSON.stringify(answer));
  }
}
const started = performance.now();
await Promise.all(Array.from({ length: Number(concurrency) }, lane));
process.stdout.write(`${openIds.length / ((performance.now() - started) / 1000)}\n`);
await pool.close();
