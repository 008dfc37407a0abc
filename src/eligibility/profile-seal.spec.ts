import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '../database/new-id.js';
import { CannotOpenError, LABEL, ProfileSeal, type SealedRow } from './profile-seal.js';

const key = (id: string) => ({ id, key: randomBytes(32) });
const ANSWERS = { employment: 'student', hardship: ['orphan'], birthDate: '2009-01-01' };

function sealed(seal: ProfileSeal, id = newId()): SealedRow {
  return { id, subject: 'citizen', keyId: seal.keyId, ...seal.seal(id, 'citizen', ANSWERS, '我') };
}

describe('sealing profiles', () => {
  const [old, fresh] = [key('old'), key('new')];
  const seal = new ProfileSeal([old]);

  it('opens what it sealed, and only the sensitivities that are asked for', () => {
    const row = sealed(seal);
    expect(seal.open(row)).toEqual({ ...ANSWERS, [LABEL]: '我' });
    expect(seal.open(row, ['sensitive'])).toEqual({ hardship: ['orphan'] });
    expect(seal.open(row, ['general'])).toEqual({});
    expect(row.general).toBeNull();
  });

  it('never seals alike, so that equal answers cannot be told', () => {
    const id = newId();
    expect(sealed(seal, id).personal).not.toBe(sealed(seal, id).personal);
  });

  it('opens after a new key was put in front, until the old one is gone', () => {
    const row = sealed(seal);
    const rotated = new ProfileSeal([fresh, old]);
    expect(rotated.keyId).toBe('new');
    expect(rotated.open(row)).toMatchObject(ANSWERS);
    expect(() => new ProfileSeal([fresh]).open(row)).toThrow(CannotOpenError);
  });

  it('refuses what was moved to another row or column, changed, or sealed under another key of the same name', () => {
    const row = sealed(seal);
    expect(() => seal.open({ ...row, id: newId() })).toThrow(CannotOpenError);
    expect(() => seal.open({ ...row, sensitive: row.personal })).toThrow(CannotOpenError);
    const bytes = Buffer.from(row.personal ?? '', 'base64');
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    expect(() => seal.open({ ...row, personal: bytes.toString('base64') })).toThrow(CannotOpenError);
    expect(() => seal.open({ ...row, personal: 'AAAA' })).toThrow(CannotOpenError);
    expect(() => new ProfileSeal([{ ...fresh, id: 'old' }]).open(row)).toThrow(CannotOpenError);
  });
});
