import type { CatalogueHome } from '../../../../src/catalogue/catalogue.view.js';
import type { Page } from '../../../../src/common/page.view.js';
import type { DepartmentView } from '../../../../src/departments/department.view.js';
import type { TopicGroupView } from '../../../../src/topics/topic.view.js';
import type { PortalApi } from '../../../../src/portal/render-contract.js';
import { loadAll, type Loaded } from './load.js';
import { fullestFirst } from './topic-groups.js';

/** How many topics the first page offers; the rest stands on the page of all topics. */
const POPULAR_TOPICS = 18;

/** Something to walk to from the first page, with how many clauses wait there. */
export interface Signpost {
  code: string;
  name: string;
  count: number;
}

/** What the first page shows. */
export interface HomeData extends CatalogueHome {
  departments: Signpost[];
  popularTopics: Signpost[];
  topicGroups: { name: string; topics: number }[];
}

type HomeParts = {
  home: CatalogueHome;
  departments: Page<DepartmentView>;
  topics: { items: TopicGroupView[] };
};

/** Keeps of departments and topics only what the page shows: the rest would triple its size. */
export async function loadHome(api: PortalApi): Promise<Loaded<HomeData>> {
  const loaded = await loadAll<HomeParts>(api, {
    home: '/catalogue/home',
    departments: '/departments?pageSize=100',
    topics: '/topics',
  });
  if (loaded.kind !== 'data') return loaded;
  const { home, departments, topics } = loaded.data;
  const popularTopics = topics.items
    .flatMap((group) => group.topics)
    .filter((topic) => topic.clauseCount > 0)
    .sort((a, b) => b.clauseCount - a.clauseCount)
    .slice(0, POPULAR_TOPICS)
    .map(({ code, name, clauseCount }) => ({ code, name, count: clauseCount }));
  const data: HomeData = {
    ...home,
    departments: departments.items.map(({ code, shortName, clauseCount }) => ({
      code,
      name: shortName,
      count: clauseCount,
    })),
    popularTopics,
    topicGroups: fullestFirst(topics.items).map((group) => ({
      name: group.name,
      topics: group.topics.length,
    })),
  };
  return { kind: 'data', data };
}
