import assert from 'node:assert/strict';
import { implementation } from '../../../src/editor/navigation/implementation.ts';
import { place } from '../../support/editor/navigation.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const CODE = '// @implements IP-1.1\nexport function reserve() {}\n\n// @implements IP-1.1/AC2\nexport class Reject {}\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n';
const ALL = { 'src/a.ts': CODE, 'test/a.test.ts': TEST };

describe('implementation', () => {
  const cases: [what: string, files: Record<string, string>, places: string[] | null][] = [
    [
      'of a heading is the code of all of it',
      { ...ALL, 'docs/launch.md': LAUNCH.replace('Reserve stock', 'Res|erve stock') },
      ['src/a.ts:2', 'src/a.ts:5'],
    ],
    [
      'of a criterion is its own code, and that of its requirement',
      { ...ALL, 'docs/launch.md': LAUNCH.replace('more is', 'more |is') },
      ['src/a.ts:5', 'src/a.ts:2'],
    ],
    [
      'of a criterion without code of its own is that of its requirement',
      { ...ALL, 'docs/launch.md': LAUNCH.replace('An order of all', 'An |order of all') },
      ['src/a.ts:2'],
    ],
    [
      'of a reference in a test',
      { ...ALL, 'docs/launch.md': LAUNCH, 'test/b.test.ts': '// @verifies IP-1.1/AC|2\ntest("a", f);\n' },
      ['src/a.ts:5', 'src/a.ts:2'],
    ],
    ['of a mention', { ...ALL, 'docs/launch.md': LAUNCH, 'src/b.ts': '// see IP-1|.1\n' }, ['src/a.ts:2', 'src/a.ts:5']],
    ['of what only tests name', { 'test/a.test.ts': TEST, 'docs/launch.md': LAUNCH.replace('Reserve stock', 'Res|erve stock') }, null],
    ['of what nothing names', { ...ALL, 'docs/launch.md': LAUNCH.replace('Release', 'Rel|ease') }, null],
    ['of an unknown reference', { ...ALL, 'docs/launch.md': LAUNCH, 'src/b.ts': '// @implements IP-9|.9\n' }, null],
    ['of a plain word', { ...ALL, 'docs/launch.md': LAUNCH, 'src/b.ts': '// pl|ain\n' }, null],
    [
      'that stands on nothing is the annotation',
      { 'src/a.ts': '// @implements IP-1.1\n\n\n', 'docs/launch.md': LAUNCH.replace('Reserve stock', 'Res|erve stock') },
      ['src/a.ts:1'],
    ],
  ];
  for (const [what, files, places] of cases) {
    it(what, () => {
      const { view, path, position } = workspace(files);
      assert.deepEqual(implementation(view, path, position, uriOf)?.map(place) ?? null, places);
    });
  }
});
