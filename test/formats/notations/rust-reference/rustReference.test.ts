import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { withSettings } from '../../../../src/formats/extraction/toolSettings.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { TODAY } from '../../../support/index/build.ts';

const BOOK = '[book]\ntitle = "A"\n\n[preprocessor.spec]\ncommand = "x"\n';
const SUMMARY = '# A\n\n- [B](./boil.md)\n  - [C](sub/cold.md#part)\n- [Draft]()\n';
const RULES = '# B\n\nr[boil]\n\nr[boil.hot_water]\nIt boils.\n';

function seen(files: Readonly<Record<string, string>>): readonly string[] {
  const configuration = withSettings(DEFAULT_CONFIGURATION, new Map(Object.entries(files)));
  const extractor = createExtractor(configuration);
  const view = new TraceIndex({ configuration, today: TODAY });
  view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  const items = view
    .documents()
    .flatMap(({ requirements }) => requirements.map(({ key, notation }) => `${notation} ${key} ${view.coverage(key).status}`));
  return [...items, ...view.allFindings().flatMap(({ code, path }) => (code === 'unmet-criterion' ? [] : [`${path} ${code}`]))];
}

type Case = readonly [what: string, files: Readonly<Record<string, string>>, result: readonly string[]];

const CASES: readonly Case[] = [
  [
    'rules of the chapters, which need tests alone',
    {
      'book.toml': BOOK,
      'src/SUMMARY.md': SUMMARY,
      'src/boil.md': RULES,
      'src/sub/cold.md': 'r[cold]\n',
      'tests/ui/a.rs': '//@ reference: boil.hot_water\nfn main() {}\n',
    },
    ['rust-reference r#boil unmet', 'rust-reference r#boil.hot_water met', 'rust-reference r#cold unmet'],
  ],
  [
    'nothing of other files of the book',
    {
      'book.toml': BOOK,
      'src/SUMMARY.md': SUMMARY,
      'src/boil.md': 'r[boil]\n',
      'src/other.md': 'r[other]\n',
      'dev-guide/src/a.md': 'r[example]\n',
    },
    ['rust-reference r#boil unmet'],
  ],
  [
    'the book in the repository of the compiler',
    {
      'src/doc/reference/book.toml': BOOK,
      'src/doc/reference/src/SUMMARY.md': SUMMARY,
      'src/doc/reference/src/boil.md': RULES,
      'tests/ui/a.rs': '//@ reference: boil\n//@ reference: boil.cold\n',
    },
    ['rust-reference r#boil met', 'rust-reference r#boil.hot_water unmet', 'tests/ui/a.rs unknown-reference'],
  ],
  [
    'no name that is not the whole line of a test',
    {
      'book.toml': BOOK,
      'src/SUMMARY.md': '- [B](boil.md)\n',
      'src/boil.md': 'r[b]\n\nr[b.a]\n\nr[b.c]\n',
      'tests/ui/a.rs': '//@ reference: b and more\n//@ reference: b.a, b.c\n//@ reference: b.a!\n//@ reference: \n',
      'tests/ui/b.rs':
        '// //@ reference: b\n// @ reference: b\n///@ reference: b\n/*@ reference: b */\n  //@ reference: b\n//@  reference: b\n//@ reference:b\n',
      'tests/ui/c.py': '#@ reference: b\n# //@ reference: b\n',
      'src/lib.rs': '//@ reference: b\n',
    },
    [
      'rust-reference r#b unmet',
      'rust-reference r#b.a unmet',
      'rust-reference r#b.c unmet',
      ...Array.from({ length: 3 }, () => 'tests/ui/a.rs unknown-reference'),
    ],
  ],
  [
    'the name in a file of Windows',
    {
      'book.toml': BOOK,
      'src/SUMMARY.md': '- [B](boil.md)\n',
      'src/boil.md': 'r[b]\n',
      'tests/ui/a.rs': '//@ run-pass\r\n//@ reference: b\r\n',
    },
    ['rust-reference r#b met'],
  ],
  [
    'no chapter in a comment of the list',
    { 'book.toml': BOOK, 'src/SUMMARY.md': '- [B](boil.md)\n<!-- - [C](cold.md) -->\n', 'src/boil.md': 'r[b]\n', 'src/cold.md': 'r[c]\n' },
    ['rust-reference r#b unmet'],
  ],
  [
    'no book that is made otherwise',
    {
      'book.toml': '[book]\n',
      'src/SUMMARY.md': SUMMARY,
      'docs/boil.md': RULES,
      'tests/ui/a.rs': '//@ reference: boil.hot_water\nfn main() {}\n',
    },
    ['tracey r#boil unmet', 'tracey r#boil.hot_water partial'],
  ],
  [
    'no book whose settings cannot be read',
    { 'book.toml': '[book\n', 'src/SUMMARY.md': SUMMARY, 'docs/boil.md': RULES },
    ['tracey r#boil unmet', 'tracey r#boil.hot_water unmet'],
  ],
];

// @verifies RT-1.4/AC27
describe('the Rust reference', () => {
  for (const [what, files, result] of CASES) it(`reads ${what}`, () => assert.deepEqual(seen(files), result));
});
