import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { getPhone } from '../lookup.js';
import { Problem } from '../problem.js';
import { openid } from './schemas.js';

const follow = {
  type: 'object',
  required: ['openid', 'follows'],
  properties: { openid, follows: { type: 'boolean' } },
};

const phoneCode = { type: 'object', required: ['openid'], properties: { openid } };

/** Following official accounts, and the phone-number button of mini programs. */
export function contactsControl(server: FastifyInstance, context: SimulatorContext): void {
  const { state, platform } = context;

  server.post<{ Body: { openid: string; follows: boolean } }>(
    '/_sim/follows',
    { schema: { body: follow } },
    ({ body }) => {
      const { identity, app } = getPhone(context, body.openid);
      if (app.kind !== 'official_account') throw new Problem(400, '只有公众号可以关注，请检查 openid。');
      platform.follow(identity, body.follows);
      return {};
    },
  );

  server.post<{ Body: { openid: string } }>(
    '/_sim/phone-codes',
    { schema: { body: phoneCode } },
    ({ body }) => ({ code: state.phoneCodes.issue(getPhone(context, body.openid).identity.openid) }),
  );
}
