import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * `npm run clients`: drives the language server through Emacs, with eglot and with lsp-mode, as Debian has them (`apt-get install emacs-nox elpa-eglot elpa-lsp-mode
 * elpa-markdown-mode`), through one script of what a person does: diagnostics of the first file and of one opened later, hover, definition, completion, a code
 * action, a rename. Says what any of them saw otherwise.
 */

const CLI = path.resolve('dist/cli.cjs');
const FILES: Readonly<Record<string, string>> = {
  'reqtrace.yaml': 'version: 1\n',
  'bin/reqtrace': `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`,
  'docs/launch.md':
    '# Launch\n\n## IP-1.1: Reserve stock\n\n**Acceptance Criteria**:\n- An order of all the stock is accepted\n- An order of more is rejected\n',
  'src/stock.js': '// @implements IP-1.1\nexport function reserve() {}\n',
  'src/wrong.js': '// @implements IP-1.9\n',
  'src/late.js': '// @implements IP-1.7\n',
  'src/new.js': '',
  'test/stock.test.js': '// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n',
};
const EXPECTED: Readonly<Record<string, RegExp>> = {
  diagnostics: /IP-1\.9 is not defined in any document/u,
  late: /IP-1\.7 is not defined in any document/u,
  hover: /IP-1\.1\/AC2[\s\S]*An order of more is rejected/u,
  definition: /^"launch\.md:7"$/u,
  completion: /^\["IP-1\.1"\]$/u,
  action: /^"\/\/ @implements IP-1\.1"$/u,
  rename: /^"\/\/ @implements IP-7"$/u,
};

for (const name of ['eglot', 'lsp-mode']) runOne(name);

function runOne(name: string): void {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `client-${name}-`)));
  try {
    for (const [file, text] of Object.entries(FILES)) write(path.join(folder, file), text);
    chmodSync(path.join(folder, 'bin/reqtrace'), 0o755);
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    const seen = path.join(folder, 'seen.json');
    const env = { ...process.env, HOME: folder, REQTRACE_FOLDER: folder, REQTRACE_SEEN: seen };
    const ran = spawnSync('emacs', ['-Q', '--batch', '-l', path.resolve(`scripts/clients/${name}.el`)], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}` },
    });
    if (!existsSync(seen)) return report(`${name}: not on this machine, or it stopped\n${ran.error?.message ?? ran.stderr}`);
    const found = JSON.parse(readFileSync(seen, 'utf8')) as Record<string, unknown>;
    console.log(name);
    for (const [what, expected] of Object.entries(EXPECTED)) {
      const written = JSON.stringify(found[what]) ?? 'nothing';
      if (!expected.test(written)) report(`  ${what}: ${written}`);
    }
    if (found['failure'] !== undefined) report(`  ${JSON.stringify(found['failure'])}`);
    if (typeof found['warnings'] === 'string' && found['warnings'] !== '') report(`  warnings: ${found['warnings']}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function report(text: string): void {
  console.log(text);
  process.exitCode = 1;
}
