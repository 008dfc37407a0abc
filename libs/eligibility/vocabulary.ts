import type { Attribute, Subject } from './attribute.js';
import vocabulary from './vocabulary.zh.json' with { type: 'json' };

/** Rules name the version that they were written for. */
export const VOCABULARY_VERSION: number = vocabulary.version;

const LISTS: Record<Subject, readonly Attribute[]> = {
  enterprise: vocabulary.enterprise as Attribute[],
  citizen: vocabulary.citizen as Attribute[],
};

const PLACES: Record<Subject, ReadonlyMap<string, number>> = {
  enterprise: new Map(LISTS.enterprise.map(({ key }, index) => [key, index])),
  citizen: new Map(LISTS.citizen.map(({ key }, index) => [key, index])),
};

/** All attributes of a subject, in the order in which people are best asked. */
export const attributesOf = (subject: Subject): readonly Attribute[] => LISTS[subject];

/** The attribute of that name; undefined where the subject has none. */
export const findAttribute = (subject: Subject, key: string): Attribute | undefined =>
  LISTS[subject][PLACES[subject].get(key) ?? -1];

/** The place of an attribute in encoded answers. @throws Error for an unknown one: rules were checked before */
export function slotOf(subject: Subject, key: string): number {
  const slot = PLACES[subject].get(key);
  if (slot === undefined) throw new Error(`No attribute ${key} of ${subject}`);
  return slot;
}

/** What an option is called. */
export const optionLabel = (attribute: Attribute, value: string): string =>
  attribute.options?.find((option) => option.value === value)?.label ?? value;
