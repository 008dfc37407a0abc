import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CatalogueModule } from '../../../src/catalogue/catalogue.module.js';
import { withApplication } from '../../../src/cli/with-application.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { EligibilityModule } from '../../../src/eligibility/eligibility.module.js';
import { MatchPackingService } from '../../../src/eligibility/match-packing.service.js';
import { RuleBookService } from '../../../src/eligibility/rule-book.service.js';
import { makeProfiles } from './make-profiles.js';

/** What filling took. */
export interface FillFigures {
  /** How many of the profiles the clause fits, judged as they were made. */
  expected: number;
  made_seconds: number;
  packs: number;
  packed_seconds: number;
  pack_bytes: number;
}

const BYTES = ['general', 'personal', '`sensitive`'].map((name) => `COALESCE(SUM(LENGTH(${name})), 0)`);
const [count = '', code = ''] = process.argv.slice(2);

const result = await withApplication(loadConfig(), [CatalogueModule, EligibilityModule], async (app) => {
  const entries = await app.get(RuleBookService, { strict: false }).current();
  const entry = [...entries.values()].find(({ row }) => row.clause.code === code);
  if (!entry?.judge.citizen) throw new Error(`No clause ${code} for citizens`);
  let started = performance.now();
  const seconds = (): number => Math.round(performance.now() - started) / 1_000;
  const today = app.get(RuleBookService, { strict: false }).today();
  const expected = await makeProfiles(app, Number(count), entry.judge.citizen, today);
  const madeSeconds = seconds();
  started = performance.now();
  const packs = await app.get(MatchPackingService, { strict: false }).pack();
  const packedSeconds = seconds();
  const [size] = await app
    .get(DataSource)
    .query<{ bytes: string | number }[]>(`SELECT ${BYTES.join('+')} AS bytes FROM match_pack`);
  const figures: FillFigures = {
    expected,
    made_seconds: madeSeconds,
    packs,
    packed_seconds: packedSeconds,
    pack_bytes: Number(size?.bytes),
  };
  return figures;
});
process.stdout.write(JSON.stringify(result));
