const { availableParallelism } = require('node:os');

module.exports = {
  'node-option': ['import=tsx'],
  require: ['test/support/testRun.ts', 'test/support/pageProgram.ts'],
  ignore: ['test/vscode/**'],
  reporter: 'dot',
  timeout: 60_000,
  // With --parallel.
  jobs: Math.max(2, availableParallelism()),
};
