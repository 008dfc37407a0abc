import { describe, expect, it } from '@jest/globals';
import { cutValue } from './table-fault.js';
import { read } from './testing/read.js';

describe('faults', () => {
  it('keep to their limit and count the rest', async () => {
    const file = await read(`甲\n${'1,2\n'.repeat(30)}`, 'a', { limits: { maxFaults: 10 } });
    expect(file.faults).toHaveLength(10);
    expect(file.omittedFaults).toBe(20);
  });

  it('cut values to 60 characters without halving one', () => {
    expect(cutValue('𠮷'.repeat(60))).toBe('𠮷'.repeat(60));
    expect(cutValue('𠮷'.repeat(61))).toBe(`${'𠮷'.repeat(59)}…`);
    expect(cutValue('政'.repeat(1000))).toHaveLength(60);
    expect([cutValue(null), cutValue(5), cutValue({ a: 1 })]).toEqual([null, '5', '{"a":1}']);
  });
});
