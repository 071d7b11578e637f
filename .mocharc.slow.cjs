// Processes that Mocha starts inherit it.
process.env.REQTRACE_TEST_SIZE = 'large';

module.exports = require('./.mocharc.cjs');
