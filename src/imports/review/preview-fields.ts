import { fieldLabel } from '../../reviews/draft.labels.js';
import type { FieldChange } from '../../reviews/drafts/draft-content.js';
import type { FieldChangeView } from '../../reviews/draft.view.js';

/** A text of this length is shown whole. */
const LONGEST = 2_000;
/** What is shown around the place where two long texts differ. */
const AROUND = 100;

const CALLED: Record<string, string> = {
  name: '名称',
  shortName: '简称',
  phones: '电话',
  address: '地址',
  group: '主题分组',
  description: '说明',
  aliases: '别名',
};

function cut(text: string, from: number, to: number): string {
  const end = Math.min(to, from + LONGEST);
  return `${from > 0 ? '……' : ''}${text.slice(from, end)}${end < text.length ? '……' : ''}`;
}

/** Two texts, or of long ones only where they differ. */
export function shortened(before: string, after: string): { before: string; after: string } {
  if (before.length <= LONGEST && after.length <= LONGEST) return { before, after };
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const from = Math.max(0, start - AROUND);
  const rest = Math.max(0, end - AROUND);
  return {
    before: cut(before, from, before.length - rest),
    after: cut(after, from, after.length - rest),
  };
}

/** A change of a field as a preview shows it. */
export function toFieldView({ field, before, after }: FieldChange): FieldChangeView {
  const label = CALLED[field] ?? fieldLabel(field);
  if (typeof before !== 'string' && typeof after !== 'string') return { field, label, before, after };
  const isText = (value: unknown): value is string => typeof value === 'string';
  const short = shortened(isText(before) ? before : '', isText(after) ? after : '');
  return {
    field,
    label,
    before: isText(before) ? short.before : before,
    after: isText(after) ? short.after : after,
  };
}
