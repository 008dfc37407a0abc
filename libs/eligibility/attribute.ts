/** Whom a profile or a rule is about (主体): an enterprise or a citizen. */
export const SUBJECTS = ['enterprise', 'citizen'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** How carefully an answer is kept: each has a key of its own, and `sensitive` needs a consent of its own. */
export const SENSITIVITIES = ['general', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What kind of values an attribute has. `dates` is a list, such as the days on which children were born. */
export type AttributeType =
  'integer' | 'number' | 'flag' | 'choice' | 'choices' | 'region' | 'industry' | 'date' | 'dates';

export interface AttributeOption {
  value: string;
  label: string;
}

/** One thing that can be asked of a subject (属性). */
export interface Attribute {
  key: string;
  type: AttributeType;
  /** What people call it, in a few words. */
  label: string;
  question: string;
  help?: string;
  /** Where the answer can be looked up. */
  where?: string;
  unit?: string;
  /** How many yuan one unit is, where it is money. */
  yuan?: number;
  min?: number;
  max?: number;
  options?: AttributeOption[];
  /** The options stand in an order, the lowest first. */
  ordered?: boolean;
  /** Worked out from these attributes where it was not answered itself. */
  derivedFrom?: string[];
  /** Asked first, in this order, before anything is known. */
  opening?: number;
  sensitivity: Sensitivity;
}

/** An answer as JSON holds it: a code, codes, dates YYYY-MM-DD, a number or a flag. */
export type AnswerValue = string | number | boolean | readonly string[];

/** What was answered, by attribute key; what is missing is unknown. */
export type Answers = Readonly<Record<string, AnswerValue>>;
