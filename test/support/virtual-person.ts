import type { TestApp } from './start-test-app.js';
import { ServerAddresses } from '../../src/config/server-addresses.js';
import { AppConfig } from '../../src/config/app-config.js';

/** A message as the virtual phone shows it. */
export interface PhoneMessage {
  page: string;
  data: Record<string, string>;
}

/** A person with a phone in the simulator, signed in to the application. */
export interface VirtualPerson {
  readonly openId: string;
  /** In the official account; empty where there is none. */
  readonly officialId: string;
  readonly phoneNumber: string;
  /** Bearer token of the session. */
  readonly token: string;
  /** Calls the API as this person; answers the response. */
  call(method: string, path: string, body?: unknown): Promise<Response>;
  /** GETs JSON as this person. */
  read<T>(path: string): Promise<T>;
  /** Allows one more message, and waits until the application was told. */
  consent(): Promise<void>;
  /** Follows the official account, or stops, and waits until the application was told. */
  follow(follows: boolean): Promise<void>;
  /** Gives the phone number by WeChat's button. */
  givePhone(): Promise<Response>;
  /** What reached the phone, newest first. */
  messages(): Promise<PhoneMessage[]>;
  /** What came from the official account, newest first. */
  officialMessages(): Promise<PhoneMessage[]>;
}

interface NewPerson {
  openids: Record<string, string>;
  phoneNumber: string;
}

/** Calls the simulator's control API. */
export async function control<T>(server: TestApp, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${server.app.get(ServerAddresses).simulatorUrl}/_sim/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (answer.headers.get('content-type')?.includes('json') ? await answer.json() : undefined) as T;
}

/**
 * Makes a person in the simulator and signs them in; the application needs its simulator.
 * @param allowed messages that the person allows already; the application was not told of them
 */
export async function signInPerson(server: TestApp, nickname: string, allowed = 0): Promise<VirtualPerson> {
  const { wechatAppId: appId, officialAppId, wechatTemplateId } = server.app.get(AppConfig);
  const { items } = await control<{ items: NewPerson[] }>(server, 'POST', 'users', {
    nickname,
    consents: allowed > 0 ? [{ templateId: wechatTemplateId, times: allowed }] : [],
  });
  const openId = items[0]?.openids[appId] ?? '';
  const officialId = items[0]?.openids[officialAppId] ?? '';
  const { code } = await control<{ code: string }>(server, 'POST', 'login-codes', { openid: openId });
  const session = await fetch(`${server.url}/api/v1/sessions/wechat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { token } = (await session.json()) as { token: string };
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const messagesTo = async (id: string): Promise<PhoneMessage[]> =>
    (await control<{ items: PhoneMessage[] }>(server, 'GET', `messages?openid=${id}`)).items;
  return {
    openId,
    officialId,
    phoneNumber: items[0]?.phoneNumber ?? '',
    token,
    call,
    read: async <T>(path: string) => (await (await call('GET', path)).json()) as T,
    consent: async () => {
      const answer = { openid: openId, templateIds: [wechatTemplateId], answer: 'accept' };
      await control(server, 'POST', 'consents', answer);
      await control(server, 'GET', 'events/settled');
    },
    follow: async (follows) => {
      await control(server, 'POST', 'follows', { openid: officialId, follows });
      await control(server, 'GET', 'events/settled');
    },
    givePhone: async () => {
      const given = await control<{ code: string }>(server, 'POST', 'phone-codes', { openid: openId });
      return call('PUT', '/me/contacts/phone', given);
    },
    messages: () => messagesTo(openId),
    officialMessages: () => messagesTo(officialId),
  };
}
