const { availableParallelism } = require('node:os');

module.exports = {
  'node-option': ['import=tsx'],
  require: ['test/support/testRun.ts', 'test/support/pageProgram.ts'],
  ignore: ['test/vscode/**'],
  reporter: 'dot',
  // A guard against hangs; a machine with much else to do is slow.
  timeout: 300_000,
  // With --parallel. Much of a test is waiting for git, for programs and for watchers, so there are more jobs than processors.
  jobs: 2 * Math.max(2, availableParallelism()),
};
