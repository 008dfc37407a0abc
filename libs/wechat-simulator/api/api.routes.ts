import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorContext } from '../context.js';
import { REFUSALS } from './refusal.js';
import { send } from './send.js';
import { session } from './session.js';
import { stableToken } from './stable-token.js';
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
  post('/cgi-bin/message/subscribe/send', (request, reply) => {
    const { access_token: token } = request.query as Query;
    return answerWithFaults(context, 'send', reply, () => send(context, token, text(request.body)));
  });

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
