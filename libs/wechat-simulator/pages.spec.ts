import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALWAYS, APP_ID, DATA, Fixture, ONCE, SITE } from './testing/fixture.js';

let sim: Fixture;
let openid: string;
beforeAll(async () => {
  sim = await Fixture.start();
  openid = await sim.openid();
});
afterAll(() => sim.stop());

const BACK = `${SITE}/return?x=1`;
const request = (extra: Record<string, string>) =>
  new URLSearchParams({ app_id: APP_ID, redirect_uri: BACK, state: 'a&b=c', ...extra });

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(sim.simulator.url + path, { redirect: 'manual', headers });
}

function post(path: string, form: URLSearchParams, headers: Record<string, string> = {}) {
  return fetch(sim.simulator.url + path, { method: 'POST', body: form, redirect: 'manual', headers });
}

const target = (response: Response) => new URL(response.headers.get('location') ?? 'none:');

describe('logging in by browser', () => {
  it('shows the people and leads back with a code that works and the state as it was', async () => {
    const page = await (await get(`/login?${request({}).toString()}`)).text();
    expect(page).toContain('用哪个虚拟手机登录？');
    expect(page).toContain('王老板');
    const response = await post('/login', request({ person_id: 'demo-xiaozhang' }));
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/=demo-xiaozhang;.*HttpOnly; SameSite=Lax/);
    const url = target(response);
    expect(url.href).toMatch(`${BACK}&code=`);
    expect(url.searchParams.get('state')).toBe('a&b=c');
    const session = await sim.client.code2Session(url.searchParams.get('code') ?? '');
    expect(session.openId).toBe(openid);
  });

  it('makes a new person', async () => {
    const response = await post('/login', request({ nickname: ' 赵\u0007大姐 ' }));
    const { openId } = await sim.client.code2Session(target(response).searchParams.get('code') ?? '');
    expect(await (await get(`/phone/${openId}`)).text()).toContain('赵大姐');
  });

  it.each([
    ['http://evil.example/'],
    [`${SITE}.evil.example/`],
    ['javascript:alert(1)'],
    [`http://127.0.0.1:3999@evil.example/`],
    ['/relative'],
    [''],
  ])('does not lead to %s', async (redirectUri) => {
    const query = request({ redirect_uri: redirectUri, person_id: 'demo-liayi' });
    const shown = await get(`/login?${query.toString()}`);
    expect(shown.status).toBe(400);
    expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await shown.text()).toContain('回跳地址');
    expect((await post('/login', query)).status).toBe(400);
  });

  it('is refused to a form on another web site', async () => {
    const response = await post('/login', request({ person_id: 'demo-liayi' }), {
      origin: 'https://evil.example',
    });
    expect(response.status).toBe(403);
  });
});

describe('consenting by browser', () => {
  const ask = (extra: Record<string, string> = {}) => request({ template_ids: ONCE, ...extra });

  it('asks whose phone it is when nobody has logged in', async () => {
    expect(await (await get(`/consent?${ask().toString()}`)).text()).toContain('在谁的手机上授权？');
    const response = await post('/consent/person', ask({ person_id: 'demo-xiaozhang' }));
    expect(
      target(
        new Response(null, { headers: { location: `${SITE}${response.headers.get('location')}` } }),
      ).searchParams.get('openid'),
    ).toBe(openid);
  });

  it('knows who logged in, and records what they allow', async () => {
    const cookie = 'theme=dark; wechat_simulator_person=demo-xiaozhang';
    const page = await (await get(`/consent?${ask().toString()}`, { cookie })).text();
    expect(page).toContain('获取以下通知权限');
    expect(page).toContain('新政策提醒');
    const answer = await post('/consent', ask({ openid, answer: 'accept', accept: ONCE }));
    expect(Object.fromEntries(target(answer).searchParams)).toEqual({
      x: '1',
      state: 'a&b=c',
      consent: 'accept',
      accepted: ONCE,
    });
    await sim.send(openid);
  });

  it('takes a refusal, and a sheet with nothing ticked, as reject', async () => {
    const refused = await post('/consent', ask({ openid, answer: 'reject', accept: ONCE }));
    expect(target(refused).searchParams.get('consent')).toBe('reject');
    const nothing = await post('/consent', ask({ openid, answer: 'accept' }));
    expect(target(nothing).searchParams.get('consent')).toBe('reject');
    await expect(sim.send(openid)).rejects.toMatchObject({ errcode: 43101 });
  });

  it.each([
    ['', '20001'],
    ['a,b,c,d', '20003'],
    [`${ONCE},${ALWAYS}`, '20002'],
    ['unknown', '没有这个消息模板'],
  ])('refuses the templates "%s"', async (ids, text) => {
    const response = await get(`/consent?${ask({ template_ids: ids }).toString()}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toContain(text);
  });

  it('does not offer a template that is switched off', async () => {
    await post(`/phone/${openid}/settings`, new URLSearchParams({ template_id: ONCE, on: 'false' }));
    const page = await (await get(`/consent?${ask({ openid }).toString()}`)).text();
    expect(page).toContain('已在手机的通知设置里关闭');
    const answer = await post('/consent', ask({ openid, answer: 'accept', accept: ONCE }));
    expect(target(answer).searchParams.get('consent')).toBe('reject');
    await post(`/phone/${openid}/settings`, new URLSearchParams({ template_id: ONCE, on: 'true' }));
  });
});

describe('the virtual phone', () => {
  it('shows what arrived, escaped, and opens its page through the configured address', async () => {
    await sim.accept();
    await sim.client.sendSubscribeMessage({
      openId: openid,
      templateId: ONCE,
      data: { ...DATA, thing1: `<b>"'&</b>` },
      page: 'pages/x?a=1&b=2',
    });
    const page = await (await get(`/phone/${openid}`)).text();
    expect(page).toContain('&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(page).toContain('未读');
    const link = /href="(\/phone\/[^"]+\/open\/\d+)"/.exec(page)?.[1] ?? '';
    expect(target(await get(link)).href).toBe(`${SITE}/open?page=pages%2Fx%3Fa%3D1%26b%3D2`);
    await post(`/phone/${openid}/read-all`, new URLSearchParams());
    expect(await (await get(`/phone/${openid}`)).text()).not.toContain('未读');
  });

  it('says so when there is nothing, and when there is no such phone', async () => {
    const { items } = await sim.control<{ items: { openid: string }[] }>(
      `/_sim/users?appId=${APP_ID}&limit=3`,
    );
    expect(await (await get(`/phone/${items[2]?.openid}`)).text()).toContain('还没有通知');
    const missing = await get('/phone/nobody');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('没有这部手机');
  });

  it('allows scripts and styles of its own only', async () => {
    const response = await get('/phone');
    expect(response.headers.get('content-security-policy')).toContain(
      `default-src 'none'; script-src 'self'; style-src 'self'`,
    );
    expect(await response.text()).not.toMatch(/<style|<script(?! src="\/assets\/live.js")| style=| on\w+=/);
    for (const name of ['phone.css', 'rows.css', 'messages.css', 'live.js']) {
      expect((await get(`/assets/${name}`)).status).toBe(200);
    }
  });

  it('tells an open page at once that something arrived', async () => {
    const stream = await get(`/phone/${openid}/live`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    let text = new TextDecoder().decode((await reader.read()).value);
    expect(text).not.toContain('changed');
    await sim.accept(ALWAYS);
    text = new TextDecoder().decode((await reader.read()).value);
    expect(text).toContain('event: changed');
    await reader.cancel();
  });
});
