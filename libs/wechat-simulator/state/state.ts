import type { SimulatorOptions } from '../simulator-options.js';
import { Codes } from './codes.js';
import { Consents } from './consents.js';
import { ClientMessages } from './client-messages.js';
import { Events } from './events.js';
import { Followers } from './followers.js';
import { Messages } from './messages.js';
import { People } from './people.js';
import { Quotas } from './quotas.js';
import { StateDatabase } from './state-database.js';
import { Tokens } from './tokens.js';

/** All that the simulator remembers. */
export class State {
  readonly db: StateDatabase;
  readonly people: People;
  readonly loginCodes: Codes;
  readonly phoneCodes: Codes;
  readonly followers: Followers;
  readonly clientMessages: ClientMessages;
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
    this.loginCodes = new Codes(this.db, now, 'login_codes');
    this.phoneCodes = new Codes(this.db, now, 'phone_codes');
    this.followers = new Followers(this.db, now);
    this.clientMessages = new ClientMessages(this.db, now);
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
