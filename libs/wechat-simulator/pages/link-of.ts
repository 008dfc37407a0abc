import type { SimulatorApp, SimulatorOptions } from '../simulator-options.js';

/** The web address that a message opens: official accounts name one, mini programs a page of theirs. */
export function linkOf(
  { kind }: SimulatorApp,
  page: string,
  { pageUrl }: Pick<SimulatorOptions, 'pageUrl'>,
): string | undefined {
  return kind === 'official_account' ? page : pageUrl?.(page);
}
