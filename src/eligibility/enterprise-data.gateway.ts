import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Answers, checkAnswers } from '#libs/eligibility';
import { AppConfig } from '../config/app-config.js';

/** What the public register says of an enterprise; to be confirmed by whoever asks. */
export interface RegisteredEnterprise {
  name: string;
  answers: Answers;
}

/** Where the registered facts of enterprises come from (企业登记信息). */
export abstract class EnterpriseDataGateway {
  /** By unified social credit code; null where the register has none. */
  abstract find(creditCode: string): Promise<RegisteredEnterprise | null>;
}

/** Facts that the register makes public; whatever else a file holds is not handed out. */
const PUBLIC = ['industry', 'region', 'entityKind', 'foundedOn', 'registeredCapital', 'foreignInvested'];

/** Made-up enterprises that belong to the demonstration catalogue. */
const DEMONSTRATION = new URL('../../../data-demo/enterprises/enterprises.json', import.meta.url);

interface FileEntry {
  creditCode?: unknown;
  name?: unknown;
  answers?: unknown;
}

/** Registered facts from a JSON file: a list of `{creditCode, name, answers}`; see ENTERPRISE_DATA_FILE. */
@Injectable()
export class FileEnterpriseDataGateway extends EnterpriseDataGateway {
  private loaded: Promise<ReadonlyMap<string, RegisteredEnterprise>> | null = null;

  constructor(private readonly config: AppConfig) {
    super();
  }

  async find(creditCode: string): Promise<RegisteredEnterprise | null> {
    this.loaded ??= this.load();
    return (await this.loaded).get(creditCode) ?? null;
  }

  private async load(): Promise<ReadonlyMap<string, RegisteredEnterprise>> {
    const { enterpriseDataFile, demoCatalogue } = this.config;
    const file = enterpriseDataFile ?? (demoCatalogue ? DEMONSTRATION : null);
    if (file === null) return new Map();
    const list = JSON.parse(await readFile(file, 'utf8')) as FileEntry[];
    return new Map(
      list.flatMap(({ creditCode, name, answers }) => {
        if (typeof creditCode !== 'string' || typeof name !== 'string') return [];
        const checked = checkAnswers('enterprise', answers).answers;
        const facts = Object.entries(checked).filter(([key]) => PUBLIC.includes(key));
        return [[creditCode, { name, answers: Object.fromEntries(facts) }] as const];
      }),
    );
  }
}
