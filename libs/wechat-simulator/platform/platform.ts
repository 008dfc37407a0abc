import type { PushDelivery } from '../callbacks/push-delivery.js';
import type { Faults } from '../faults.js';
import type { LiveUpdates } from '../live-updates.js';
import type { SimulatorApp, SimulatorTemplate } from '../simulator-options.js';
import type { Identity } from '../state/people.js';
import type { State } from '../state/state.js';

/** How a person answers for one template. */
export type ConsentAnswer = 'accept' | 'reject';

/** A message that passed every check but consent. */
export interface CheckedMessage {
  app: SimulatorApp;
  openid: string;
  template: SimulatorTemplate;
  page: string | null;
  data: Record<string, string>;
}

/** A template message of an official account that passed every check. */
export interface CheckedTemplateMessage {
  app: SimulatorApp;
  openid: string;
  template: SimulatorTemplate;
  url: string | null;
  data: Record<string, string>;
  clientMessageId: string | undefined;
}

/** What happens inside WeChat: each deed and the event it causes are one transaction. */
export class Platform {
  constructor(
    private readonly state: State,
    private readonly apps: ReadonlyMap<string, SimulatorApp>,
    private readonly deliveries: PushDelivery,
    private readonly live: LiveUpdates,
    private readonly faults: Faults,
  ) {}

  /** The person answered a consent request; pushes `subscribe_msg_popup_event`. */
  answerConsent({ openid, appId }: Identity, answers: ReadonlyMap<SimulatorTemplate, ConsentAnswer>): void {
    this.#commit(appId, openid, () => {
      for (const [template, answer] of answers) {
        if (answer === 'accept') this.state.consents.grant(openid, template.id, template.kind);
      }
      const items = [...answers].map(([template, answer]) => ({
        TemplateId: template.id,
        SubscribeStatusString: answer,
        PopupScene: '0',
      }));
      return ['subscribe_msg_popup_event', items];
    });
  }

  /** The person used the switch in the settings; pushes `subscribe_msg_change_event` when turned off. */
  switchTemplate({ openid, appId }: Identity, template: SimulatorTemplate, on: boolean): void {
    this.#commit(appId, openid, () => {
      this.state.consents.switch(openid, template.id, on);
      // WeChat pushes refusals only.
      const item = { TemplateId: template.id, SubscribeStatusString: 'reject' };
      return on ? undefined : ['subscribe_msg_change_event', [item]];
    });
  }

  /** Puts a message on the phone; pushes `subscribe_msg_sent_event`. @returns its number, or undefined without consent */
  deliver({ app, openid, template, page, data }: CheckedMessage): string | undefined {
    let msgId: string | undefined;
    this.#commit(app.appId, openid, () => {
      if (!this.state.consents.spend(openid, template.id)) return undefined;
      const failure = this.faults.take('sent_event');
      msgId = this.state.messages.add(openid, template.id, page, data, failure === undefined);
      const item = {
        TemplateId: template.id,
        MsgID: msgId,
        ErrorCode: String(failure?.errcode ?? 0),
        ErrorStatus: failure?.errmsg ?? (failure === undefined ? 'success' : 'failed: system failed'),
      };
      return ['subscribe_msg_sent_event', [item]];
    });
    return msgId;
  }

  /**
   * Puts a template message on the phone, unless one with the same number came within ten minutes; pushes
   * `TEMPLATESENDJOBFINISH`. @returns the number of the message that is there
   */
  deliverTemplate({ app, openid, template, url, data, clientMessageId }: CheckedTemplateMessage): string {
    let msgId = '';
    this.#commit(app.appId, openid, () => {
      const { clientMessages, messages } = this.state;
      const known = clientMessageId === undefined ? undefined : clientMessages.find(openid, clientMessageId);
      msgId = known ?? '';
      if (known !== undefined) return undefined;
      const failure = this.faults.take('template_event');
      msgId = messages.add(openid, template.id, url, data, failure === undefined);
      if (clientMessageId !== undefined) clientMessages.add(openid, clientMessageId, msgId);
      const status = failure === undefined ? 'success' : (failure.errmsg ?? 'failed: system failed');
      return ['TEMPLATESENDJOBFINISH', [{ MsgID: msgId, Status: status }]];
    });
    return msgId;
  }

  /** The person begins to follow an official account, or stops; pushes `subscribe` or `unsubscribe`. */
  follow({ openid, appId }: Identity, follows: boolean): void {
    this.#commit(appId, openid, () => {
      if (!this.state.followers.set(openid, follows)) return undefined;
      return [follows ? 'subscribe' : 'unsubscribe', [{ EventKey: '' }]];
    });
  }

  #commit(appId: string, openid: string, deed: () => [string, Record<string, string>[]] | undefined): void {
    this.state.db.transaction(() => {
      const event = deed();
      if (event !== undefined && this.apps.get(appId)?.callback !== undefined) {
        this.state.events.add(appId, openid, ...event);
      }
    });
    this.deliveries.wake();
    this.live.changed(openid);
  }
}
