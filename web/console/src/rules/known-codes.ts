import { areaList } from '@vant/area-data';
import { allIndustries, industriesBelow, industryName } from '#libs/eligibility';

/** A tree of codes to choose from. */
export interface CodeTree {
  name(code: string): string;
  /** The codes directly below one; the highest below null. */
  below(code: string | null): { code: string; name: string }[];
  search(text: string): { code: string; name: string }[];
}

interface Named {
  code: string;
  name: string;
}

const MOST = 30;
const NATION = '000000';

const named = (list: Record<string, string>): Named[] =>
  Object.entries(list).map(([code, name]) => ({ code, name }));

const searchIn = (all: readonly Named[], text: string): Named[] =>
  all
    .filter(({ code, name }) => code.startsWith(text.toUpperCase()) || name.includes(text))
    .sort((one, other) => one.name.length - other.name.length || one.code.length - other.code.length)
    .slice(0, MOST);

/** The name of a place; null for a code that names none. */
export function areaName(code: string): string | null {
  if (code === NATION) return '全国';
  const { province_list: provinces, city_list: cities, county_list: counties } = areaList;
  return provinces[code] ?? cities[code] ?? counties[code] ?? null;
}

function areasBelow(code: string | null): Named[] {
  const { province_list: provinces, city_list: cities, county_list: counties } = areaList;
  if (code === null || code === NATION) return named(provinces);
  if (code.endsWith('0000')) return named(cities).filter((city) => city.code.startsWith(code.slice(0, 2)));
  if (code.endsWith('00'))
    return named(counties).filter((county) => county.code.startsWith(code.slice(0, 4)));
  return [];
}

const allAreas = (): Named[] => [
  ...named(areaList.province_list),
  ...named(areaList.city_list),
  ...named(areaList.county_list),
];

/** The trees that attributes of these types are answered from. */
export const CODE_TREES: Record<'industry' | 'region', CodeTree> = {
  industry: {
    name: (code) => `${industryName(code) ?? '没有这个行业'}（${code}）`,
    below: industriesBelow,
    search: (text) => searchIn(allIndustries(), text),
  },
  region: {
    name: (code) => areaName(code) ?? `没有这个地区（${code}）`,
    below: areasBelow,
    search: (text) => searchIn(allAreas(), text),
  },
};
