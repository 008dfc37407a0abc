/** The rows of whole accounts: a full page may end in the middle of one. `upTo` is null where it was the last page. */
export function wholeAccounts<T extends { accountId: string }>(
  rows: readonly T[],
  limit: number,
): { rows: T[]; upTo: string | null } {
  if (rows.length < limit) return { rows: [...rows], upTo: null };
  const last = rows.at(-1)?.accountId;
  const whole = rows.filter(({ accountId }) => accountId !== last);
  return { rows: whole, upTo: whole.at(-1)?.accountId ?? null };
}
