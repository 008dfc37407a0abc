import type { SiteView } from '../../../../src/catalogue/catalogue.view.js';
import type { PageAssets } from './page-assets.js';
import { escapeHtml, scriptJson } from '../../../../src/portal/format/html.js';
import { fullTitle, type PageHead } from './page-head.js';

interface DocumentParts {
  head: PageHead;
  site: SiteView;
  assets: PageAssets;
  /** The rendered app. */
  app: string;
  /** What hydration starts from. */
  state: unknown;
}

function headTags({ head, site }: DocumentParts): string {
  const title = escapeHtml(fullTitle(head, site));
  const description = escapeHtml(head.description);
  const tags = [
    `<title>${title}</title>`,
    `<meta name="description" content="${description}">`,
    `<meta property="og:type" content="website">`,
    `<meta property="og:locale" content="zh_CN">`,
    `<meta property="og:site_name" content="${escapeHtml(site.name)}">`,
    `<meta property="og:title" content="${escapeHtml(head.title || site.name)}">`,
    `<meta property="og:description" content="${description}">`,
  ];
  if (head.canonical) {
    const address = escapeHtml(site.publicUrl + head.canonical);
    tags.push(`<link rel="canonical" href="${address}">`, `<meta property="og:url" content="${address}">`);
  } else {
    tags.push('<meta name="robots" content="noindex">');
  }
  if (head.feed) {
    tags.push(
      `<link rel="alternate" type="application/atom+xml" title="${title}" href="${escapeHtml(head.feed)}">`,
    );
  }
  for (const object of head.jsonLd?.(site) ?? []) {
    tags.push(`<script type="application/ld+json">${scriptJson(object)}</script>`);
  }
  return tags.join('');
}

function assetTags({ assets }: DocumentParts): string {
  return [
    // Not deferred on purpose: the chosen text size must hold before the first paint.
    `<script src="${assets.preferences}"></script>`,
    `<link rel="stylesheet" href="${assets.style}">`,
    `<link rel="icon" type="image/svg+xml" href="${assets.icon}">`,
    ...assets.preload.map((file) => `<link rel="modulepreload" href="${file}">`),
  ].join('');
}

/** The full HTML document of a page. */
export function renderDocument(parts: DocumentParts): string {
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    '<meta name="theme-color" content="#0b5577"><meta name="format-detection" content="telephone=no">',
    assetTags(parts),
    headTags(parts),
    `</head><body><div id="app">${parts.app}</div>`,
    `<script type="application/json" id="page-data">${scriptJson(parts.state)}</script>`,
    `<script type="module" src="${parts.assets.script}"></script></body></html>`,
  ].join('\n');
}
