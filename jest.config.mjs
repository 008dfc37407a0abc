// Tests run on what production runs: the compiled files below dist/ (see docs/adr/0003). The build's own
// scripts run as they are.
export default {
  roots: ['<rootDir>/dist', '<rootDir>/scripts'],
  testEnvironment: 'node',
  testMatch: ['**/*.spec.{js,mjs}'],
  transform: {},
  testTimeout: 30_000,
};
