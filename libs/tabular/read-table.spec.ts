import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTable } from './read-table.js';
import { TabularFileError } from './tabular-file.error.js';
import { buildWorkbook, textRow } from './testing/workbook.builder.js';

const WORKBOOK = buildWorkbook({
  sheets: [{ name: '表', rows: textRow(1, ['甲', '乙']) + textRow(2, ['1', '2']) }],
});
const TEXTS = ['编码,名称\na,"甲\n乙"\n', '[{"a":1},{"a":"乙"}]', '{"a":1}\n{"a":2}\n'].map((text) =>
  Buffer.from(text),
);

const damage = fc.record({
  original: fc.constantFrom(WORKBOOK, ...TEXTS),
  at: fc.nat(),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  cut: fc.boolean(),
});

describe('readTable', () => {
  it('answers any damaged file with rows or with a refusal, never with another error', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ original, at, bytes, cut }) => {
        const buffer = Buffer.from(original);
        const position = at % buffer.length;
        buffer.set(bytes.subarray(0, buffer.length - position), position);
        const damaged = cut ? buffer.subarray(0, position) : buffer;
        const error: unknown = await readTable({ buffer: damaged, fileName: 'a' }).then(
          () => null,
          (reason: unknown) => reason,
        );
        expect(error === null || error instanceof TabularFileError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
