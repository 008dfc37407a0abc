/** A JSON object, not a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as it is, nothing as an empty one. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Reads parts of a map file and notes what is wrong where. */
export class MapReader {
  readonly problems: string[] = [];

  fail(at: string, message: string): null {
    this.problems.push(at ? `${at}：${message}` : message);
    return null;
  }

  onlyKeys(value: Record<string, unknown>, at: string, allowed: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (!allowed.includes(key))
        this.fail(at ? `${at}.${key}` : key, `不认识，可用的有 ${allowed.join('、')}`);
    }
  }

  /** A text, or a list of them. */
  texts(value: unknown, at: string): string[] {
    const list = listOf(value);
    if (list.length > 0 && list.every((item) => typeof item === 'string')) return list;
    this.fail(at, '应为文字，或文字的列表');
    return [];
  }

  text(value: unknown, at: string): string {
    if (typeof value === 'string') return value;
    this.fail(at, '应为文字');
    return '';
  }

  flag(value: unknown, at: string): boolean {
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.fail(at, '应为 true 或 false');
    return false;
  }

  /** Text or null by text. */
  translations(value: unknown, at: string): Record<string, string | null> {
    const isTranslation = (item: unknown): boolean => item === null || typeof item === 'string';
    if (isObject(value) && Object.values(value).every(isTranslation))
      return value as Record<string, string | null>;
    this.fail(at, '应为对象：来源的值 → 我方的值或 null');
    return {};
  }
}
