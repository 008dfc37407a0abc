/** A small catalogue, made anew for each test: change what the test is about. */
export function sampleCatalogue() {
  return {
    departments: [
      {
        code: 'hrss',
        name: '市人力资源和社会保障局',
        shortName: '市人社局',
        region: '420800',
        phones: ['12333'],
      },
      { code: 'tax', name: '市税务局', region: '420800' },
    ],
    topics: [
      { code: 'T1', group: '热点', name: '创业', aliases: ['开店', '创业补贴'] },
      { code: 'T2', group: '综合', name: '外交、外事' },
    ],
    policies: [
      {
        code: 'p1',
        title: '关于支持创业的若干措施',
        documentNumber: '测政发〔2026〕1号',
        level: '市级',
        region: '420800',
        issuedOn: '2026-01-05',
      },
    ],
    clauses: [clause('c1', 1), clause('c2', 2), clause('c3', 3)],
  };
}

/** A valid clause of the sample catalogue. */
export function clause(code: string, ordinal: number): Record<string, unknown> {
  return {
    code,
    department: 'hrss',
    policy: 'p1',
    ordinal,
    title: `补贴${ordinal}`,
    audience: '企业',
    supportKind: '资金补贴',
    benefit: '给予一次性补贴。',
    amount: { max: 5000, unit: '元' },
    topics: ['创业'],
  };
}

/** The sample with all its codes and names behind a prefix, to stand beside other catalogues. */
export function prefixedCatalogue(prefix: string): ReturnType<typeof sampleCatalogue> {
  const { departments, policies } = sampleCatalogue();
  return {
    departments: departments.map((one) => ({ ...one, code: prefix + one.code, name: prefix + one.name })),
    topics: [],
    policies: policies.map((one) => ({ ...one, code: prefix + one.code, title: prefix + one.title })),
    clauses: [1, 2, 3].map((ordinal) => ({
      ...clause(`${prefix}c${ordinal}`, ordinal),
      department: `${prefix}hrss`,
      policy: `${prefix}p1`,
      title: `一次性补贴${prefix}`,
    })),
  };
}
