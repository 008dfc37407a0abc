import type { SimulatorOptions } from '../simulator-options.js';
import { Consents } from './consents.js';
import { Events } from './events.js';
import { LoginCodes } from './login-codes.js';
import { Messages } from './messages.js';
import { People } from './people.js';
import { Quotas } from './quotas.js';
import { StateDatabase } from './state-database.js';
import { Tokens } from './tokens.js';

/** All that the simulator remembers. */
export class State {
  readonly db: StateDatabase;
  readonly people: People;
  readonly loginCodes: LoginCodes;
  readonly tokens: Tokens;
  readonly consents: Consents;
  readonly messages: Messages;
  readonly events: Events;
  readonly quotas: Quotas;

  constructor(options: Pick<SimulatorOptions, 'dataFile' | 'apps'>, now: () => number) {
    this.db = new StateDatabase(options.dataFile);
    this.people = new People(
      this.db,
      options.apps.map((app) => app.appId),
      now,
    );
    this.loginCodes = new LoginCodes(this.db, now);
    this.tokens = new Tokens(this.db, now);
    this.consents = new Consents(this.db);
    this.messages = new Messages(this.db, now);
    this.events = new Events(this.db, now);
    this.quotas = new Quotas(this.db, now);
    this.people.seed();
  }

  /** Back to the beginning: only the demo people, no message, no consent. */
  reset(): void {
    this.db.clear();
    this.people.seed();
  }
}
