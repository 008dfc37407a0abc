import { type Attribute, type Subject, SUBJECTS } from './attribute.js';
import { type OperatorName, operatorNamesOf } from './operators.js';
import { DEEPEST_GROUP } from './parse-condition.js';
import { AMOUNT_PERIODS } from './rule.js';
import { attributesOf, VOCABULARY_VERSION } from './vocabulary.js';

type Schema = Record<string, unknown>;

const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, minItems: 1, ...more });
const pair = (items: Schema): Schema => list(items, { minItems: 2, maxItems: 2 });
const open = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const DAY: Schema = { type: 'string', format: 'date' };
const YEARS: Schema = { type: 'integer', minimum: 0, maximum: 130 };
const YUAN: Schema = { type: 'number', minimum: 0 };

const CODES: Partial<Record<Attribute['type'], string>> = {
  region: '^\\d{6}$',
  industry: '^([A-T]|\\d{2,4})$',
};

/** What an operator takes for an attribute. */
function operandSchema({ type, options, min, max, label }: Attribute, operator: OperatorName): Schema {
  const option: Schema = { enum: (options ?? []).map(({ value }) => value) };
  const number: Schema = { type: type === 'integer' ? 'integer' : 'number', minimum: min, maximum: max };
  switch (operator) {
    case 'is':
      return type === 'flag' ? { type: 'boolean', title: label } : option;
    case 'includes':
      return option;
    case 'in':
    case 'includesAny':
    case 'includesAll':
      return list(option, { uniqueItems: true });
    case 'under':
      return list({ type: 'string', pattern: CODES[type] });
    case 'onOrBefore':
    case 'onOrAfter':
      return DAY;
    case 'agoAtLeast':
    case 'agoAtMost':
      return {
        ...open({ years: { type: 'integer', minimum: 0 }, months: { type: 'integer', minimum: 0 } }),
        minProperties: 1,
      };
    case 'someAge':
      return { ...open({ atLeast: YEARS, atMost: YEARS }), minProperties: 1 };
    case 'between':
      return pair(type === 'date' ? DAY : number);
    case 'atLeast':
    case 'atMost':
    case 'below':
    case 'above':
    case 'equals':
      return type === 'choice' ? option : number;
  }
}

function leafSchemas(attribute: Attribute): Schema[] {
  return operatorNamesOf(attribute).map((operator) =>
    open(
      {
        attribute: { const: attribute.key, title: attribute.label },
        [operator]: operandSchema(attribute, operator),
        sentence: { type: 'string', minLength: 2, description: '申请条件中的原文' },
      },
      ['attribute', operator],
    ),
  );
}

function conditionSchema(subject: Subject): Schema {
  const self: Schema = { $ref: `#/$defs/${subject}` };
  return {
    description: `最多嵌套 ${DEEPEST_GROUP} 层`,
    oneOf: [
      open({ all: list(self) }, ['all']),
      open({ any: list(self) }, ['any']),
      open({ not: self }, ['not']),
      open({ atLeast: { type: 'integer', minimum: 1 }, of: list(self) }, ['atLeast', 'of']),
      ...attributesOf(subject).flatMap(leafSchemas),
    ],
  };
}

/** Formulas by subject, as their cases hold conditions. */
function formulaSchema(subject: Subject): Schema {
  const self: Schema = { $ref: `#/$defs/${subject}Formula` };
  const when: Schema = { $ref: `#/$defs/${subject}` };
  const sum: Schema = { oneOf: [YUAN, pair(YUAN)] };
  const key: Schema = { enum: attributesOf(subject).map((attribute) => attribute.key) };
  const percent: Schema = { type: 'number', minimum: 0, maximum: 1_000 };
  const ages = open({ atLeast: YEARS, atMost: YEARS });
  const tier = open({ upTo: { type: 'number' }, amount: sum, percent });
  const bounded = (properties: Record<string, Schema>, required: string[]): Schema =>
    open({ ...properties, atLeast: YUAN, atMost: YUAN }, required);
  return {
    oneOf: [
      bounded({ fixed: sum }, ['fixed']),
      bounded({ percent, of: key }, ['percent', 'of']),
      bounded({ perUnit: sum, of: key, ages }, ['perUnit', 'of']),
      bounded({ tiers: list(tier), of: key, mode: { enum: ['step', 'slice'] } }, ['tiers', 'of']),
      bounded({ cases: list(open({ when, formula: self }, ['when', 'formula'])), otherwise: self }, [
        'cases',
      ]),
      bounded({ sum: list(self) }, ['sum']),
    ],
  };
}

function partSchema(subject: Subject): Schema {
  const amount = open(
    {
      per: { enum: AMOUNT_PERIODS },
      formula: { $ref: `#/$defs/${subject}Formula` },
      rounding: { enum: ['down', 'nearest', 'up'] },
      counts: { type: 'boolean' },
      note: { type: 'string', maxLength: 200 },
    },
    ['formula'],
  );
  return open({ when: { $ref: `#/$defs/${subject}` }, amount }, ['when']);
}

/** JSON Schema (2020-12) of rules, for editors; `parseRule` checks more: sentences, codes, contradictions. */
export function ruleSchema(): Schema {
  const clause: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' };
  const exclusion = open({ clause, sentence: { type: 'string' } }, ['clause']);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '资格规则',
    ...open(
      {
        vocabulary: { const: VOCABULARY_VERSION },
        enterprise: partSchema('enterprise'),
        citizen: partSchema('citizen'),
        excludes: { type: 'array', items: exclusion, maxItems: 50 },
      },
      ['vocabulary'],
    ),
    anyOf: SUBJECTS.map((subject) => ({ required: [subject] })),
    $defs: Object.fromEntries(
      SUBJECTS.flatMap((subject) => [
        [subject, conditionSchema(subject)],
        [`${subject}Formula`, formulaSchema(subject)],
      ]),
    ),
  };
}
