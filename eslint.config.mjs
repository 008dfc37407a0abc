import vue from 'eslint-plugin-vue';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const MAX_LINES = ['error', { max: 300, skipBlankLines: false, skipComments: false }];

/** What strict typing is for; see docs/design.md for the reasons behind the shape of the code. */
const TYPED_RULES = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
};

const STYLE_RULES = {
  'max-lines': MAX_LINES,
  eqeqeq: 'error',
  'prefer-const': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
};

/** The network is reached through gateways only, where a simulator can take the other side's place. */
const NETWORK_FILES = ['libs/wechat/**', 'libs/wechat-simulator/**', '**/*.gateway.ts', '**/*.spec.ts'];

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'web/*/dist/']),
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: { ...STYLE_RULES, ...TYPED_RULES },
  },
  { files: ['**/*.vue'], extends: [vue.configs['flat/essential']] },
  {
    files: ['src/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
    // The rule leaves classes with decorators alone, whose parameter types Nest reads at run time.
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }] },
  },
  {
    files: ['src/**/*.ts', 'libs/**/*.ts'],
    ignores: NETWORK_FILES,
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only gateways touch the network.' }],
    },
  },
  {
    files: ['src/**/*.ts', 'libs/**/*.ts'],
    ignores: ['src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config reads the environment.' },
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({
          name,
          importNames: ['env', 'default'],
          message: 'Only src/config reads the environment.',
        })),
      ],
    },
  },
  {
    files: ['test/**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'Program > ExpressionStatement > CallExpression[callee.name=/^(before|after)(All|Each)$/]',
          message: 'Put it into a describe block: several spec files run as one.',
        },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    rules: { 'vue/no-v-html': 'error', 'vue/block-lang': ['error', { script: { lang: 'ts' } }] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      'max-lines': MAX_LINES,
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-unused-vars': 'error',
      'no-var': 'error',
    },
  },
  { files: ['**/*.spec.*', '**/migrations/**'], rules: { 'max-lines': 'off' } },
);
