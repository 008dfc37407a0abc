const HEAD = ['suite', 'passed', 'failed', 'skipped', 'seconds'];

/**
 * Lays out results as a table.
 * @param {import('./jest-stage.mjs').StageResult[]} results one a line
 * @returns {string} several lines; numbers are right-aligned
 */
export function summaryTable(results) {
  const rows = results.map((r) => [r.label, r.passed, r.failed, r.skipped, r.seconds.toFixed(1)].map(String));
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return [HEAD, ...rows].map(line).join('\n');
}

/**
 * The line that other programs read.
 * @param {Pick<import('./jest-stage.mjs').StageResult, 'passed' | 'failed'>[]} results all stages
 * @returns {string} `N passed, N failed`
 */
export function lastLine(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
