import { resolve } from 'node:path';

const CLI = resolve('dist/cli.cjs');

/** The folder in which every language client does the same, with a `reqtrace` of this build in `bin`: `new TestFolder(CLIENT_FILES)`. */
export const CLIENT_FILES: Readonly<Record<string, string>> = {
  'reqtrace.yaml': 'version: 1\n',
  'bin/reqtrace': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`,
  'docs/launch.md':
    '# Launch\n\n## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n- An order of more is rejected\n',
  'src/stock.js': '// @implements IP-1.1\nexport function reserve() {}\n',
  'src/wrong.js': '// @implements IP-1.9\n',
  'src/late.js': '// @implements IP-1.7\n',
  'src/other.js': '// @implements IP-1.8\n',
  'src/new.js': '',
  'test/stock.test.js': '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n',
};

/** What another program writes in the end, after which `src/late.js` has no finding: `writeFileSync(EXTERNAL.file, EXTERNAL.text)`. */
export const EXTERNAL = { file: 'docs/extra.md', text: '## IP-1.7: Later\n' };

/** What each step of a client has to show, as JSON: `CLIENT_STEPS.hover.test('"IP-1.1/AC2: …"')`. */
export const CLIENT_STEPS = {
  diagnostics: /IP-1\.9 is not defined in any document/u,
  late: /IP-1\.7 is not defined in any document/u,
  hover: /IP-1\.1\/AC2[\s\S]*An order of more is rejected/u,
  definition: /^"launch\.md:7"$/u,
  // What is offered, or the line with it.
  completion: /^(?:\["IP-1\.1"\]|"\/\/ @implements IP-1\.1")$/u,
  action: /^"\/\/ @implements IP-1\.1"$/u,
  rename: /^"\/\/ @implements IP-7"$/u,
  external: /^"seen"$/u,
} as const;
