import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { IMPORT_KINDS } from './import-kind.js';
import { findColumn, RECORD_COLUMNS } from './record-columns.js';

const GUIDE = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');

describe('the columns', () => {
  it('all stand in the guide, with their fields', () => {
    for (const { header, field, required } of Object.values(RECORD_COLUMNS).flat()) {
      const cell = `${header}${required ? '＊' : ''}`;
      expect(GUIDE).toMatch(new RegExp(`\\| ${cell} +\\| \`${field.replace('.', '\\.')}\` +\\|`));
    }
  });

  it('are found by header and by field, and never by what objects inherit', () => {
    for (const kind of IMPORT_KINDS) {
      for (const column of RECORD_COLUMNS[kind]) {
        expect(findColumn(kind, column.header)).toBe(column);
        expect(findColumn(kind, column.field)).toBe(column);
      }
      expect(findColumn(kind, 'constructor')).toBeUndefined();
    }
  });
});
