import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context.js';
import type { FaultTarget } from '../faults.js';
import { phoneNumber } from './phone-number.js';
import { REFUSALS } from './refusal.js';
import { send } from './send.js';
import { session } from './session.js';
import { sendTemplate } from './send-template.js';
import { stableToken } from './stable-token.js';
import { userInfo } from './user-info.js';
import { answerWithFaults, sendAnswer } from './with-fault.js';

type Query = Readonly<Record<string, unknown>>;

/** The part of api.weixin.qq.com that is simulated. */
export function apiRoutes(app: FastifyInstance, context: SimulatorContext): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.get('/sns/jscode2session', (request, reply) =>
    answerWithFaults(context, 'session', reply, () => session(context, request.query as Query)),
  );
  post('/cgi-bin/stable_token', (request, reply) =>
    answerWithFaults(context, 'token', reply, () => stableToken(context, text(request.body))),
  );
  app.get('/cgi-bin/user/info', (request, reply) =>
    answerWithFaults(context, 'user_info', reply, () => userInfo(context, request.query as Query)),
  );
  postWithToken('/cgi-bin/message/subscribe/send', 'send', send);
  postWithToken('/cgi-bin/message/template/send', 'template', sendTemplate);
  postWithToken('/wxa/business/getuserphonenumber', 'phone', phoneNumber);

  function postWithToken(url: string, target: FaultTarget, answer: typeof send): void {
    post(url, (request, reply) => {
      const { access_token: token } = request.query as Query;
      return answerWithFaults(context, target, reply, () => answer(context, token, text(request.body)));
    });
  }

  /** A POST route that answers a GET as WeChat does, not with 404. */
  function post(
    url: string,
    handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ) {
    app.post(url, handler);
    app.get(url, (_request, reply) => sendAnswer(reply, REFUSALS.postRequired, context.now()));
  }
}

function text(body: unknown): string {
  return typeof body === 'string' ? body : '';
}
