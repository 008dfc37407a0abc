import type { DraftView } from '../../src/reviews/draft.view.js';
import { type StaffCall, staffCaller } from './staff.js';
import type { TestApp } from './start-test-app.js';

/** The people it takes to publish something of a department. */
export interface ReviewPeople {
  registrar: StaffCall;
  first: StaffCall;
  second: StaffCall;
  third: StaffCall;
}

/** New people with the four roles of a department; `prefix` begins their user names. */
export async function reviewPeople(
  server: TestApp,
  department: string,
  prefix = department,
): Promise<ReviewPeople> {
  return {
    registrar: await staffCaller(server, `${prefix}-registrar`, 'registrar', department),
    first: await staffCaller(server, `${prefix}-first`, 'department-reviewer', department),
    second: await staffCaller(server, `${prefix}-second`, 'leader', department),
    third: await staffCaller(server, `${prefix}-third`, 'publishing-office'),
  };
}

/** What a call answers. @throws Error with the answer where it is none of the expected kind */
export async function answerOf<T = DraftView>(
  answer: Response | Promise<Response>,
  status = 200,
): Promise<T> {
  const given = await answer;
  if (given.status !== status) throw new Error(`${given.status} ${await given.text()}`);
  return (await given.json()) as T;
}

/** Saves a whole content over whatever the draft says. */
export async function saveDraft(
  call: StaffCall,
  subject: string,
  content: Record<string, unknown>,
): Promise<DraftView> {
  const { revision } = await answerOf(call('GET', `${subject}/draft`));
  return answerOf(call('PUT', `${subject}/draft`, { revision, content }));
}

/** Takes a draft through three people, from its submission to the public. */
export async function passReviews(
  { registrar, first, second, third }: ReviewPeople,
  draft: Pick<DraftView, 'id' | 'hash'>,
  options: object = {},
): Promise<DraftView> {
  const { hash } = draft;
  const path = `/drafts/${draft.id ?? ''}`;
  await answerOf(registrar('POST', `${path}/submit`, { hash, ...options }));
  await answerOf(first('POST', `${path}/approve`, { hash }));
  await answerOf(second('POST', `${path}/approve`, { hash }));
  return answerOf(third('POST', `${path}/approve`, { hash }));
}
