export { SearchIndex } from './search-index.js';
export type { SearchIndexOptions } from './search-index.js';
export { SearchIndexHost } from './search-index-host.js';
export type { SearchIndexHostOptions, SearchIndexState, SearchIndexStatus } from './search-index-host.js';
export type { RebuildSource } from './build-index-file.js';
export type { SearchBatch, SearchDocument } from './search-document.js';
export type {
  ExactWording,
  FacetCount,
  HighlightRange,
  HitReasons,
  MatchKind,
  SearchHit,
  SearchRequest,
  SearchResult,
  SortRange,
} from './search-request.js';
export type { SynonymGroups } from './synonyms.js';
export type { SearchField, SearchSchema } from './search-schema.js';
export {
  SearchIndexBrokenError,
  SearchIndexError,
  SearchIndexUnavailableError,
  SearchTimeoutError,
  SearchUsageError,
} from './search-index.errors.js';
