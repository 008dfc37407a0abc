/** Markup that is safe to send: everything from outside was escaped on its way in. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template; nothing (`undefined`, `false`) leaves no trace. */
export type Part = Html | string | number | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag for markup: text is escaped, markup is kept. Attribute values must stand in double quotes. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  const pieces = literals.map((literal, index) => literal + render(parts[index]));
  return new Html(pieces.join(''));
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
