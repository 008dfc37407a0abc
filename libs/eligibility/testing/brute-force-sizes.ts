/* Size classes for the second evaluator: shares no code with the library either. */

/** Rows of 6.5 of the regulations: lower bounds [staff, revenue, assets] of small, medium and large. */
const ROWS: [RegExp, (number | null)[][]][] = [
  [
    /^(A|0[1-5])/,
    [
      [null, 50, null],
      [null, 500, null],
      [null, 20000, null],
    ],
  ],
  [
    /^(B|C|D|0[6-9]|[1-3]\d|4[0-6])/,
    [
      [20, 300, null],
      [300, 2000, null],
      [1000, 40000, null],
    ],
  ],
  [
    /^(E|4[7-9]|50)/,
    [
      [null, 300, 300],
      [null, 6000, 5000],
      [null, 80000, 80000],
    ],
  ],
  [
    /^51/,
    [
      [5, 1000, null],
      [20, 5000, null],
      [200, 40000, null],
    ],
  ],
  [
    /^52/,
    [
      [10, 100, null],
      [50, 500, null],
      [300, 20000, null],
    ],
  ],
  [
    /^(5[4-8]|591)/,
    [
      [20, 200, null],
      [300, 3000, null],
      [1000, 30000, null],
    ],
  ],
  [
    /^59[2-9]/,
    [
      [20, 100, null],
      [100, 1000, null],
      [200, 30000, null],
    ],
  ],
  [
    /^60/,
    [
      [20, 100, null],
      [300, 2000, null],
      [1000, 30000, null],
    ],
  ],
  [
    /^(H|6[12])/,
    [
      [10, 100, null],
      [100, 2000, null],
      [300, 10000, null],
    ],
  ],
  [
    /^6[34]/,
    [
      [10, 100, null],
      [100, 1000, null],
      [2000, 100000, null],
    ],
  ],
  [
    /^65/,
    [
      [10, 50, null],
      [100, 1000, null],
      [300, 10000, null],
    ],
  ],
  [
    /^701/,
    [
      [null, 100, 2000],
      [null, 1000, 5000],
      [null, 200000, 10000],
    ],
  ],
  [
    /^702/,
    [
      [100, 500, null],
      [300, 1000, null],
      [1000, 5000, null],
    ],
  ],
  [
    /^(L|7[12])/,
    [
      [10, null, 100],
      [100, null, 8000],
      [300, null, 120000],
    ],
  ],
  // Codes that say too little to tell the row, and finance: no class.
  [/^(F|G|I|K|J|59|70|6[6-9])$/, []],
  [/^6[6-9]/, []],
  [
    /^./,
    [
      [10, null, null],
      [100, null, null],
      [300, null, null],
    ],
  ],
];
export const SIZES = ['micro', 'small', 'medium', 'large'];

function sizeOf(bounds: (number | null)[][], facts: number[]): string {
  for (const place of [2, 1, 0]) {
    const met = (bounds[place] ?? []).every((least, fact) => least === null || Number(facts[fact]) >= least);
    if (met) return SIZES[place + 1] ?? '';
  }
  return 'micro';
}

/** All classes that some completion of the unknown facts would have. */
export function possibleSizes(answers: Readonly<Record<string, unknown>>): string[] {
  const industry = answers['industry'];
  if (typeof industry !== 'string') return SIZES;
  const bounds = ROWS.find(([pattern]) => pattern.test(industry))?.[1] ?? [];
  if (bounds.length === 0) return SIZES;
  const facts = ['staff', 'revenue', 'assets'].map((key) =>
    typeof answers[key] === 'number' ? [answers[key]] : [0, 1e9, ...bounds.flat().map(Number)],
  );
  const found = new Set<string>();
  for (const staff of facts[0] ?? [])
    for (const revenue of facts[1] ?? [])
      for (const assets of facts[2] ?? []) found.add(sizeOf(bounds, [staff, revenue, assets]));
  return [...found];
}
