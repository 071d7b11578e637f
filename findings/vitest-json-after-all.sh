#!/usr/bin/env bash
# Vitest 5.1.2 on Node.js 26.10.0: the JSON reporter leaves out the error of an `afterAll` hook that failed. The test of its group is passed, `numFailedTests` counts only others, and no
# message has the error; where another test of the file fails as well, `numFailedTestSuites` is all that is left of the hook (the JUnit reporter has a case for it).
# Seen: `"status":"passed"` for `stock adds`, `"message":""` for the file, `"numFailedTests":1` beside `"numFailedTestSuites":3`, and nowhere `not today`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund vitest@5.1.2 node@26.10.0
cat > stock.test.mjs <<'TEST'
import { afterAll, describe, expect, it } from 'vitest';
describe('stock', () => {
  afterAll(() => {
    throw new Error('not today');
  });
  it('adds', () => {});
});
describe('other', () => {
  it('fails', () => expect(1).toBe(2));
});
TEST
node_modules/.bin/node node_modules/vitest/vitest.mjs run --reporter=json --outputFile=out.json || true
cat out.json
grep -q '"numFailedTestSuites":3' out.json
grep -q '"numFailedTests":1,' out.json
grep -q '"fullName":"stock adds","status":"passed"' out.json
grep -q '"status":"failed","message":"",' out.json
if grep -q 'not today' out.json; then exit 1; fi
node_modules/.bin/node node_modules/vitest/vitest.mjs run --reporter=junit --outputFile=out.xml || true
grep -q 'not today' out.xml
