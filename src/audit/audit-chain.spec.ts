import { describe, expect, it } from '@jest/globals';
import { CHAIN_START, entryHash, type HashedPart, macOf, seal } from './audit-chain.js';

const entry: HashedPart = {
  sequence: 1,
  occurredAt: new Date('2026-03-05T01:02:03.004Z'),
  actorKind: 'staff',
  actorId: '01J00000000000000000000000',
  actorName: 'zhang',
  action: 'clause.published',
  subjectKind: 'clause',
  subjectId: 'C-1',
  subjectName: '创业担保贷款贴息',
  versionId: '01J00000000000000000000001',
  versionHash: 'a'.repeat(64),
  detail: '{"kind":"published"}',
  address: '192.0.2.1',
  agent: 'browser',
  requestId: 'r-1',
  previousHash: CHAIN_START,
};

describe('the chain of the audit log', () => {
  it('covers every field of an entry', () => {
    const hash = entryHash(entry);
    for (const [field, value] of Object.entries(entry)) {
      const other: unknown =
        typeof value === 'number'
          ? value + 1
          : value instanceof Date
            ? new Date(value.getTime() + 1)
            : `${value}x`;
      expect([field, entryHash({ ...entry, [field]: other })]).not.toEqual([field, hash]);
    }
  });

  it('is independent of the order of fields and of what is made from the hash', () => {
    const reversed = Object.fromEntries(Object.entries(seal(entry, undefined)).reverse());
    expect(entryHash(reversed as unknown as HashedPart)).toBe(entryHash(entry));
  });

  it('can be made by others: it is what docs/adr/0006 says', () => {
    expect(entryHash(entry)).toBe('d8b1dcc1d0aed8ee3d904bcce97a9df1814ccda662008255e6fb85feac7d349a');
  });

  it('has a MAC only where there is a key, and another for another key', () => {
    expect(seal(entry, undefined).mac).toBeNull();
    const { hash, mac } = seal(entry, 'k'.repeat(32));
    expect(mac).toBe(macOf(hash, 'k'.repeat(32)));
    expect(mac).not.toBe(macOf(hash, 'j'.repeat(32)));
  });
});
