const STYLE =
  'body{font:1rem/1.7 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#16242c}a{color:#0b5577}';

const SPECIAL: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);

/** The page for when pages cannot be rendered. It needs nothing but itself: no files, no API. */
export function failurePage(title: string, detail: string | null): string {
  const advice = escaped(detail ?? '请稍后再试。如果一直这样，请拨打 12345 告诉我们。');
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(title)}</h1><p>${advice}</p><p><a href="/">回到首页</a></p></main></body></html>`,
  ].join('');
}
