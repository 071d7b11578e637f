const { availableParallelism } = require('node:os');

module.exports = {
  'node-option': ['import=tsx'],
  require: ['test/support/testRun.ts', 'test/support/starting/starter.ts', 'test/support/pageProgram.ts'],
  ignore: ['test/vscode/**', 'test/fixtures/**'],
  reporter: 'dot',
  // A guard against hangs; a machine with much else to do is slow.
  timeout: 300_000,
  // With --parallel. More than there are processors gain nothing: most of the time goes into programs that the tests start.
  jobs: Math.max(2, availableParallelism()),
};
