import { type Answers, findAttribute, industryName, type Subject } from '#libs/eligibility';
import { areaName } from '../common/areas.js';

/** What the codes among answers are called, by attribute: for whoever reads them. */
export function namesOf(subject: Subject, answers: Answers): Record<string, string> {
  const entries = Object.entries(answers).flatMap(([key, code]): [string, string][] => {
    const type = findAttribute(subject, key)?.type;
    if (typeof code !== 'string' || (type !== 'industry' && type !== 'region')) return [];
    const name = type === 'industry' ? industryName(code) : areaName(code);
    return name === null ? [] : [[key, name]];
  });
  return Object.fromEntries(entries);
}
