import type { SiteView } from '../../../../src/catalogue/catalogue.view.js';
import type { PageProblem } from '../api/problem.js';

/** What a page says about itself to browsers, search engines and chat windows. */
export interface PageHead {
  /** Without the site's name; empty on the first page. */
  title: string;
  description: string;
  /** Path (and query) under which this content should be known; null = none, because it is personal or an error. */
  canonical: string | null;
  /** schema.org objects, in which addresses are paths: they are completed with the site's public address. */
  jsonLd?: (site: SiteView) => object[];
  /** Address of an Atom feed for this page. */
  feed?: string;
}

/** How an error page names itself. */
export const problemHead = (problem: PageProblem): PageHead => ({
  title: problem.title,
  description: problem.detail,
  canonical: null,
});

/** The whole title, e.g. 一次性创业补贴 - 政策超市. */
export const fullTitle = (head: PageHead, site: SiteView): string =>
  head.title ? `${head.title} - ${site.name}` : `${site.name} - 惠民惠企政策一站查找`;

/** Gives the running document the head of another page after a navigation in the browser. */
export function applyHead(head: PageHead, site: SiteView): void {
  document.title = fullTitle(head, site);
  document.querySelector('meta[name="description"]')?.setAttribute('content', head.description);
  const canonical = document.querySelector('link[rel="canonical"]');
  if (head.canonical) canonical?.setAttribute('href', site.publicUrl + head.canonical);
  else canonical?.remove();
  // Structured data is for crawlers, which load each page afresh; a stale copy would describe the wrong page.
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) script.remove();
}
