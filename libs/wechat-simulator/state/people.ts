import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { StateDatabase } from './state-database.js';

/** Somebody with a virtual phone. */
export interface Person {
  id: string;
  nickname: string;
  /** A word about them, such as 企业; may be empty. */
  note: string;
}

/** A person as one app knows them. */
export interface Identity extends Person {
  openid: string;
  appId: string;
}

/** Who is there from the start; the same ids, so the same openids, in every simulator. */
const DEMO: readonly Person[] = [
  { id: 'demo-xiaozhang', nickname: '小张', note: '群众' },
  { id: 'demo-wanglaoban', nickname: '王老板', note: '企业' },
  { id: 'demo-liayi', nickname: '李阿姨', note: '群众' },
];

const IDENTITY = `SELECT p.id, p.nickname, p.note, i.openid, i.app_id AS appId
  FROM identities i JOIN people p ON p.id = i.person_id`;

/** The people and their openids. */
export class People {
  constructor(
    private readonly db: StateDatabase,
    private readonly appIds: readonly string[],
    private readonly now: () => number,
  ) {}

  /** Makes sure that the demo people exist and that everybody has an openid in every app. */
  seed(): void {
    this.db.transaction(() => {
      DEMO.forEach((person, index) => this.#insert(person, index));
      const known = this.db.all<{ id: string }>('SELECT id FROM people');
      known.forEach(({ id }) => this.#identify(id));
    });
  }

  /** Adds a person; inside the caller's transaction. */
  add(nickname: string, note = ''): Person {
    const person = { id: ulid(this.now()), nickname, note };
    this.#insert(person, this.now());
    this.#identify(person.id);
    return person;
  }

  /** The person with an openid. */
  byOpenid(openid: string): Identity | undefined {
    return this.db.get<Identity>(`${IDENTITY} WHERE i.openid = ?`, openid);
  }

  /** A person as an app knows them. */
  inApp(personId: string, appId: string): Identity | undefined {
    return this.db.get<Identity>(`${IDENTITY} WHERE i.person_id = ? AND i.app_id = ?`, personId, appId);
  }

  /** The people an app knows: the demo people, then the newest first. */
  ofApp(appId: string, limit: number, offset = 0): Identity[] {
    const order = `min(p.created_at, ${DEMO.length}), p.created_at DESC, p.id DESC`;
    const sql = `${IDENTITY} WHERE i.app_id = ? ORDER BY ${order} LIMIT ? OFFSET ?`;
    return this.db.all<Identity>(sql, appId, limit, offset);
  }

  count(): number {
    return this.db.get<{ count: number }>('SELECT count(*) AS count FROM people')?.count ?? 0;
  }

  #insert({ id, nickname, note }: Person, createdAt: number): void {
    this.db.run('INSERT OR IGNORE INTO people VALUES (?, ?, ?, ?)', id, nickname, note, createdAt);
  }

  #identify(personId: string): void {
    for (const appId of this.appIds) {
      const openid = openidOf(appId, personId);
      this.db.run('INSERT OR IGNORE INTO identities VALUES (?, ?, ?)', openid, appId, personId);
    }
  }
}

/** The same in all apps of one open-platform account; 28 characters, as WeChat's. */
export function unionIdOf(personId: string): string {
  return `o6_${createHash('sha256').update(`union:${personId}`).digest('base64url').slice(0, 25)}`;
}

/** A Chinese mobile number of nobody: no operator has the prefix 100. Always the same for a person. */
export function phoneNumberOf(personId: string): string {
  const digest = createHash('sha256').update(`phone:${personId}`).digest();
  return `100${String(digest.readUInt32BE(0) % 1e8).padStart(8, '0')}`;
}

/** 28 characters starting with o, as WeChat's; the same for the same person and app in every simulator. */
function openidOf(appId: string, personId: string): string {
  return `o${createHash('sha256').update(`${appId}:${personId}`).digest('base64url').slice(0, 27)}`;
}
