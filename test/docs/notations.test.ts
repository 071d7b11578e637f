import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_PAGES, rowsOf, withRows } from '../../scripts/notation/addNotation.ts';
import type { Notation } from '../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../src/formats/notations/registry.ts';
import { examplesOf, readExample, updatePage } from '../support/notations/pages.ts';
import { toy } from '../support/notations/toy.ts';

const OURS = new URL('../../docs/notations/', import.meta.url);
const TOY = new URL('../support/notations/', import.meta.url);
const INDEX = new URL('README.md', OURS);

/** Pages by the notation whose name they have. */
function pagesIn(folders: readonly URL[]): Map<string, URL> {
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => new URL(file, folder)));
  const pages = files.filter(({ pathname }) => pathname.endsWith('.md') && !NO_PAGES.some((name) => pathname.endsWith(`/${name}`)));
  return new Map(pages.map((page) => [/(?<name>[^/]+)\.md$/u.exec(page.pathname)?.[1] ?? '', page]));
}

function textOf(page: URL): string {
  return readFileSync(page, 'utf8').replaceAll('\r\n', '\n');
}

const ROOMS: readonly (readonly [what: string, notations: readonly Notation[], folders: readonly URL[]])[] = [
  ['the notations', NOTATIONS, [OURS]],
  ['the notations and a toy that is handed to the registry', [...NOTATIONS, toy], [OURS, TOY]],
];

for (const [what, notations, folders] of ROOMS) {
  describe(`of ${what}`, () => {
    const pages = pagesIn(folders);

    // @verifies RT-1.4/AC1~d82fa0
    it('each has a page of its name, and each page belongs to one', () => {
      assert.deepEqual([...pages.keys()].toSorted(), notations.map(({ name }) => name).toSorted());
    });

    for (const [name, page] of pages) {
      if (process.env['UPDATE_GOLDEN']) updatePage(page, notations);
      const examples = examplesOf(textOf(page));

      it(`the page of ${name} shows what is read`, () => assert.ok(examples.length > 0));

      for (const example of examples)
        // @verifies RT-1.4/AC1~d82fa0
        it(`the page of ${name} says what is read of ${JSON.stringify(example.text.slice(0, 60))}`, () => {
          assert.equal(readExample(example, notations), example.read);
        });
    }
  });
}

describe('the index of the notations', () => {
  it('lists each page with the first sentence of it', () => {
    const written = textOf(INDEX);
    const made = withRows(written, rowsOf(fileURLToPath(OURS)));
    if (process.env['UPDATE_GOLDEN']) writeFileSync(INDEX, made);
    else assert.equal(written, made);
  });
});
