import { fileURLToPath } from 'node:url';

// Which part may know which other part: the "Directions" of the design, as rules that fail the build.

const TYPEORM = '(^|/)node_modules/(typeorm|@nestjs/typeorm)/';
const NETWORK = '^(node:)?(http|https|http2)$|(^|/)node_modules/undici/';
/** Pure code that pages and server share: labels, vocabulary, formatting. */
const SHARED_WITH_PAGES = '^src/(portal/format/|[^/]+/[^/]+\\.(labels|terms)\\.ts$)';
/** Started by Node, a browser or a tool, or sent as a file, instead of being imported. */
const ENTRY = [
  '^src/(main|worker|cli/main)\\.ts$',
  '^web/[^/]+/src/[^/]+\\.ts$',
  '\\.config\\.ts$',
  '\\.bench\\.ts$',
  '/assets/',
];
const SPEC = '\\.spec\\.ts$';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'libs-know-nothing-of-us',
      'A library could be published without knowing what a policy is.',
      { path: '^libs/' },
      { path: '^(src|web|test)/' },
    ),
    rule(
      'libs-by-their-index',
      'Only what index.ts exports is the library; its files may move.',
      { path: '^(src|web)/' },
      { path: '^libs/', pathNot: '^libs/[^/]+/index\\.ts$' },
    ),
    rule(
      'libs-by-their-index-or-testing',
      'Tests may also make use of what a library has for tests.',
      { path: '^test/' },
      { path: '^libs/', pathNot: '^libs/[^/]+/(index\\.ts$|testing/)' },
    ),
    rule(
      'libs-by-their-index-among-libs',
      'As above, from one library to another.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/index\\.ts$'] },
    ),
    rule(
      'server-knows-no-pages',
      'The server loads built pages, never their sources; production code needs no tests.',
      { path: '^src/' },
      { path: '^(web|test)/' },
    ),
    rule(
      'pages-know-only-types-and-shared-code',
      'A value import would pull the server into what browsers load.',
      { path: '^web/' },
      { path: '^src/', pathNot: SHARED_WITH_PAGES, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'shared-code-is-pure',
      'Labels, vocabulary and formatting run in browsers, too.',
      { path: SHARED_WITH_PAGES, pathNot: SPEC },
      { pathNot: SHARED_WITH_PAGES, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'own-repository-only',
      "Across features: the other module's service, never its repository.",
      { path: '^src/([^/]+)/' },
      { path: '^src/[^/]+/.*\\.repository\\.ts$', pathNot: '^src/$1/' },
    ),
    rule(
      'controllers-hand-over',
      'Controller, then service, then repository.',
      { path: '\\.controller\\.ts$' },
      { path: [TYPEORM, '\\.repository\\.ts$'] },
    ),
    rule(
      'sql-in-its-places',
      'SQL and query builders only in repositories and database/; entities and modules declare.',
      {
        path: '^(src|libs)/',
        pathNot: ['^src/database/', '\\.(repository|entity|module)(\\.spec)?\\.ts$', '/migrations/'],
      },
      { path: TYPEORM },
    ),
    rule(
      'network-in-its-places',
      'Only the WeChat libraries and gateways touch the network.',
      {
        path: '^(src|libs)/',
        pathNot: ['^libs/wechat(-simulator)?/', '\\.gateway\\.ts$', SPEC],
      },
      { path: NETWORK, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-cycles',
      'Files that need each other are one file, or miss a third.',
      {},
      { circular: true, via: { pathNot: '\\.entity\\.ts$' } },
    ),
    rule(
      'no-run-time-cycles',
      'Entities may name each other as types (see Relation of TypeORM), not load each other.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-orphans',
      'Nobody needs this file.',
      {
        orphan: true,
        pathNot: ['\\.d\\.ts$', SPEC, ...ENTRY],
      },
      {},
    ),
    rule('resolvable', 'An import that cannot be found.', {}, { couldNotResolve: true }),
    rule(
      'no-development-packages-in-production',
      'A city installs without development packages.',
      { path: '^(src|libs)/', pathNot: SPEC },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/|^dist/' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: fileURLToPath(new URL('scripts/tsconfig.paths.json', import.meta.url)) },
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
