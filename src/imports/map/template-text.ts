/** `{field}` or `{field:from:to}`; a field's name holds neither braces nor colons. */
const PLACEHOLDER = /\{([^{}:]+)(?::(-?\d+)(?::(-?\d+))?)?\}/g;

/** The source fields that a template names. */
export const fieldsOfTemplate = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

/** What is wrong with a template; null where nothing is. */
export const templateProblem = (template: string): string | null =>
  /[{}]/.test(template.replace(PLACEHOLDER, '')) ? '花括号应写成 {字段} 或 {字段:起:止}' : null;

/** The template with the texts of its fields put in; null where one of them is empty: half a code is no code. */
export function fillTemplate(template: string, textOf: (field: string) => string): string | null {
  let complete = true;
  const text = template.replace(PLACEHOLDER, (_all, field: string, from?: string, to?: string) => {
    const part = textOf(field).slice(Number(from ?? 0), to === undefined ? undefined : Number(to));
    if (part === '') complete = false;
    return part;
  });
  return complete ? text : null;
}
