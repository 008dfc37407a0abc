const TITLES: Record<500 | 503, string> = { 500: '系统出错了', 503: '暂时无法提供服务' };

const STYLE =
  'body{font:1rem/1.7 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#16242c}a{color:#0b5577}';

/**
 * The page for when pages cannot be rendered. It needs nothing but itself: no files, no API.
 * `detail` is our own text, so it is not escaped.
 */
export function failurePage(status: 500 | 503, detail: string | null): string {
  const advice = detail ?? '请稍后再试。如果一直这样，请拨打 12345 告诉我们。';
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${TITLES[status]}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${TITLES[status]}</h1><p>${advice}</p><p><a href="/">回到首页</a></p></main></body></html>`,
  ].join('');
}
