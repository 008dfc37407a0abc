import type { SiteView } from '../../../../src/catalogue/catalogue.view.js';
import type { ClauseView } from '../../../../src/clauses/clause.view.js';
import { SUPPORT_KIND_LABELS } from '../../../../src/clauses/clause.labels.js';

const CONTEXT = 'https://schema.org';

/** A link of a page's trail: its words and its path. */
export interface Crumb {
  name: string;
  path: string;
}

/** https://schema.org/BreadcrumbList of a page. */
export const breadcrumbList =
  (crumbs: Crumb[]) =>
  (site: SiteView): object => ({
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: site.publicUrl + crumb.path,
    })),
  });

/** https://schema.org/WebSite with the search box that search engines may show. */
export const webSite = (site: SiteView): object => ({
  '@context': CONTEXT,
  '@type': 'WebSite',
  name: site.name,
  url: `${site.publicUrl}/`,
  inLanguage: 'zh-CN',
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.publicUrl}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
});

const AUDIENCE_TYPES = {
  enterprise: ['BusinessAudience'],
  citizen: ['PeopleAudience'],
  both: ['BusinessAudience', 'PeopleAudience'],
} as const;

function channelsOf(clause: ClauseView): object[] {
  const channels: object[] = [];
  if (clause.onlineUrl) channels.push({ '@type': 'ServiceChannel', serviceUrl: clause.onlineUrl });
  if (clause.windowAddress) {
    channels.push({
      '@type': 'ServiceChannel',
      serviceLocation: { '@type': 'Place', name: clause.windowAddress },
    });
  }
  if (clause.phone) {
    channels.push({
      '@type': 'ServiceChannel',
      servicePhone: { '@type': 'ContactPoint', telephone: clause.phone },
    });
  }
  return channels;
}

/** https://schema.org/GovernmentService of a clause. */
export const governmentService =
  (clause: ClauseView) =>
  (site: SiteView): object => ({
    '@context': CONTEXT,
    '@type': 'GovernmentService',
    name: clause.title,
    description: clause.benefit,
    url: `${site.publicUrl}/clauses/${encodeURIComponent(clause.code)}`,
    inLanguage: 'zh-CN',
    serviceType: SUPPORT_KIND_LABELS[clause.supportKind],
    audience: AUDIENCE_TYPES[clause.audience].map((type) => ({ '@type': type })),
    serviceOperator: { '@type': 'GovernmentOrganization', name: clause.ownerDepartment.name },
    areaServed: clause.regions.map((region) => ({ '@type': 'AdministrativeArea', name: region.name })),
    availableChannel: channelsOf(clause),
    isBasedOn: {
      '@type': 'Legislation',
      name: clause.fullPolicy.title,
      ...(clause.fullPolicy.documentNumber
        ? { legislationIdentifier: clause.fullPolicy.documentNumber }
        : {}),
      ...(clause.fullPolicy.sourceUrl ? { url: clause.fullPolicy.sourceUrl } : {}),
    },
  });
