/**
 * A size of a test that takes long: `sized(30, 120)` is 30 in `npm test` and 120 in `npm run test:slow`, which `.mocharc.slow.cjs` tells it
 * to be. What is asserted is the same.
 */
export function sized(usual: number, large: number): number {
  return process.env['REQTRACE_TEST_SIZE'] === 'large' ? large : usual;
}
