import { Injectable } from '@nestjs/common';
import { allIndustries, isCreditCode } from '#libs/eligibility';
import { allAreas } from '../common/areas.js';
import type { NamedCode } from '../common/named-code.view.js';
import { CreditCodeInvalidError, EnterpriseNotFoundError } from './eligibility.errors.js';
import { EnterpriseDataGateway, type RegisteredEnterprise } from './enterprise-data.gateway.js';

const MOST = 20;

/** Those whose code begins so or whose name holds it; the shortest names first, as they are the broadest. */
function search(all: readonly NamedCode[], q: string): NamedCode[] {
  const text = q.trim();
  return all
    .filter(({ code, name }) => code.startsWith(text.toUpperCase()) || name.includes(text))
    .sort((a, b) => a.name.length - b.name.length || a.code.length - b.code.length)
    .slice(0, MOST);
}

/** Finds what people choose from long lists: branches, places, their own enterprise. */
@Injectable()
export class LookUpsService {
  private readonly branches = allIndustries();
  private readonly places = allAreas();

  constructor(private readonly gateway: EnterpriseDataGateway) {}

  industries(q: string): NamedCode[] {
    return search(this.branches, q);
  }

  areas(q: string): NamedCode[] {
    return search(this.places, q);
  }

  /** @throws CreditCodeInvalidError, EnterpriseNotFoundError */
  async enterprise(creditCode: string): Promise<RegisteredEnterprise> {
    const code = creditCode.toUpperCase();
    if (!isCreditCode(code)) throw new CreditCodeInvalidError();
    const found = await this.gateway.find(code);
    if (!found) throw new EnterpriseNotFoundError();
    return found;
  }
}
