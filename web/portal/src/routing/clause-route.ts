import type { ClauseView } from '../../../../src/clauses/clause.view.js';
import { formatAmount } from '../../../../src/portal/format/amount.js';
import { excerpt } from '../../../../src/portal/format/excerpt.js';
import { breadcrumbList, governmentService } from '../document/json-ld.js';
import { loadFrom } from './load.js';
import { page, param, queryText } from './page-route.js';

export const clauseRoute = page<ClauseView>({
  path: '/clauses/:code',
  name: 'clause',
  component: () => import('../pages/clause-page.vue'),
  load: (api, location) => {
    const path = `/clauses/${encodeURIComponent(param(location, 'code'))}`;
    const asked = ['version', 'asOf'].map((name) => [name, queryText(location, name)]);
    const query = new URLSearchParams(asked.filter(([, value]) => value !== '')).toString();
    return loadFrom(api, query ? `${path}?${query}` : path);
  },
  head: (clause) => {
    const amount = formatAmount(clause.amount);
    return {
      title: clause.title,
      description: `${amount ? `${amount}。` : ''}${excerpt(clause.benefit, 110)}`,
      // A withdrawn clause is read for its days only: without a day there is no page.
      canonical: clause.status === 'withdrawn' ? null : `/clauses/${clause.code}`,
      jsonLd: (site) => [
        governmentService(clause)(site),
        breadcrumbList([
          { name: '首页', path: '/' },
          { name: clause.ownerDepartment.name, path: `/departments/${clause.ownerDepartment.code}` },
          { name: clause.title, path: `/clauses/${clause.code}` },
        ])(site),
      ],
    };
  },
});
