#!/usr/bin/env bash
# @hapi/lab 26.0.1: of a skipped test the TAP reporter writes the directive before the description, `ok 2 # SKIP (2) title`. By the
# specification all that stands behind SKIP is the reason, so that the test has no name; other readers find neither title nor group.
# Seen: `ok 2 # SKIP (2) stock later`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @hapi/lab@26.0.1
mkdir test
cat > test/stock.js <<'TEST'
const { script } = require('@hapi/lab');
const lab = (exports.lab = script());
lab.experiment('stock', () => {
  lab.test('counts', () => {});
  lab.test('later', { skip: true }, () => {});
});
TEST
npx lab --reporter tap --leaks > out.tap || true
cat out.tap
grep -Eq '^ok [0-9]+ # SKIP \([0-9]+\) stock later' out.tap
