import type { ExactWording, SortRange } from '#libs/search-index';

/** A search as it was typed, taken apart (精确搜索). */
export interface PreciseQuery {
  /** Words without quotes, minus or field. */
  readonly text: string;
  readonly wordings: readonly ExactWording[];
  readonly ranges: readonly SortRange[];
}

/** Field names that people may write before a colon, and the index's field. */
const FIELDS: Readonly<Record<string, string>> = {
  标题: 'title',
  title: 'title',
  条款: 'title',
  clause: 'title',
  文号: 'documentNumber',
  number: 'documentNumber',
  部门: 'department',
  department: 'department',
};
const DATE_FIELDS: ReadonlySet<string> = new Set(['日期', 'date']);

/** minus, field, then a wording in quotes or up to the next blank; a lone word is a word. */
const PART =
  /(?<minus>(?<=^|\s)-)?(?:(?<field>[\p{Script=Han}a-z]{2,10})[:：])?(?:["“”](?<quoted>[^"“”]*)["“”]?|(?<word>[^\s"“”]+))/giu;
const MOST_WORDINGS = 12;

/**
 * Reads quotes, minus, field filters and dates: `"一次性补贴" -贷款 部门:人社局 日期:2024-01..2024-12`. What is not written
 * so stays text.
 */
export function readPreciseQuery(typed: string): PreciseQuery {
  const words: string[] = [];
  const wordings: ExactWording[] = [];
  const ranges: SortRange[] = [];
  for (const match of typed.matchAll(PART)) {
    const { minus, field = '', quoted, word = '' } = match.groups ?? {};
    const name = field.toLowerCase();
    const text = quoted ?? word;
    const known = FIELDS[name];
    const range = DATE_FIELDS.has(name) ? dateRange(text) : null;
    if (range !== null) ranges.push(range);
    else if (
      wordings.length < MOST_WORDINGS &&
      (minus !== undefined || known !== undefined || isQuoted(quoted))
    ) {
      const whole = known === undefined && field !== '' ? `${field}:${text}` : text;
      wordings.push({ text: whole, exclude: minus !== undefined, ...(known && { field: known }) });
    } else words.push(match[0]);
  }
  return {
    text: words.join(' '),
    wordings: wordings.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    ranges,
  };
}

const isQuoted = (quoted: string | undefined): boolean => quoted !== undefined && quoted.trim() !== '';

/** `2024`, `2024-05`, `2024-05-01`, each alone or two of them parted by `..`. */
function dateRange(text: string): SortRange | null {
  const [from, to = from] = text.split('..');
  const start = dayOf(from ?? '', '-01-01', '-01');
  const end = dayOf(to ?? '', '-12-31', '-31');
  if (start === null || end === null) return null;
  return { by: 'publishedAt', from: start, to: end + DAY_MS - 1 };
}

const DAY_MS = 86_400_000;

function dayOf(text: string, yearTail: string, monthTail: string): number | null {
  const tail = /^\d{4}$/.test(text) ? yearTail : /^\d{4}-\d{2}$/.test(text) ? monthTail : '';
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return null;
  const day = Date.parse(`${text}${tail}`);
  if (!Number.isNaN(day)) return day;
  // The 31st of a shorter month.
  const next = Date.parse(`${text}-28`);
  return Number.isNaN(next) ? null : next + 3 * DAY_MS;
}
