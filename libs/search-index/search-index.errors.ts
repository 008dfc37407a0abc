/** What a search index can refuse with. `code` is stable; messages of the first two are fit for people. */
export abstract class SearchIndexError extends Error {
  abstract readonly code: string;

  override get name(): string {
    return this.constructor.name;
  }
}

/** There is no usable index right now. Try again later: it is being rebuilt, or will be. */
export class SearchIndexUnavailableError extends SearchIndexError {
  readonly code = 'SEARCH_INDEX.UNAVAILABLE';
  /** @param reason for the log, in English */
  constructor(readonly reason: string) {
    super('检索索引正在重建，请稍后再试');
  }
}

/** The query took longer than the host allows and was cut off. */
export class SearchTimeoutError extends SearchIndexError {
  readonly code = 'SEARCH_INDEX.TIMEOUT';
  constructor(readonly limitMs: number) {
    super('检索用时过长，已停止；请减少关键词或筛选条件后再试');
  }
}

/** The caller asks for a filter, sort or field that the schema does not have, or for an impossible page. */
export class SearchUsageError extends SearchIndexError {
  readonly code = 'SEARCH_INDEX.USAGE';
}

/** The file is no index of this schema and version: another schema, no database, damaged or gone. */
export class SearchIndexBrokenError extends SearchIndexError {
  readonly code = 'SEARCH_INDEX.BROKEN';
}
