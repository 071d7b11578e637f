#!/usr/bin/env bash
# jsonc-parser 3.3.1, which editors and tools use to change settings without losing comments: `modify` with undefined, which removes a value, takes one
# character too few where the last item of an array stands directly before its bracket. `[1, 2]` without its second item becomes `[12]`: valid JSON with a number
# that nobody wrote. `[true, false]` becomes `[truee]`, which is not JSON. The first item is removed as it should be, and so is the last one where a
# blank or a line end stands before the bracket.
# Seen: the lines below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "name": "settings", "version": "1.0.0" }' > package.json
npm install --silent --no-audit --no-fund jsonc-parser@3.3.1
cat > remove.cjs <<'PROGRAM'
const { applyEdits, modify } = require('jsonc-parser');
for (const [text, at] of [['{"a": [1, 2]}', 1], ['{"a": [true, false]}', 1], ['{"a": [1, 2]}', 0], ['{"a": [1, 2 ]}', 1]])
  console.log(`${text} without item ${at}: ${applyEdits(text, modify(text, ['a', at], undefined, {}))}`);
PROGRAM
node remove.cjs | tee removed.txt
diff removed.txt - <<'SEEN'
{"a": [1, 2]} without item 1: {"a": [12]}
{"a": [true, false]} without item 1: {"a": [truee]}
{"a": [1, 2]} without item 0: {"a": [2]}
{"a": [1, 2 ]} without item 1: {"a": [1 ]}
SEEN
