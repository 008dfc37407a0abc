import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { type Answers, attributesOf, encodeAnswers, type Subject } from '#libs/eligibility';

type Plain = Record<string, unknown>;

/** Our operators, said to the peer; it has no three values: what is unknown is false. */
function operator(engine: Engine, name: string, test: (fact: never, value: never) => boolean): void {
  engine.addOperator(
    name,
    (fact: unknown, value: unknown) => fact !== undefined && test(fact as never, value as never),
  );
}

function convert(plain: Plain): NestedCondition {
  if (Array.isArray(plain['all'])) return { all: plain['all'].map((part) => convert(part as Plain)) };
  if (Array.isArray(plain['any'])) return { any: plain['any'].map((part) => convert(part as Plain)) };
  if (plain['not']) return { not: convert(plain['not'] as Plain) };
  const name = Object.keys(plain).find((key) => key !== 'attribute' && key !== 'sentence') ?? '';
  return { fact: String(plain['attribute']), operator: name, value: plain[name] };
}

const isTop = (condition: NestedCondition): condition is TopLevelCondition =>
  'all' in condition || 'any' in condition || 'not' in condition;

/** An engine of the peer with the same rules. */
export function peerEngine(rules: readonly { code: string; plain: object }[], today: string): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const codes = (fact: unknown) => String(fact).replace(/(00)+$/, '');
  const months = (value: { years?: number; months?: number }) =>
    (value.years ?? 0) * 12 + (value.months ?? 0);
  const ago = (value: { years?: number; months?: number }): string => {
    const date = new Date(`${today}T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() - months(value));
    return date.toISOString().slice(0, 10);
  };
  operator(engine, 'below', (fact: number, value: number) => fact < value);
  operator(engine, 'above', (fact: number, value: number) => fact > value);
  operator(engine, 'equals', (fact: number, value: number) => fact === value);
  operator(engine, 'atLeast', (fact: number | string, value: number | string) => fact >= value);
  operator(engine, 'atMost', (fact: number | string, value: number | string) => fact <= value);
  operator(
    engine,
    'between',
    (fact: number, value: [number, number]) => fact >= value[0] && fact <= value[1],
  );
  operator(engine, 'is', (fact: string, value: string) => fact === value);
  operator(engine, 'in', (fact: string, value: string[]) => value.includes(fact));
  operator(engine, 'includes', (fact: string[], value: string) => fact.includes(value));
  operator(engine, 'includesAny', (fact: string[], value: string[]) =>
    value.some((one) => fact.includes(one)),
  );
  operator(engine, 'includesAll', (fact: string[], value: string[]) =>
    value.every((one) => fact.includes(one)),
  );
  operator(engine, 'under', (fact: string, value: string[]) =>
    value.some((one) => fact.startsWith(codes(one))),
  );
  operator(engine, 'agoAtLeast', (fact: string, value: object) => fact <= ago(value));
  operator(engine, 'agoAtMost', (fact: string, value: object) => fact >= ago(value) && fact <= today);
  operator(engine, 'someAge', (fact: string[], value: { atLeast?: number; atMost?: number }) =>
    fact.some(
      (born) =>
        born > ago({ years: (value.atMost ?? 130) + 1 }) && born <= ago({ years: value.atLeast ?? 0 }),
    ),
  );
  for (const { code, plain } of rules) {
    const condition = convert(plain as Plain);
    engine.addRule({
      conditions: isTop(condition) ? condition : { all: [condition] },
      event: { type: code },
    });
  }
  return engine;
}

/** Facts of the peer, with what we work out worked out for it already. */
export function peerFacts(subject: Subject, answers: Answers, today: number): Record<string, unknown> {
  const values = encodeAnswers(subject, answers, today);
  const facts: Record<string, unknown> = { ...answers };
  for (const [slot, { key, options, type }] of attributesOf(subject).entries()) {
    const value = values[slot];
    if (facts[key] !== undefined || typeof value !== 'number') continue;
    facts[key] = type === 'choice' ? options?.[Math.log2(value)]?.value : value;
  }
  return facts;
}
