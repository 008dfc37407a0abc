import { areaList } from '@vant/area-data';

const NATION = '000000';

/** The Chinese name of an administrative area code (GB/T 2260, data of @vant/area-data); null if there is none. */
export function areaName(code: string): string | null {
  if (code === NATION) return '全国';
  return areaList.province_list[code] ?? areaList.city_list[code] ?? areaList.county_list[code] ?? null;
}

/** The code with its name, for views. */
export const areaView = (code: string): { code: string; name: string } => ({
  code,
  name: areaName(code) ?? code,
});

/** All provinces, cities and counties, each with the names above it: 湖北省荆门市东宝区. */
export function allAreas(): { code: string; name: string }[] {
  const { province_list: provinces, city_list: cities, county_list: counties } = areaList;
  const above = (code: string): string => provinces[`${code.slice(0, 2)}0000`] ?? '';
  const city = (code: string): string => cities[`${code.slice(0, 4)}00`] ?? '';
  return [
    ...Object.entries(provinces).map(([code, name]) => ({ code, name })),
    ...Object.entries(cities).map(([code, name]) => ({ code, name: `${above(code)}${name}` })),
    ...Object.entries(counties).map(([code, name]) => ({ code, name: `${above(code)}${city(code)}${name}` })),
  ];
}
