import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/** A path of the project in code: `src/model/`, `npx mocha test/text/glob.test.ts`. Patterns are none: `src/*`, `docs/NAME.md`. */
const CODE = /`[^`\n]+`/gu;
const PATH = /(?<![\w./-])(?:src|test|docs|scripts|l10n|ci|examples|schemas|snippets|media|\.vscode|\.ci)\/[\w./-]*(?![\w./*{@-])/gu;
const PLACEHOLDER = /\bNAME\b/u;

function pathsIn(text: string): string[] {
  const words = Array.from(text.matchAll(CODE), ([code]) => code).join('\n');
  return Array.from(words.matchAll(PATH), ([path]) => path).filter((path) => !PLACEHOLDER.test(path));
}

describe('the documentation for contributors', () => {
  for (const page of ['CONTRIBUTING.md', 'docs/architecture.md']) {
    it(`names only what there is: ${page}`, () => {
      const paths = pathsIn(readFileSync(page, 'utf8'));
      assert.ok(paths.length > 5);
      assert.deepEqual(
        paths.filter((path) => !existsSync(path)),
        [],
      );
    });
  }

  it('names only scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = Array.from(readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/npm run ([\w:]+)/gu), ([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  it('is recognised by its form', () => {
    const text =
      'a src/nothing.ts, `src/model/`, `npx mocha test/a.test.ts --grep x`, `docs/notations/NAME.md`, `src/*/a.ts`, `@noble/src/x`';
    assert.deepEqual(pathsIn(text), ['src/model/', 'test/a.test.ts']);
  });
});
