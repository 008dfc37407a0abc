import { describe, expect, it } from '@jest/globals';
import { lastLine, summaryTable } from './summary.mjs';
import { readTestArguments } from './test-stages.mjs';

const labels = (...args) =>
  readTestArguments(args).stages.map(({ suite, database }) => `${suite} ${database ?? '-'}`);

describe('arguments of npm test', () => {
  it('run everything on each database when there are none', () => {
    expect(labels()).toEqual([
      'unit -',
      'db sqlite',
      'e2e sqlite',
      'db mariadb',
      'e2e mariadb',
      'browser sqlite',
    ]);
    expect(readTestArguments([]).narrowed).toBe(false);
  });

  it('pick suites and databases', () => {
    expect(labels('--only', 'db', '--only', 'unit')).toEqual(['unit -', 'db sqlite', 'db mariadb']);
    expect(labels('--db', 'mariadb', '--only=e2e')).toEqual(['e2e mariadb']);
  });

  it('take a source path for the compiled spec', () => {
    const { paths, narrowed } = readTestArguments(['./test/db/unit-of-work.spec.ts', '-t', 'commits']);
    expect(paths).toEqual(['test/db/unit-of-work.spec']);
    expect(narrowed).toBe(true);
  });

  it.each([['--only', 'all'], ['--db', 'oracle'], ['--fast'], ['--only', 'unit', '--db', 'sqlite']])(
    'are refused when they would run nothing or something else: %s %s',
    (...args) => {
      expect(() => readTestArguments(args)).toThrow(/--only|--db|--fast/);
    },
  );
});

describe('the summary', () => {
  const results = [
    { label: 'unit', passed: 12, failed: 1, skipped: 0, seconds: 3.14 },
    { label: 'db mariadb', passed: 100, failed: 0, skipped: 2, seconds: 10 },
  ];

  it('adds everything up in its last line', () => {
    expect(lastLine(results)).toBe('112 passed, 1 failed');
  });

  it('has a line for each stage', () => {
    expect(summaryTable(results)).toMatch(/^suite .*\nunit +12 +1 +0 +3\.1\ndb mariadb +100 +0 +2 +10\.0$/);
  });
});
