import { describe, expect, it } from '@jest/globals';
import { AppConfig } from '../config/app-config.js';
import { PhoneCipher } from './phone-cipher.js';

const cipher = new PhoneCipher(new AppConfig());

describe('a sealed telephone number', () => {
  it('opens for its account, says nothing of the number and never looks the same twice', () => {
    const sealed = cipher.seal('13800138000', 'A');
    expect(cipher.open(sealed, 'A')).toBe('13800138000');
    expect(sealed).not.toContain('138');
    expect(Buffer.from(sealed.slice(3), 'base64').toString('latin1')).not.toContain('138');
    expect(cipher.seal('13800138000', 'A')).not.toBe(sealed);
  });

  it('stays closed for another account, with another key and after a change', () => {
    const sealed = cipher.seal('13800138000', 'A');
    const other = new PhoneCipher(Object.assign(new AppConfig(), { phoneKey: 'x'.repeat(32) }));
    expect(cipher.open(sealed, 'B')).toBeNull();
    expect(other.open(sealed, 'A')).toBeNull();
    expect(cipher.open(`v1.${'A'.repeat(60)}`, 'A')).toBeNull();
    expect(cipher.open('13800138000', 'A')).toBeNull();
  });
});
