/** The simulator's own tables. Times are milliseconds since 1970. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS people (
  id TEXT PRIMARY KEY, nickname TEXT NOT NULL, note TEXT NOT NULL, created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS identities (
  openid TEXT PRIMARY KEY, app_id TEXT NOT NULL, person_id TEXT NOT NULL, UNIQUE (person_id, app_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS login_codes (
  code TEXT PRIMARY KEY, openid TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS phone_codes (
  code TEXT PRIMARY KEY, openid TEXT NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS followers (openid TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS client_messages (
  openid TEXT NOT NULL, client_msg_id TEXT NOT NULL, msg_id TEXT NOT NULL, expires_at INTEGER NOT NULL,
  PRIMARY KEY (openid, client_msg_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tokens (
  value TEXT PRIMARY KEY, app_id TEXT NOT NULL, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS consents (
  openid TEXT NOT NULL, template_id TEXT NOT NULL, remaining INTEGER NOT NULL DEFAULT 0,
  long_term INTEGER NOT NULL DEFAULT 0, switched_off INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (openid, template_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, msg_id TEXT NOT NULL UNIQUE, openid TEXT NOT NULL,
  template_id TEXT NOT NULL, page TEXT, data TEXT NOT NULL, sent_at INTEGER NOT NULL, read_at INTEGER
);
CREATE INDEX IF NOT EXISTS messages_by_person ON messages (openid, id);
CREATE INDEX IF NOT EXISTS messages_unread ON messages (openid) WHERE read_at IS NULL;
CREATE TABLE IF NOT EXISTS events (
  id INTEGER PRIMARY KEY AUTOINCREMENT, app_id TEXT NOT NULL, openid TEXT NOT NULL, event TEXT NOT NULL,
  items TEXT NOT NULL, created_at INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL, last_error TEXT
);
CREATE INDEX IF NOT EXISTS events_due ON events (state, due_at);
CREATE TABLE IF NOT EXISTS quotas (
  name TEXT NOT NULL, window_start INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (name, window_start)
) WITHOUT ROWID;
`;

/** Emptied by a reset, in any order: there are no foreign keys between them. */
export const TABLES = [
  'people',
  'identities',
  'login_codes',
  'phone_codes',
  'followers',
  'client_messages',
  'tokens',
  'consents',
  'messages',
  'events',
  'quotas',
] as const;
