import { SUBJECTS, type Subject } from './attribute.js';
import type { Day } from './calendar.js';
import { contradictionsIn } from './contradictions.js';
import { tooDeepAt } from './json-depth.js';
import { parseAmount } from './parse-amount.js';
import { isObject, parseCondition } from './parse-condition.js';
import type { EligibilityRule, Exclusion, RuleFault, RulePart } from './rule.js';
import { VOCABULARY_VERSION } from './vocabulary.js';

const MOST_EXCLUSIONS = 50;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const FIELDS = new Set(['vocabulary', 'enterprise', 'citizen', 'excludes']);

/** A rule that passed every check, or what is wrong with it. */
export type ParsedRule = { rule: EligibilityRule; faults: [] } | { rule: null; faults: RuleFault[] };

function parsePart(
  plain: unknown,
  subject: Subject,
  sentences: readonly string[],
  today: Day,
  faults: RuleFault[],
): RulePart | null {
  if (!isObject(plain)) {
    faults.push({ path: subject, message: '应为 {"when": 条件, "amount"?: 金额}' });
    return null;
  }
  for (const name of Object.keys(plain)) {
    if (name !== 'when' && name !== 'amount') {
      faults.push({ path: `${subject}.${name.slice(0, 40)}`, message: '没有这个字段，请删去' });
    }
  }
  const context = { subject, sentences, faults, leaves: 0 };
  const when = parseCondition(plain['when'], `${subject}.when`, context);
  const { amount } = plain;
  const sum = amount === undefined ? null : parseAmount(amount, `${subject}.amount`, subject, faults);
  if (!when) return null;
  for (const path of contradictionsIn(when, subject, today)) {
    faults.push({ path, message: '这里的条件互相矛盾，永远不会成立，请检查' });
  }
  return { when, amount: sum };
}

function parseExclusions(plain: unknown, sentences: readonly string[], faults: RuleFault[]): Exclusion[] {
  if (plain === undefined) return [];
  if (!Array.isArray(plain) || plain.length > MOST_EXCLUSIONS) {
    faults.push({ path: 'excludes', message: `应为列表，最多 ${MOST_EXCLUSIONS} 项` });
    return [];
  }
  return plain.flatMap((one: unknown, index): Exclusion[] => {
    const path = `excludes[${index}]`;
    if (!isObject(one) || typeof one['clause'] !== 'string' || !CODE.test(one['clause'])) {
      faults.push({ path: `${path}.clause`, message: '应为不能同时享受的条款的编码' });
      return [];
    }
    const { clause, sentence = null } = one;
    if (sentence !== null) {
      const occurs =
        typeof sentence === 'string' &&
        sentence.trim().length > 1 &&
        sentences.some((line) => line.includes(sentence.trim()));
      if (!occurs) {
        const message = '申请条件里没有这句话，请照原文填写，或者不写';
        faults.push({ path: `${path}.sentence`, message });
      }
    }
    return [{ clause, sentence: typeof sentence === 'string' ? sentence.trim() : null }];
  });
}

/**
 * Checks the rules of a clause as they come in; every fault has its place.
 * @param sentences the lines of the clause's conditions, to which each leaf is bound
 * @param today yyyymmdd, for relative dates
 */
export function parseRule(plain: unknown, sentences: readonly string[], today: Day): ParsedRule {
  const faults: RuleFault[] = [];
  const deep = tooDeepAt(plain);
  if (deep !== null) return { rule: null, faults: [{ path: deep, message: '嵌套太深，请改成平铺的条件' }] };
  if (!isObject(plain)) {
    return { rule: null, faults: [{ path: '', message: '资格规则应为 JSON 对象' }] };
  }
  for (const name of Object.keys(plain).filter((field) => !FIELDS.has(field))) {
    faults.push({ path: name.slice(0, 40), message: '没有这个字段，请删去' });
  }
  if (plain['vocabulary'] !== VOCABULARY_VERSION) {
    faults.push({ path: 'vocabulary', message: `应为词汇表的版本 ${VOCABULARY_VERSION}` });
  }
  const parts: EligibilityRule['parts'] = {};
  for (const subject of SUBJECTS) {
    if (plain[subject] === undefined) continue;
    const part = parsePart(plain[subject], subject, sentences, today, faults);
    if (part) parts[subject] = part;
  }
  if (plain['enterprise'] === undefined && plain['citizen'] === undefined) {
    faults.push({ path: '', message: '要写 enterprise（企业）或 citizen（群众）的条件' });
  }
  const excludes = parseExclusions(plain['excludes'], sentences, faults);
  return faults.length > 0 ? { rule: null, faults } : { rule: { parts, excludes }, faults: [] };
}
