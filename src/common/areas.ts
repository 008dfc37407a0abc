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
