import fastify, { type FastifyInstance } from 'fastify';
import { apiRoutes } from './api/api.routes.js';
import { PushDelivery } from './callbacks/push-delivery.js';
import { checkOptions } from './check-options.js';
import type { SimulatorContext } from './context.js';
import { consentsControl } from './control/consents.control.js';
import { contactsControl } from './control/contacts.control.js';
import { faultsControl } from './control/faults.control.js';
import { messagesControl } from './control/messages.control.js';
import { peopleControl } from './control/people.control.js';
import { Faults } from './faults.js';
import { LiveUpdates } from './live-updates.js';
import { assetRoutes } from './pages/assets.js';
import { pageRoutes } from './pages/page.routes.js';
import { Platform } from './platform/platform.js';
import { Problem } from './problem.js';
import type { Simulator, SimulatorOptions } from './simulator-options.js';
import { State } from './state/state.js';

const BODY_BYTES = 256 * 1024;

/**
 * Makes a stand-in for api.weixin.qq.com with virtual phones; see README.md for its routes.
 *
 * @throws Error when the options are contradictory or the data file cannot be opened
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  checkOptions(options);
  const context = createContext(options);
  const server = createServer(context);
  let url: string | undefined;
  return {
    async listen() {
      url = await server.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
      context.deliveries.start();
      return url;
    },
    async close() {
      await context.deliveries.stop();
      context.live.close();
      await server.close();
      context.state.db.close();
    },
    get url() {
      if (url === undefined) throw new Error('the simulator does not listen yet');
      return url;
    },
    settled: () => context.deliveries.settled(),
  };
}

function createContext(options: SimulatorOptions): SimulatorContext {
  const now = options.now ?? Date.now;
  const apps = new Map(options.apps.map((app) => [app.appId, app]));
  const state = new State(options, now);
  const faults = new Faults();
  const live = new LiveUpdates();
  const deliveries = new PushDelivery({
    apps,
    events: state.events,
    now,
    retryDelaysMs: options.callbackRetryDelaysMs ?? [2_000, 10_000, 30_000],
    timeoutMs: options.callbackTimeoutMs ?? 5_000,
  });
  const platform = new Platform(state, apps, deliveries, live, faults);
  return { options, apps, state, platform, deliveries, faults, live, now };
}

function createServer(context: SimulatorContext): FastifyInstance {
  // Closing must not wait for a browser that keeps a live page open, or for a call that is left hanging.
  const server = fastify({ bodyLimit: BODY_BYTES, forceCloseConnections: true });
  server.addHook('onRequest', async (request) => {
    const { origin, host } = request.headers;
    if (request.method === 'GET' || origin === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) {
      throw new Problem(403, '只接受模拟器自己的页面发来的请求。');
    }
  });
  // Each part in a scope of its own: they parse bodies and report errors differently.
  server.register(async (scope) => apiRoutes(scope, context));
  server.register(async (scope) => pageRoutes(scope, context));
  server.register(async (scope) => assetRoutes(scope));
  server.register(async (scope) => {
    peopleControl(scope, context);
    consentsControl(scope, context);
    contactsControl(scope, context);
    messagesControl(scope, context);
    faultsControl(scope, context);
  });
  return server;
}
