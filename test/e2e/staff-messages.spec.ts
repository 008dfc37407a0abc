import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { StaffMessage } from '../../src/notices/staff-message.entity.js';
import { StaffMessagesService } from '../../src/notices/staff-messages.service.js';
import type { DraftView } from '../../src/reviews/draft.view.js';
import { drainPush } from '../support/drain-push.js';
import { answerOf, type ReviewPeople, reviewPeople } from '../support/reviews.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { control, signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const CODE = 'hrss-c02';

describe('a reviewer’s WeChat', () => {
  let server: TestApp;
  let people: ReviewPeople;
  let reviewer: VirtualPerson;
  let messages: StaffMessagesService;
  beforeAll(async () => {
    server = await startTestApp({}, 'simulator');
    people = await reviewPeople(server, 'hrss');
    messages = server.app.get(StaffMessagesService, { strict: false });
    reviewer = await signInPerson(server, '审核员');
    const { code } = await control<{ code: string }>(server, 'POST', 'login-codes', {
      openid: reviewer.openId,
    });
    expect((await people.first('PUT', '/account/wechat', { code })).status).toBe(204);
    await reviewer.follow(true);
    await drainPush(server.app);
  });
  afterAll(() => server.close());

  const rows = (): Promise<StaffMessage[]> =>
    server.app
      .get(DataSource)
      .getRepository(StaffMessage)
      .find({ order: { id: 'ASC' } });
  const newest = async (): Promise<StaffMessage> => {
    const row = (await rows()).at(-1);
    if (!row) throw new Error('no message');
    return row;
  };

  /** Changes the clause and hands it in. */
  async function submit(phone: string): Promise<DraftView> {
    const draft = await answerOf(people.registrar('GET', `/clauses/${CODE}/draft`));
    const content = { ...draft.content, phone };
    const { revision } = draft;
    const saved = await answerOf(people.registrar('PUT', `/clauses/${CODE}/draft`, { revision, content }));
    const path = `/drafts/${saved.id ?? ''}/submit`;
    return answerOf(people.registrar('POST', path, { hash: saved.hash }));
  }

  it('is told once what waits, with the page that opens it, however many senders there are', async () => {
    const draft = await submit('0724-1000001');
    const [row] = await rows();
    if (!row) throw new Error('no message');
    await Promise.all([messages.send(row.id), messages.send(row.id)]);
    await messages.send(row.id);
    const [told, ...more] = await reviewer.officialMessages();
    expect(more).toEqual([]);
    expect(told?.page).toBe(`http://portal.test/console/review/${draft.id ?? ''}`);
    expect(Object.values(told?.data ?? {})).toEqual(
      expect.arrayContaining([expect.stringContaining('待部门审核'), expect.stringMatching(/月.*日前/)]),
    );
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 0 }]);
  });

  it('is left alone by those who read the notice in the console, and by a sender that died', async () => {
    const draft = await answerOf(people.registrar('GET', `/clauses/${CODE}/draft`));
    await answerOf(people.registrar('POST', `/drafts/${draft.id ?? ''}/recall`, {}));
    await submit('0724-1000002');
    expect((await people.first('PUT', '/notices/read')).status).toBe(204);
    await messages.send((await newest()).id);
    expect((await newest()).state).toBe('cancelled');

    await answerOf(people.registrar('POST', `/drafts/${draft.id ?? ''}/recall`, {}));
    await submit('0724-1000003');
    const { id } = await newest();
    const table = server.app.get(DataSource).getRepository(StaffMessage);
    await table.update({ id }, { state: 'sending', leaseEndsAt: new Date(0) });
    await messages.sweep();
    await messages.send(id);
    expect((await newest()).state).toBe('uncertain');
    expect(await reviewer.officialMessages()).toHaveLength(1);
  });

  it('is tried again where WeChat did not take it, and given up where nobody follows', async () => {
    const draft = await answerOf(people.registrar('GET', `/clauses/${CODE}/draft`));
    await answerOf(people.registrar('POST', `/drafts/${draft.id ?? ''}/recall`, {}));
    await submit('0724-1000004');
    const { id } = await newest();
    await control(server, 'POST', 'faults', {
      target: 'template',
      kind: 'errcode',
      errcode: 45009,
      times: 50,
    });
    await messages.send(id);
    await control(server, 'DELETE', 'faults');
    expect(await newest()).toMatchObject({ state: 'pending', errorCode: 45009 });
    await server.app
      .get(DataSource)
      .getRepository(StaffMessage)
      .update({ id }, { dueAt: new Date(0) });
    await messages.send(id);
    expect((await newest()).state).toBe('sent');
    expect(await reviewer.officialMessages()).toHaveLength(2);

    await reviewer.follow(false);
    await drainPush(server.app);
    await answerOf(people.registrar('POST', `/drafts/${draft.id ?? ''}/recall`, {}));
    await submit('0724-1000005');
    await messages.send((await newest()).id);
    expect((await newest()).state).toBe('unreachable');
  });
});
