#!/usr/bin/env bash
# jest-junit 17.0.0 with jest 30.5.2: a test file that cannot be loaded is not in the report at all, and its root says failures="0" errors="0",
# although jest itself ends with exit code 1. Only its option reportTestSuiteErrors makes a case of it. Who reads the report alone takes the
# run for a good one.
# Seen: exit code 1, one suite (called "undefined", as its test is in no group), no failure.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jest@30.5.2 jest-junit@17.0.0
cat > good.test.js <<'TEST'
test('counts', () => {});
TEST
cat > lost.test.js <<'TEST'
require('./missing.js');
test('is never run', () => {});
TEST
code=0
npx jest --reporters jest-junit >/dev/null 2>&1 || code=$?
cat junit.xml
echo "jest $(npx jest --version): exit code $code"
[ "$code" = 1 ]
[ "$(grep -c '<testcase' junit.xml)" = 1 ]
grep -q '<testsuites [^>]*failures="0" errors="0"' junit.xml
! grep -q 'lost' junit.xml
