import type { Subject } from './attribute.js';
import { OPERATOR_NAMES, type OperatorName, operatorNamesOf, operatorOf } from './operators.js';
import type { Condition, Leaf, RuleFault } from './rule.js';
import { attributesOf, findAttribute } from './vocabulary.js';

/** Groups within groups. */
export const DEEPEST_GROUP = 12;
export const MOST_LEAVES = 200;

/** What conditions are checked against. */
export interface ParseContext {
  subject: Subject;
  /** The lines of the conditions text; null where no text belongs to it (inside amounts). */
  sentences: readonly string[] | null;
  faults: RuleFault[];
  /** Leaves met so far. */
  leaves: number;
}

const GROUPS = ['all', 'any', 'not', 'atLeast', 'of'] as const;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOperatorName = (name: string): name is OperatorName => OPERATOR_NAMES.some((known) => known === name);

/** The names most like a wrong one are the help that a person needs; a few are enough. */
function knownNames(subject: Subject, wrong: string): string {
  const known = attributesOf(subject).map(({ key }) => key);
  const like = known.filter((key) => key.toLowerCase().startsWith(wrong.slice(0, 2).toLowerCase()));
  return (like.length > 0 ? like : known).slice(0, 8).join('、');
}

function checkSentence(plain: Record<string, unknown>, path: string, context: ParseContext): string {
  const { sentence } = plain;
  if (context.sentences === null && sentence === undefined) return '';
  const place = `${path}.sentence`;
  if (typeof sentence !== 'string' || sentence.trim().length < 2) {
    context.faults.push({ path: place, message: '请写出这个条件来自申请条件中的哪句话' });
    return '';
  }
  if (context.sentences && !context.sentences.some((line) => line.includes(sentence.trim()))) {
    context.faults.push({
      path: place,
      message: `申请条件里没有“${sentence.slice(0, 40)}”这句话，请照原文填写`,
    });
  }
  return sentence.trim();
}

function parseLeaf(plain: Record<string, unknown>, path: string, context: ParseContext): Leaf | null {
  const { faults, subject } = context;
  const fault = (place: string, message: string): null => {
    faults.push({ path: place, message });
    return null;
  };
  context.leaves += 1;
  if (context.leaves === MOST_LEAVES + 1) return fault(path, `条件太多，最多 ${MOST_LEAVES} 个`);
  const name = String(plain['attribute']).slice(0, 40);
  const attribute = findAttribute(subject, name);
  if (!attribute) {
    const other = findAttribute(subject === 'citizen' ? 'enterprise' : 'citizen', name);
    const owner = other
      ? `属性 ${name} 不属于${subject === 'citizen' ? '群众' : '企业'}`
      : `没有属性 ${name}`;
    return fault(`${path}.attribute`, `${owner}，可以写 ${knownNames(subject, name)} 等`);
  }
  const sentence = checkSentence(plain, path, context);
  const others = Object.keys(plain).filter((key) => key !== 'attribute' && key !== 'sentence');
  const [operator] = others;
  const usable = operatorNamesOf(attribute).join('、');
  if (others.length !== 1 || operator === undefined) {
    return fault(path, `“${attribute.label}”要写且只写一种比较：${usable}`);
  }
  const known = isOperatorName(operator) ? operatorOf(attribute, operator) : undefined;
  if (!isOperatorName(operator) || !known) {
    return fault(`${path}.${operator.slice(0, 40)}`, `“${attribute.label}”不能这样比较，可以写 ${usable}`);
  }
  const operand = plain[operator];
  const wrong = known.fault(operand, attribute);
  if (wrong) return fault(`${path}.${operator}`, wrong);
  return { kind: 'leaf', attribute: name, operator, operand, sentence, path };
}

function parseParts(list: unknown, path: string, context: ParseContext, depth: number): Condition[] | null {
  if (!Array.isArray(list) || list.length === 0) {
    context.faults.push({ path, message: '应为条件的列表，至少一个条件' });
    return null;
  }
  const parts = list.map((part, index) => parseCondition(part, `${path}[${index}]`, context, depth + 1));
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length ? whole : null;
}

function parseGroup(
  plain: Record<string, unknown>,
  path: string,
  context: ParseContext,
  depth: number,
): Condition | null {
  const names = Object.keys(plain).sort().join();
  if (names === 'all' || names === 'any') {
    const parts = parseParts(plain[names], `${path}.${names}`, context, depth);
    return parts && { kind: names, parts, path };
  }
  if (names === 'not') {
    const part = parseCondition(plain['not'], `${path}.not`, context, depth + 1);
    return part && { kind: 'not', part, path };
  }
  if (names !== 'atLeast,of') {
    const message = '一组条件只写 all、any、not 其中一个，或者 atLeast 和 of';
    context.faults.push({ path, message });
    return null;
  }
  const { atLeast, of } = plain;
  const parts = parseParts(of, `${path}.of`, context, depth);
  const most = Array.isArray(of) ? of.length : 0;
  if (typeof atLeast !== 'number' || !Number.isInteger(atLeast) || atLeast < 1 || atLeast > most) {
    context.faults.push({ path: `${path}.atLeast`, message: `应为 1 到 ${most} 的整数` });
    return null;
  }
  return parts && { kind: 'atLeast', count: atLeast, parts, path };
}

/**
 * Checks one condition and all in it; faults go into the context. Null where there are any.
 * The depth of the JSON must have been checked before: this recurses.
 */
export function parseCondition(
  plain: unknown,
  path: string,
  context: ParseContext,
  depth = 0,
): Condition | null {
  const fault = (message: string): null => {
    context.faults.push({ path, message });
    return null;
  };
  if (!isObject(plain)) return fault('应为一个条件（JSON 对象）');
  if (depth > DEEPEST_GROUP) return fault(`条件嵌套太深，最多 ${DEEPEST_GROUP} 层`);
  if ('attribute' in plain) return parseLeaf(plain, path, context);
  if (!GROUPS.some((name) => name in plain)) {
    return fault('条件要写 attribute（属性），或者 all、any、not、atLeast');
  }
  return parseGroup(plain, path, context, depth);
}
