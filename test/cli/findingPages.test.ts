import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { Sandbox } from '../support/sandbox.ts';

const PAGES = new URL('../../docs/findings/', import.meta.url);

/** A file that a page only tells of, as it is larger than anybody wants to read there. */
const UNSHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'skipped-file': { 'docs/handbook.md': `# Handbook\n${'word '.repeat(1 << 20)}\n` },
};

/** What a page shows: files, each with its path in a line above it, and what is printed of them. */
interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly printed: readonly string[];
}

function exampleOf(page: string): Example {
  const files = Object.fromEntries(
    Array.from(page.matchAll(/^`([\w./-]+)`:\n\n```\w+\n([^]*?)^```$/gmu), ([, path = '', text = '']) => [path, text]),
  );
  const printed = Array.from(page.matchAll(/^```text\n([^]*?)^```$/gmu), ([, text = '']) => text.trim().split('\n'));
  return { files, printed: printed.flat() };
}

/** Without the blanks that make columns of it. */
function inOneLine(text: string): string {
  return text.replaceAll(/[ \t]+/gu, ' ').trim();
}

describe('the page of', () => {
  const examples = readdirSync(PAGES).flatMap((name) => {
    const example = exampleOf(readFileSync(new URL(name, PAGES), 'utf8'));
    return example.printed.length > 0 ? [[name.replace('.md', ''), example] as const] : [];
  });

  it('a finding quotes what is printed', () => {
    assert.deepEqual(
      examples.map(([name]) => name),
      ['config-error', 'no-requirements', 'skipped-file', 'unmatched-glob', 'unmet-criterion'],
    );
  });

  for (const [name, { files, printed }] of examples) {
    it(`${name} quotes what is printed of its example`, async () => {
      const sandbox = new Sandbox({ ...files, ...UNSHOWN[name] });
      try {
        const { stdout, stderr } = await sandbox.run(['check', '--all', '--today', '2026-11-21', '--no-cache']);
        // A mistake in reqtrace.yaml is told where errors are.
        const said = stdout + stderr;
        const lines = said.split('\n').map(inOneLine);
        for (const line of printed) assert.ok(lines.includes(inOneLine(line)), `${line}\nis not among\n${said}`);
      } finally {
        sandbox.remove();
      }
    });
  }
});
