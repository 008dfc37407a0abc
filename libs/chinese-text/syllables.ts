/** The syllables of Standard Chinese without tones by initial (汉语拼音方案), v for ü, and the bare ones. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a o e ai ei ao ou an en ang eng er',
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve',
  l: 'a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
  zh: 'a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
  sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
  r: 'e ao ou an en ang eng ong i u ua uo ui uan un',
  z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
  c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
  y: 'a e ao ou an in ang ing ong i o u ue uan un',
  w: 'a o ai ei an en ang eng u',
};

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);
const LONGEST = 6;
/** Every beginning of a syllable, for the last one while somebody is still typing. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...SYLLABLES].flatMap((syllable) => Array.from(syllable, (_, i) => syllable.slice(0, i + 1))),
);
/** What people type for ü. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['lue', 'lve'],
  ['nue', 'nve'],
]);

/** One way to cut letters into syllables. */
export interface SyllablePath {
  readonly syllables: readonly string[];
  /** The last syllable may go on: cheng may be the beginning of chengshi's first or the whole. */
  readonly open: boolean;
}

/** Cuts tried for one word, fewest syllables first. */
const MAX_PATHS = 6;

/**
 * The ways to cut a run of letters into syllables: fangan → fang an, fan gan. Fewest syllables first, at most six.
 * @param partial also accept a last syllable that is only begun (chuangyeb)
 * @returns empty when the letters are no pinyin
 */
export function syllablePaths(letters: string, { partial = false } = {}): SyllablePath[] {
  const text = letters.replaceAll('ü', 'v');
  /** ways[i]: the cuts of the text from i on. */
  const ways: SyllablePath[][] = Array.from({ length: text.length + 1 }, () => []);
  ways[text.length] = [{ syllables: [], open: false }];
  for (let from = text.length - 1; from >= 0; from--) {
    const found: SyllablePath[] = [];
    for (let to = Math.min(text.length, from + LONGEST); to > from; to--) {
      const piece = text.slice(from, to);
      const whole = SYLLABLES.has(piece) || SPELLINGS.has(piece);
      if (whole) {
        for (const rest of ways[to] ?? []) {
          found.push({ syllables: [SPELLINGS.get(piece) ?? piece, ...rest.syllables], open: rest.open });
        }
      } else if (partial && to === text.length && BEGINNINGS.has(piece)) {
        found.push({ syllables: [piece], open: true });
      }
    }
    ways[from] = found.sort((a, b) => cost(a) - cost(b)).slice(0, MAX_PATHS);
  }
  return ways[0] ?? [];
}

/** Fewer syllables are likelier, and a begun one is a makeshift. */
const cost = ({ syllables, open }: SyllablePath): number => syllables.length + (open ? 0.5 : 0);

/** Whether letters are one syllable. */
export function isSyllable(letters: string): boolean {
  return SYLLABLES.has(letters);
}
