import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Account } from '../../src/accounts/account.entity.js';
import { newId } from '../../src/database/new-id.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { ProfileKeysService } from '../../src/eligibility/profile-keys.service.js';
import { MatchPacksRepository } from '../../src/eligibility/match-packs.repository.js';
import { ProfileRekeyService, type RekeyProgress } from '../../src/eligibility/profile-rekey.service.js';
import { Profile } from '../../src/eligibility/profile.entity.js';
import { ProfilesRepository } from '../../src/eligibility/profiles.repository.js';
import { runCli } from '../support/cli-process.js';
import { openImports, type TestImports } from '../support/open-imports.js';

const keyText = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const [OLD, NEW, LOST] = [keyText('old'), keyText('new'), keyText('lost')];
const COUNT = 7;

describe('sealing profiles anew', () => {
  let imports: TestImports;
  let source: DataSource;
  beforeEach(async () => {
    imports = await openImports();
    source = imports.application.get(DataSource);
  });
  afterEach(async () => {
    delete process.env.PROFILE_KEYS;
    await imports.close();
  });

  const keys = (...texts: string[]): ProfileKeysService =>
    new ProfileKeysService(
      Object.assign(Object.create(imports.config) as typeof imports.config, { profileKeys: texts }),
    );
  const service = (...texts: string[]): ProfileRekeyService => {
    const uow = imports.application.get(UnitOfWork, { strict: false });
    return new ProfileRekeyService(
      new ProfilesRepository(uow, new MatchPacksRepository(uow)),
      keys(...texts),
      uow,
    );
  };
  const stored = (): Promise<Profile[]> => source.getRepository(Profile).find({ order: { id: 'ASC' } });

  /** Profiles with all three sensitivities, under a key. */
  async function keep(count: number, keyText: string): Promise<void> {
    const { seal } = keys(keyText);
    const at = new Date('2026-03-01T00:00:00Z');
    const account = { id: newId(), createdAt: at };
    await source.getRepository(Account).insert(account);
    const rows = Array.from({ length: count }, (_, index): Profile => {
      const id = newId();
      const answers = { sex: 'female', jobsCreated: index, hardship: ['subsistence'] };
      const sealed = seal.seal(id, 'citizen', answers, `第 ${index} 份`);
      const days = { days: 0, createdAt: at, updatedAt: at, expiresOn: '2028-03-01' };
      const packed = { packId: null };
      return {
        id,
        accountId: account.id,
        subject: 'citizen',
        keyId: seal.keyId,
        ...sealed,
        ...days,
        ...packed,
      };
    });
    await source.getRepository(Profile).insert(rows);
  }
  const opened = async (...texts: string[]): Promise<unknown[]> => {
    const { seal } = keys(...texts);
    return (await stored()).map((row) => seal.open(row));
  };

  it('goes on where it was ended, changes nothing but the seal, and has nothing to do a second time', async () => {
    await keep(COUNT, OLD);
    const before = await opened(OLD);
    const ended = service(NEW, OLD).rekey(2, ({ seen }) => {
      if (seen === 4) throw new Error('ended');
    });
    await expect(ended).rejects.toThrow('ended');
    expect((await stored()).filter(({ keyId }) => keyId === 'new')).toHaveLength(4);
    const told: RekeyProgress[] = [];
    const done = await service(NEW, OLD).rekey(2, (progress) => told.push(progress));
    expect(done).toEqual({ keyId: 'new', seen: 3, sealed: 3, changed: 0, unreadable: 0 });
    expect(told.map(({ seen }) => seen)).toEqual([2, 3]);
    expect(await opened(NEW)).toEqual(before);
    expect((await stored()).map(({ expiresOn }) => expiresOn)).toEqual(Array(COUNT).fill('2028-03-01'));
    expect(await service(NEW, OLD).rekey(2, () => undefined)).toMatchObject({ seen: 0, sealed: 0 });
  });

  it('leaves what its owner saved or erased meanwhile, and what no key opens', async () => {
    await keep(3, OLD);
    await keep(1, LOST);
    const [saved, erased] = await stored();
    if (!saved || !erased) throw new Error('nothing kept');
    const meanwhile = keys(OLD).seal.seal(saved.id, 'citizen', { jobsCreated: 99 }, '新名字');
    const uow = imports.application.get(UnitOfWork, { strict: false });
    const repository = new ProfilesRepository(uow, new MatchPacksRepository(uow));
    const find = repository.findUnderOtherKeys.bind(repository);
    // Between reading and writing, the owner acts.
    repository.findUnderOtherKeys = async (...args) => {
      const page = await find(...args);
      await source.getRepository(Profile).update({ id: saved.id }, meanwhile);
      await source.getRepository(Profile).delete({ id: erased.id });
      return page;
    };
    const rekey = new ProfileRekeyService(repository, keys(NEW, OLD), uow);
    expect(await rekey.rekey(100, () => undefined)).toEqual({
      keyId: 'new',
      seen: 4,
      sealed: 1,
      changed: 2,
      unreadable: 1,
    });
    const kept = await stored();
    expect(kept.map(({ keyId }) => keyId)).toEqual(['old', 'new', 'lost']);
    expect(kept[0]?.personal).toBe(meanwhile.personal);
  });

  it('is a command that says how far it is, and answers 1 where some cannot be opened', async () => {
    await keep(COUNT, OLD);
    process.env.PROFILE_KEYS = `${NEW},${OLD}`;
    const { code, stdout, stderr } = await runCli(['rekey-profiles', '--batch', '3'], imports.config);
    expect([code, stdout]).toEqual([0, expect.stringContaining('7 份资料不是用密钥 new 加密的，换好 7 份')]);
    expect(stderr).toContain('看了 3 份，换好 3 份');
    process.env.PROFILE_KEYS = LOST;
    const lost = await runCli(['rekey-profiles'], imports.config);
    expect(lost).toMatchObject({ code: 1, stdout: expect.stringContaining('7 份用现有的密钥打不开') });
    expect(lost.stdout + lost.stderr).not.toContain('第 1 份');
  }, 120_000);
});
