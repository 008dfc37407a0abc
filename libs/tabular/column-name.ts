/** Last column Excel has: XFD. */
export const LAST_COLUMN_INDEX = 16_383;
/** Last row Excel has, 1-based. */
export const LAST_ROW = 1_048_576;

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` → 0, `AA` → 26. Only upper-case letters are understood; callers check the form first. */
export function columnIndex(name: string): number {
  let index = 0;
  for (let i = 0; i < name.length; i += 1) index = index * 26 + name.charCodeAt(i) - 64;
  return index - 1;
}
