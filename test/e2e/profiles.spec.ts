import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Profile } from '../../src/eligibility/profile.entity.js';
import { ProfileSweepService } from '../../src/eligibility/profile-sweep.service.js';
import type { ProfileExport, ProfileSummary } from '../../src/eligibility/profile.view.js';
import type { MessageView } from '../../src/notifications/message.view.js';
import { drainPush } from '../support/drain-push.js';
import { sampleClause, saveClause } from '../support/sample-clause.js';
import { setClock } from '../support/set-clock.js';
import { startTestApp, type TestApp } from '../support/start-test-app.js';
import { signInPerson, type VirtualPerson } from '../support/virtual-person.js';

const SECRET = { birthDate: '1966-12-05', hukouRegion: '420802', hardship: ['subsistence'] };

/** A clause for people who have created a number of jobs. */
const ruled = (code: string, ordinal: number, when: object) =>
  sampleClause({
    code,
    ordinal,
    conditions: ['带动就业', '年满60周岁'],
    eligibility: { vocabulary: 1, citizen: { when } },
  });
const jobs = (atLeast: number) => ({ attribute: 'jobsCreated', atLeast, sentence: '带动就业' });

describe('profiles', () => {
  let server: TestApp;
  let written = '';
  beforeAll(async () => {
    const logSink = { write: (text: string) => void (written += text) };
    server = await startTestApp({ logLevel: 'trace' }, 'simulator', logSink);
  });
  afterAll(() => server.close());

  const keep = (values: object, changes: object = {}) => ({
    subject: 'citizen',
    label: '我自己',
    values,
    ...changes,
  });
  async function kept(person: VirtualPerson, record: object): Promise<string> {
    const answer = await person.call('POST', '/me/profiles', record);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }
  const inbox = async (person: VirtualPerson): Promise<MessageView[]> =>
    (await person.read<{ items: MessageView[] }>('/me/messages')).items;

  it('are kept for whoever signed in and asks for it, sealed, with the purpose and until when', async () => {
    expect((await server.get('/api/v1/me/profiles')).status).toBe(401);
    const person = await signInPerson(server, '甲');
    expect((await person.call('POST', '/me/profiles', keep(SECRET))).status).toBe(400);
    const id = await kept(person, keep(SECRET, { sensitiveConsent: true }));
    const list = await person.read<{ items: ProfileSummary[]; purpose: string }>('/me/profiles');
    expect(list).toMatchObject({ items: [{ id, label: '我自己', subscribed: false }], retentionDays: 730 });
    expect(list.purpose).toContain('工作人员看不到');
    expect(await person.read(`/me/profiles/${id}`)).toMatchObject({ values: SECRET });
    const row = await server.app.get(DataSource).getRepository(Profile).findOneByOrFail({ id });
    const stored = JSON.stringify(row);
    for (const text of ['我自己', '1966', '420802', 'subsistence', 'birthDate'])
      expect(stored).not.toContain(text);
    expect([row.general, row.personal?.length, row.sensitive?.length].map(Boolean)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('are exported and erased by the person, and by nobody else', async () => {
    const person = await signInPerson(server, '乙');
    const other = await signInPerson(server, '丙');
    const [first, second] = [
      await kept(person, keep({ jobsCreated: 1 })),
      await kept(person, keep({ jobsCreated: 2 })),
    ];
    for (const [method, body] of [['GET'], ['DELETE'], ['PUT', keep({})]] as [string, object?][]) {
      expect((await other.call(method, `/me/profiles/${first}`, body)).status).toBe(404);
    }
    const copy = await person.read<ProfileExport>('/me/profiles/export');
    expect(copy.profiles.map(({ values }) => values)).toEqual([{ jobsCreated: 1 }, { jobsCreated: 2 }]);
    expect((await person.call('PUT', `/me/profiles/${first}/subscription`)).status).toBe(204);
    expect((await person.call('DELETE', `/me/profiles/${first}`)).status).toBe(204);
    expect(await person.read('/me/subscriptions')).toMatchObject({ items: [], total: 0 });
    expect((await person.call('DELETE', '/me/profiles')).status).toBe(204);
    expect((await person.call('GET', `/me/profiles/${second}`)).status).toBe(404);
    const rows = server.app.get(DataSource).getRepository(Profile);
    expect(await rows.findBy([{ id: first }, { id: second }])).toEqual([]);
  });

  it('cannot be moved to another row', async () => {
    const person = await signInPerson(server, '丁');
    const [mine, other] = [
      await kept(person, keep({ jobsCreated: 1 })),
      await kept(person, keep({ jobsCreated: 9 })),
    ];
    const rows = server.app.get(DataSource).getRepository(Profile);
    const { personal } = await rows.findOneByOrFail({ id: other });
    await rows.update({ id: mine }, { personal });
    expect(await person.read(`/me/profiles/${mine}`)).toMatchObject({ unreadable: true, values: {} });
    expect((await person.call('GET', `/me/profiles/${mine}/answers`)).status).toBe(503);
    expect((await person.call('DELETE', `/me/profiles/${mine}`)).status).toBe(204);
  });

  it('are found by a new clause that fits, once, if their owner wants to hear', async () => {
    const [fits, not, silent] = await Promise.all(
      ['戊', '己', '庚'].map((name) => signInPerson(server, name)),
    );
    if (!fits || !not || !silent) throw new Error('nobody');
    await kept(silent, keep({ jobsCreated: 5 }));
    for (const [person, jobsCreated] of [
      [fits, 5],
      [not, 2],
    ] as const) {
      const id = await kept(person, keep({ jobsCreated }));
      expect((await person.call('PUT', `/me/profiles/${id}/subscription`)).status).toBe(204);
    }
    await fits.call('PUT', '/me/subscriptions/topics/T0201');
    await saveClause(server, { ...ruled('fits-1', 911, jobs(3)), topics: ['T0201'] });
    await drainPush(server.app);
    const [message, ...more] = await inbox(fits);
    expect(more).toEqual([]);
    expect(message?.title).toBe('新政策：返乡创业一次性奖补');
    expect(message?.reasons).toContain('符合你保存的个人资料');
    expect(message?.reasons).toHaveLength(2);
    expect(await inbox(not)).toEqual([]);
    expect(await inbox(silent)).toEqual([]);
  });

  it('are told what a change made fit, and never a second time', async () => {
    const person = await signInPerson(server, '辛');
    const id = await kept(person, keep({ jobsCreated: 1 }));
    await person.call('PUT', `/me/profiles/${id}/subscription`);
    await saveClause(server, ruled('fits-2', 912, jobs(3)));
    await drainPush(server.app);
    expect(await inbox(person)).toEqual([]);
    for (const jobsCreated of [4, 1, 4]) {
      await person.call('PUT', `/me/profiles/${id}`, keep({ jobsCreated }));
      await drainPush(server.app);
    }
    const told = (await inbox(person)).filter(({ clause }) => clause.code === 'fits-2');
    expect(told.map(({ title }) => title)).toEqual(['你现在符合条件：返乡创业一次性奖补']);
    expect(told[0]?.reasons).toEqual(['符合你保存的个人资料']);
  });

  it('are told on a birthday what it made fit, also when the day was missed', async () => {
    const person = await signInPerson(server, '壬');
    const id = await kept(person, keep({ birthDate: '1966-12-05', jobsCreated: 0 }));
    await person.call('PUT', `/me/profiles/${id}/subscription`);
    const sixty = { attribute: 'age', atLeast: 60, sentence: '年满60周岁' };
    await saveClause(server, ruled('fits-3', 913, sixty));
    await drainPush(server.app);
    const sweep = async (day: string): Promise<string[]> => {
      setClock(server, `${day}T02:00:00+08:00`);
      await server.app.get(ProfileSweepService).sweep();
      await drainPush(server.app);
      return (await inbox(person)).map(({ clause }) => clause.code);
    };
    expect(await sweep('2026-12-04')).toEqual([]);
    expect(await sweep('2026-12-07')).toContain('fits-3');
    expect((await sweep('2026-12-08')).filter((code) => code === 'fits-3')).toHaveLength(1);
  });

  it('are erased when their time is over', async () => {
    const person = await signInPerson(server, '癸');
    const id = await kept(person, keep({ jobsCreated: 1 }));
    setClock(server, '2029-01-01T02:00:00+08:00');
    await server.app.get(ProfileSweepService).sweep();
    expect((await server.app.get(DataSource).getRepository(Profile).findBy({ id })).length).toBe(0);
  });

  it('leave no trace in the log', async () => {
    const person = await signInPerson(server, '子');
    const answers = { subject: 'citizen', values: SECRET };
    expect((await person.call('POST', '/eligibility/answers', answers)).status).toBe(200);
    const wrong = { ...answers, values: { ...SECRET, jobsCreated: 'secret-answer' } };
    expect((await person.call('POST', '/eligibility/answers', wrong)).status).toBe(400);
    expect(written).toContain('eligibility/answers');
    for (const text of ['1966-12-05', 'subsistence', '我自己', 'secret-answer', '符合你保存的']) {
      expect(written).not.toContain(text);
    }
  });
});
