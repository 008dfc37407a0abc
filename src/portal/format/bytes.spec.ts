import { describe, expect, it } from '@jest/globals';
import { formatBytes } from './bytes.js';

describe('formatBytes', () => {
  it.each([
    [1, '1 字节'],
    [1023, '1023 字节'],
    [1024, '1 KB'],
    [12_700, '12 KB'],
    [3_565_158, '3.4 MB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
