import { describe, expect, it } from '@jest/globals';
import { type Transition, TransitionTable } from './transition-table.js';

type Lamp = 'off' | 'on' | 'broken';
type Deed = 'press' | 'drop' | 'repair';

const ROWS: Transition<Lamp, Deed>[] = [
  { from: 'off', action: 'press', to: 'on' },
  { from: 'on', action: 'press', to: 'off' },
  { from: 'on', action: 'drop', to: 'broken' },
  { from: 'broken', action: 'repair', to: 'off' },
];
const make = (rows: Transition<Lamp, Deed>[]) => new TransitionTable(rows, ['off', 'on', 'broken'], 'off');

describe('a transition table', () => {
  it('finds the transition of an action', () => {
    expect(make(ROWS).find('on', 'drop')?.to).toBe('broken');
    expect(make(ROWS).find('off', 'drop')).toBeUndefined();
    expect(
      make(ROWS)
        .leaving('on')
        .map(({ action }) => action),
    ).toEqual(['press', 'drop']);
  });

  it.each([
    ['two ways by one action', [...ROWS, { from: 'on', action: 'drop', to: 'off' }], 'Two transitions'],
    ['a state that nothing reaches', ROWS.filter(({ to }) => to !== 'broken'), 'Nothing leads to broken'],
    [
      'a state without a way out',
      ROWS.filter(({ from }) => from !== 'broken'),
      'Nothing leads away from broken',
    ],
  ] as [string, Transition<Lamp, Deed>[], string][])('refuses %s', (_what, rows, message) => {
    expect(() => make(rows)).toThrow(message);
  });
});
