import assert from 'node:assert/strict';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { Places } from '../../../src/index/evidence/places/places.ts';
import type { FileRole } from '../../../src/model/facts.ts';

/** A profile that names files, in each of which something ran. */
const profile = (...files: readonly string[]): string => `mode: set\n${files.map((file) => `${file}:3.14,5.2 1 1\n`).join('')}`;

/** What is shown, files of the project, where the profile lies, the files that it names, those of the project that are meant. */
const CASES: readonly (readonly [what: string, files: string, report: string, named: string, meant: string])[] = [
  ['of the root', 'go.mod stock.go', 'coverage.out', 'ex.org/shop/stock.go', 'stock.go'],
  [
    'of the root and others',
    'go.mod stock.go orders/a.go',
    'c.out',
    'ex.org/shop/stock.go ex.org/shop/orders/a.go',
    'stock.go orders/a.go',
  ],
  [
    'of folders only',
    'go.mod internal/a/x.go internal/b/x.go',
    'c.out',
    'shop/internal/a/x.go shop/internal/b/x.go',
    'internal/a/x.go internal/b/x.go',
  ],
  [
    'of one folder',
    'go.mod stock.go orders/stock.go orders/b.go',
    'c.out',
    'ex.org/shop/orders/stock.go ex.org/shop/orders/b.go',
    'orders/stock.go orders/b.go',
  ],
  ['of a module below', 'srv/go.mod srv/stock.go', 'srv/coverage.out', 'ex.org/srv/stock.go', 'srv/stock.go'],
  [
    'of a module below, from a folder of reports',
    'srv/go.mod srv/stock.go stock.go',
    'srv/out/c.out',
    'ex.org/srv/stock.go',
    'srv/stock.go',
  ],
  ['of two modules of one form', 'a/go.mod a/stock.go b/go.mod b/stock.go', 'a/c.out', 'ex.org/a/stock.go', 'a/stock.go'],
  [
    'of a module that is called as its folder',
    'go.mod stock.go main.go shop/stock.go',
    'c.out',
    'ex.org/shop/stock.go ex.org/shop/main.go',
    'stock.go main.go',
  ],
  ['where two readings fit equally well', 'go.mod stock.go shop/stock.go', 'c.out', 'ex.org/x/shop/stock.go', '–'],
  ['without its go.mod, by the end of its path', 'shop/stock.go', 'c.out', 'ex.org/shop/stock.go', 'shop/stock.go'],
  ['of the root without go.mod', 'stock.go', 'c.out', 'ex.org/shop/stock.go', '–'],
  ['of a file that went', 'go.mod stock.go', 'c.out', 'ex.org/shop/gone.go ex.org/shop/stock.go', '– stock.go'],
  ['of another module', 'go.mod stock.go', 'c.out', 'ex.org/other/gone.go', '–'],
  ['with absolute paths', 'go.mod stock.go', 'c.out', '/repo/stock.go', 'stock.go'],
  ['with paths of an own folder', 'go.mod stock.go', 'c.out', './stock.go', 'stock.go'],
];

describe('line coverage of Go', () => {
  for (const [what, files, report, named, meant] of CASES)
    it(`is of the file that it names: a profile ${what}`, () => {
      const run = readEvidence(report, profile(...named.split(' ')), 0);
      const places = new Places(new Map<string, FileRole>(files.split(' ').map((path) => [path, 'code'])), [run]);
      assert.equal(run.coverage.map(({ file }) => places.coveredFile(run, file) ?? '–').join(' '), meant);
    });
});
