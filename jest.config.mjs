// Tests run on what production runs: the compiled files below dist/ (see docs/adr/0003).
export default {
  rootDir: 'dist',
  testEnvironment: 'node',
  testMatch: ['**/*.spec.js'],
  transform: {},
  testTimeout: 30_000,
};
