import { inject, type InjectionKey, provide, type Ref } from 'vue';
import type { RuleFault } from '#libs/eligibility';

const KEY: InjectionKey<Ref<readonly RuleFault[]>> = Symbol('rule faults');

/** Lets the parts of a rule ask what is wrong with them. */
export const provideRuleFaults = (faults: Ref<readonly RuleFault[]>): void => provide(KEY, faults);

const OF_A_CASE = /^\.formula\.cases\[\d+\]\.when(?=[.[]|$)/;

const isBelow = (path: string, place: string): boolean =>
  path.startsWith(place) && (path[place.length] === '.' || path[place.length] === '[');

/** What is wrong at a place: exactly there, or there and in everything below. */
export function useRuleFaults() {
  const faults = inject(KEY);
  const pick = (wanted: (path: string) => boolean): string[] => [
    ...new Set((faults?.value ?? []).filter(({ path }) => wanted(path)).map(({ message }) => message)),
  ];
  return {
    at: (place: string): string[] => pick((path) => path === place),
    within: (place: string): string[] => pick((path) => path === place || isBelow(path, place)),
    /** Faults of the conditions of cases stand at the conditions. */
    outsideCases: (place: string): string[] =>
      pick((path) => (path === place || isBelow(path, place)) && !OF_A_CASE.test(path.slice(place.length))),
  };
}
