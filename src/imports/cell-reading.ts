import { tooDeepAt } from '#libs/eligibility';
import { type CellValue, parseDate, parseNumber, toHalfWidth } from '#libs/tabular';

/** A value for a record, or what is wrong with the cell; undefined for a cell that says nothing. */
export type Reading = { ok: true; value: unknown } | { ok: false; message: string };

/** Turns what stands in a cell into what a record holds. JSON values that fit already pass as they are. */
export type CellReader = (value: CellValue, date1904: boolean) => Reading;

const read = (value: unknown): Reading => ({ ok: true, value });

function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

const isStructure = (value: CellValue): boolean =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** Text; a number that Excel made of a phone or area code becomes text again. */
export const readText: CellReader = (value) => read(isStructure(value) ? value : textOf(value));

/** Text typed on a Chinese keyboard where a code is meant. */
export const readCode: CellReader = (value) => read(isStructure(value) ? value : toHalfWidth(textOf(value)));

export const readNumber: CellReader = (value) => parseNumber(value);

export const readDate: CellReader = (value, date1904) => parseDate(value, { date1904 });

/** A JSON object, as text in a cell. What is nested too deep is refused here: whatever follows would recurse. */
export const readJson: CellReader = (value) => {
  let structure: unknown = value;
  if (!isStructure(value)) {
    try {
      structure = JSON.parse(textOf(value));
    } catch {
      return { ok: false, message: '不是正确的 JSON，请检查括号、引号和逗号（要用半角）' };
    }
  }
  const deep = tooDeepAt(structure);
  if (deep === null) return read(structure);
  return { ok: false, message: `嵌套太深，请改成平铺的条件（在 ${deep.slice(0, 200)}）` };
};

function splitting(separators: RegExp, convert: (item: string) => unknown): CellReader {
  return (value) => {
    if (Array.isArray(value)) {
      return read(value.map((item) => (typeof item === 'string' ? convert(item.trim()) : item)));
    }
    if (isStructure(value)) return read(value);
    const items = textOf(value)
      .split(separators)
      .map((item) => item.trim());
    return read(items.filter((item) => item !== '').map(convert));
  };
}

/** Several names or codes in one cell. */
export const readList = splitting(/[\n、，,；;]/, (item) => item);

/** Several names which may hold a 、 themselves, as 外交、外事 does. */
export const readNames = splitting(/[\n，,；;]/, (item) => item);

/** Several codes, typed on whatever keyboard. */
export const readCodeList = splitting(/[\n、，,；;]/, toHalfWidth);

/** One text a line; commas belong to the text. */
export const readLines = splitting(/\n/, (item) => item);

/** Parts of a line, between upright bars of either width. */
const partsOf = (line: string): string[] => line.split(/[|｜]/).map((part) => part.trim());

/** `名称｜说明` a line. */
export const readMaterials = splitting(/\n/, (line) => {
  const [name = '', ...note] = partsOf(line);
  return { name, ...(note.length > 0 && { note: note.join('｜') }) };
});

/** `环节｜办理人｜工作日` a line; days that are no number stay text, so that validation names them. */
export const readSteps = splitting(/\n/, (line) => {
  const [name = '', actor = '', days = ''] = partsOf(line);
  const parsed = parseNumber(days);
  return { name, actor, ...(days !== '' && { workingDays: parsed.ok ? parsed.value : days }) };
});
