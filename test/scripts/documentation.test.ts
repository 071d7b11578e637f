import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import { NOTATIONS } from '../../src/formats/notations/registry.ts';
import { DEFAULT_NOTATION } from '../../src/model/notation.ts';

/** A path of the project in code: `src/model/`, `npx mocha test/text/patterns/glob.test.ts`. Patterns are none: `src/*`, `docs/NAME.md`. */
const CODE = /`[^`\n]+`/gu;
const PATH = /(?<![\w./-])(?:src|test|docs|scripts|l10n|ci|examples|schemas|snippets|media|\.vscode|\.ci)\/[\w./-]*(?![\w./*{@-])/gu;
const PLACEHOLDER = /\bNAME\b/u;

function pathsIn(text: string): string[] {
  const words = Array.from(text.matchAll(CODE), ([code]) => code).join('\n');
  return Array.from(words.matchAll(PATH), ([path]) => path).filter((path) => !PLACEHOLDER.test(path));
}

/** A link or a picture that stays within the project. */
const LINK = /\]\((?!https?:|mailto:|#)([^()\s#]+)/gu;
const FENCE = /^(`{3,})[^\n]*\n.*?^\1$/gmsu;

describe('all documentation', () => {
  it('leads only to files that are in the repository, pictures included', () => {
    // What git ignores is on the machine of whoever wrote the page, and nowhere else.
    const ignored = ignore().add(readFileSync('.gitignore', 'utf8'));
    const pages = [
      ...readdirSync('.').filter((file) => file.endsWith('.md')),
      ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((file) => (file.endsWith('.md') ? `docs/${file}` : [])),
      'examples/notations/README.md',
    ].map((page) => page.replaceAll(path.sep, '/'));
    const dead = pages.flatMap((page) =>
      Array.from(readFileSync(page, 'utf8').replaceAll(FENCE, '').matchAll(LINK), ([, target = '']) =>
        path.posix.join(path.posix.dirname(page), decodeURI(target)),
      )
        .filter((target) => ignored.ignores(target) || !existsSync(target))
        .map((target) => `${page}: ${target}`),
    );
    assert.ok(pages.length > 20);
    assert.deepEqual(dead, []);
  });

  it('shows a picture of every notation but the house, which the README has several of', () => {
    const index = readFileSync('docs/notations/README.md', 'utf8');
    const others = NOTATIONS.map(({ name }) => name).filter((name) => name !== DEFAULT_NOTATION);
    assert.deepEqual(
      others.filter((name) => !index.includes(`/notation-${name}-light.png)`)),
      [],
    );
  });
});

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
