import 'reflect-metadata';
import { CatalogueModule } from '../../../src/catalogue/catalogue.module.js';
import { withApplication } from '../../../src/cli/with-application.js';
import { ClausesService } from '../../../src/clauses/clauses.service.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { BEFORE_ALL_IDS } from '../../../src/database/new-id.js';
import { EligibilityModule } from '../../../src/eligibility/eligibility.module.js';
import { ProfileMatchingService } from '../../../src/eligibility/profile-matching.service.js';
import { RuleBookService } from '../../../src/eligibility/rule-book.service.js';
import { limitMemory } from '../../../src/limit-memory.js';

/** How long it takes to find the stored profiles that one clause fits. */
export interface ReverseFigures {
  found: number;
  seconds: number;
  /** Of this process, its threads included. */
  rss_before_bytes: number;
  /** At most in each quarter of the pages. */
  rss_quarters_bytes: number[];
  peak_rss_bytes: number;
}

const SAMPLE_EVERY_MS = 5;
const [code = ''] = process.argv.slice(2);

limitMemory();
const result = await withApplication(loadConfig(), [CatalogueModule, EligibilityModule], async (app) => {
  const entries = await app.get(RuleBookService, { strict: false }).current();
  const version = [...entries.values()].find(({ row }) => row.clause.code === code)?.row.version.id ?? '';
  const row = (await app.get(ClausesService, { strict: false }).rowsOfVersions([version])).get(version);
  const [read] = row ? app.get(ProfileMatchingService, { strict: false }).readersOf(row) : [];
  if (!read) throw new Error(`No rules of ${code}`);
  const before = process.memoryUsage.rss();
  const samples: number[] = [before];
  const timer = setInterval(() => samples.push(process.memoryUsage.rss()), SAMPLE_EVERY_MS);
  const started = performance.now();
  let found = 0;
  for (let after: string | undefined = BEFORE_ALL_IDS; after !== undefined;) {
    const page = await read(after);
    found += page.matches.length;
    after = page.complete ? undefined : page.upTo;
    samples.push(process.memoryUsage.rss());
  }
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(timer);
  const size = Math.ceil(samples.length / 4);
  const figures: ReverseFigures = {
    found,
    seconds,
    rss_before_bytes: before,
    rss_quarters_bytes: [0, 1, 2, 3].map((at) => Math.max(...samples.slice(at * size, (at + 1) * size))),
    peak_rss_bytes: Math.max(...samples),
  };
  return figures;
});
process.stdout.write(JSON.stringify(result));
