const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Puts an apostrophe before text that a spreadsheet might run as a formula when it is opened as CSV or pasted.
 * Source: OWASP, CSV Injection. Numbers are to be written as numbers, not through this.
 */
export function escapeFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
