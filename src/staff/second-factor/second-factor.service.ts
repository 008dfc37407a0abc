import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import type { AuditAction } from '../../audit/audit.labels.js';
import { Clock } from '../../common/clock.js';
import { AppConfig } from '../../config/app-config.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Staff } from '../staff.entity.js';
import { SecondFactorActiveError, SecondFactorMissingError, WrongCodeError } from '../staff.errors.js';
import { StaffRepository } from '../staff.repository.js';
import { newRecoveryCodes, normaliseRecoveryCode } from './recovery-codes.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecretBox } from './secret-box.service.js';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

/** What an authenticator app is set up with. */
export interface FactorSetUp {
  secret: string;
  uri: string;
}

/** The second factor of staff (两步验证): codes of an authenticator app, and recovery codes for a lost phone. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly staff: StaffRepository,
    private readonly box: SecretBox,
    private readonly audit: AuditService,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Makes a secret that counts once `confirm` has seen a code of it. @throws SecondFactorActiveError */
  async begin({ id, username, secondFactorAt }: Staff): Promise<FactorSetUp> {
    if (secondFactorAt) throw new SecondFactorActiveError();
    const secret = newTotpSecret();
    const sealed = await this.box.seal(secret, id);
    const createdAt = this.clock.now();
    await this.uow.run(() => this.factors.save({ staffId: id, secret: sealed, lastStep: 0, createdAt }));
    return { secret, uri: totpUri(secret, this.config.siteName, username) };
  }

  /**
   * The phone shows codes of the secret: from now on they are asked for. Call inside a transaction.
   * @returns recovery codes, shown this once
   * @throws SecondFactorActiveError, SecondFactorMissingError, WrongCodeError
   */
  async confirm(person: Staff, code: string): Promise<string[]> {
    if (person.secondFactorAt) throw new SecondFactorActiveError();
    if (!(await this.takeTotp(person.id, code))) throw new WrongCodeError();
    await this.staff.setSecondFactor(person.id, this.clock.now());
    await this.record('staff.second-factor-set', person);
    return this.renewCodes(person.id);
  }

  /** Takes a code of the phone or a recovery code, each once; call inside a transaction. */
  async check(person: Staff, code: string): Promise<boolean> {
    if (/^\d{6}$/.test(code.trim())) return this.takeTotp(person.id, code.trim());
    const taken = await this.factors.takeCode(await this.box.hash(normaliseRecoveryCode(code), person.id));
    if (taken) await this.record('staff.recovery-code-used', person);
    return taken;
  }

  /** New recovery codes in place of all others; call inside a transaction. */
  async renew(person: Staff): Promise<string[]> {
    await this.record('staff.recovery-codes-renewed', person);
    return this.renewCodes(person.id);
  }

  countCodes(staffId: string): Promise<number> {
    return this.factors.countCodes(staffId);
  }

  /** Asks for no code any more; call inside a transaction. */
  async remove(person: Staff, action: AuditAction): Promise<void> {
    await this.factors.delete(person.id);
    await this.staff.setSecondFactor(person.id, null);
    await this.record(action, person);
  }

  private async takeTotp(staffId: string, code: string): Promise<boolean> {
    const factor = await this.factors.find(staffId);
    if (!factor) throw new SecondFactorMissingError();
    const step = stepOfCode(await this.box.open(factor.secret, staffId), code, this.clock.now());
    return step !== null && this.factors.takeStep(staffId, step);
  }

  private async renewCodes(staffId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => this.box.hash(normaliseRecoveryCode(code), staffId));
    await this.factors.replaceCodes(staffId, await Promise.all(hashes));
    return codes;
  }

  private record(action: AuditAction, { id, username }: Staff): Promise<void> {
    return this.audit.record({ action, subject: { kind: 'staff', id, name: username } });
  }
}
