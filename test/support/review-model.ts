/** The rules of the three reviews, said once more and otherwise than in src: a list of names, no table. */
export type Wish = 'edit' | 'submit' | 'approve' | 'return-author' | 'return-previous' | 'recall';

export interface ModelPerson {
  name: string;
  /** `registrar d1`, `publishing-office`, … */
  posts: string[];
  /** Whom the person stands in for. */
  for?: ModelPerson;
}

const REVIEWER = { first: 'department-reviewer', second: 'leader', third: 'publishing-office' } as const;
const AFTER = { first: 'second', second: 'third', third: 'published' } as const;
const BEFORE = { second: 'first', third: 'second' } as const;
type Step = keyof typeof REVIEWER;

const isStep = (state: string): state is Step => state in REVIEWER;

/** One draft as the rules want it. */
export class ModelDraft {
  state = 'draft';
  text = 0;
  publicText: number | null = null;
  private writers = new Set<string>();
  private approvals = new Map<Step, string[]>();

  constructor(readonly department: string) {}

  /** What is expected of a wish: `ok`, or the code of the refusal. */
  wish(
    person: ModelPerson,
    wish: Wish,
    { rightHash, comment }: { rightHash: boolean; comment: boolean },
  ): string {
    if (wish === 'edit') return this.edit(person);
    const steps = isStep(this.state);
    const fits = {
      submit: this.state === 'draft' || this.state === 'returned',
      approve: steps,
      'return-author': steps,
      'return-previous': this.state === 'second' || this.state === 'third',
      recall: steps,
    }[wish];
    if (!fits) return 'REVIEW.WRONG_STATE';
    if (wish === 'submit' || wish === 'recall') {
      if (!this.mayWrite(person)) return 'PERMISSION.OUT_OF_SCOPE';
      if (wish === 'recall') return this.back('draft');
      if (!rightHash) return 'REVIEW.OTHER_VERSION';
      if (this.publicText === this.text) return 'DRAFT.NOTHING_CHANGED';
      this.writers.add(person.name);
      this.state = 'first';
      return 'ok';
    }
    return this.decide(person, wish, this.state as Step, rightHash, comment);
  }

  private edit(person: ModelPerson): string {
    if (!this.mayWrite(person)) return 'PERMISSION.OUT_OF_SCOPE';
    this.text += 1;
    if (this.state === 'published') {
      this.writers.clear();
      this.approvals.clear();
    }
    this.writers.add(person.name);
    if (this.state !== 'returned') this.state = 'draft';
    this.approvals.clear();
    return 'ok';
  }

  private decide(person: ModelPerson, wish: Wish, step: Step, rightHash: boolean, comment: boolean): string {
    const names = this.namesFor(person, step);
    if (names.length === 0) return 'PERMISSION.OUT_OF_SCOPE';
    const taken = [...this.writers, ...[...this.approvals.values()].flat()];
    const free = names.find((group) => group.every((name) => !taken.includes(name)));
    if (!free) return 'REVIEW.NOT_INDEPENDENT';
    if (!rightHash) return 'REVIEW.OTHER_VERSION';
    if (wish !== 'approve' && !comment) return 'INPUT.INVALID';
    if (wish === 'return-author') return this.back('returned');
    if (wish === 'return-previous') {
      const target = BEFORE[step as keyof typeof BEFORE];
      if (target === 'first') this.approvals.clear();
      else this.approvals.delete('second');
      this.approvals.delete('third');
      this.state = target;
      return 'ok';
    }
    this.approvals.set(step, free);
    this.state = AFTER[step];
    if (this.state === 'published') this.publicText = this.text;
    return 'ok';
  }

  /** Under whose names the person may decide: alone, or together with whom they stand in for. */
  private namesFor(person: ModelPerson, step: Step): string[][] {
    const wanted = [`${REVIEWER[step]} ${this.department}`, REVIEWER[step]];
    const holds = (one: ModelPerson): boolean => one.posts.some((post) => wanted.includes(post));
    return [
      ...(holds(person) ? [[person.name]] : []),
      ...(person.for && holds(person.for) ? [[person.name, person.for.name]] : []),
    ];
  }

  private mayWrite({ posts }: ModelPerson): boolean {
    return posts.includes(`registrar ${this.department}`) || posts.includes('administrator');
  }

  private back(state: string): string {
    this.approvals.clear();
    this.state = state;
    return 'ok';
  }
}
