import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { parseDay } from '#libs/eligibility';
import { CatalogueModule } from '../../src/catalogue/catalogue.module.js';
import { withApplication } from '../../src/cli/with-application.js';
import { AppConfig } from '../../src/config/app-config.js';
import { EligibilityModule } from '../../src/eligibility/eligibility.module.js';
import { createTestDatabase } from '../support/test-database.js';
import { makeProfiles } from './eligibility/make-profiles.js';
import { measureForward } from './eligibility/measure-forward.js';
import { measureReverse } from './eligibility/measure-reverse.js';

const { values } = parseArgs({
  options: {
    clauses: { type: 'string', default: '10000' },
    profiles: { type: 'string', default: '1000000' },
    /** The clause whose profiles are looked for. */
    clause: { type: 'string', default: 'hrss-c08' },
    json: { type: 'boolean', default: false },
  },
});

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const forward = await measureForward(Number(values.clauses), parseDay(day) ?? 0, day);

process.env.TEST_DATABASE = 'sqlite';
const database = await createTestDatabase();
try {
  const config = Object.assign(new AppConfig(), database.config);
  const reverse = await withApplication(config, [CatalogueModule, EligibilityModule], async (app) => {
    const count = Number(values.profiles);
    const started = performance.now();
    await makeProfiles(app, count);
    console.error(`made ${count} profiles in ${Math.round((performance.now() - started) / 1_000)} s`);
    return measureReverse(app, values.clause, count, day);
  });
  const figures = { forward, reverse };
  console.log(values.json ? JSON.stringify(figures) : JSON.stringify(figures, null, 2));
} finally {
  await database.drop();
}
