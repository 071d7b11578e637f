#!/usr/bin/env bash
# Mocha 12.0.3: with `"dryRun": true` in package.json (or .mocharc.json), `mocha --no-dry-run` still runs no test, reports each of them as passed, and ends
# with 0. `--no-dryRun` undoes either spelling. So a program that starts Mocha to have tests run, and undoes a setting by the name that
# `mocha --help` gives to the option, is told that a test passed which throws.
# Seen: `1 passing` and exit code 0 with --no-dry-run, `1 failing` and exit code 1 with --no-dryRun. Mocha 11.7.5 runs the test with both, and so does
# 12.0.3 where the setting is spelled `dry-run`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "stock", "version": "1.0.0", "mocha": { "dryRun": true, "spec": "stock.test.cjs" } }' > package.json
npm install --silent --no-audit --no-fund mocha@12.0.3
cat > stock.test.cjs <<'TEST'
it('counts what is left', () => {
  throw new Error('it never ran');
});
TEST
node_modules/.bin/mocha --no-dry-run | tee no-dry-run.txt
grep -q '1 passing' no-dry-run.txt
code=0
node_modules/.bin/mocha --no-dryRun > no-dryRun.txt || code=$?
cat no-dryRun.txt
grep -q '1 failing' no-dryRun.txt
test "$code" = 1
