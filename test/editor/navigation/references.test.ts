import assert from 'node:assert/strict';
import { references } from '../../../src/editor/navigation/references.ts';
import { place } from '../../support/editor/navigation.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const OTHERS = {
  'src/a.ts': '// @implements IP-1.1\nexport function reserve() {}\n// see IP-1.1/AC2\n',
  'test/a.test.ts': '// @verifies IP-1.1/AC1, AC2\ntest("all", () => {});\n// @waives IP-1.2: later\n',
};

describe('references', () => {
  const cases: [what: string, files: Record<string, string>, declaration: boolean, places: string[] | null][] = [
    [
      'of a requirement, from a reference',
      { 'docs/launch.md': LAUNCH, ...OTHERS, 'src/b.ts': '// @implements IP-|1.1' },
      false,
      ['src/a.ts:1', 'src/b.ts:1'],
    ],
    [
      'with its declaration first',
      { 'docs/launch.md': LAUNCH, ...OTHERS, 'src/b.ts': '// @implements IP-|1.1' },
      true,
      ['docs/launch.md:3', 'src/a.ts:1', 'src/b.ts:1'],
    ],
    [
      'of a criterion and of no other',
      { 'docs/launch.md': LAUNCH, ...OTHERS, 'src/b.ts': '// IP-1.1/AC|1' },
      false,
      ['src/b.ts:1', 'test/a.test.ts:1'],
    ],
    [
      'of a criterion, from its line',
      { ...OTHERS, 'docs/launch.md': LAUNCH.replace('of more', 'of mo|re') },
      false,
      ['src/a.ts:3', 'test/a.test.ts:1'],
    ],
    ['of a requirement, from its heading', { ...OTHERS, 'docs/launch.md': LAUNCH.replace('Reserve', 'Res|erve') }, false, ['src/a.ts:1']],
    ['include waivers', { ...OTHERS, 'docs/launch.md': LAUNCH.replace('Release', 'Rel|ease') }, false, ['test/a.test.ts:3']],
    ['of a plain word are none', { 'docs/launch.md': LAUNCH, 'src/b.ts': '// wo|rd' }, true, null],
    ['of an unknown reference are none', { 'docs/launch.md': LAUNCH, 'src/b.ts': '// @implements IP-|8' }, true, []],
  ];
  for (const [what, files, declaration, places] of cases) {
    it(what, () => {
      const { view, path, position } = workspace(files);
      assert.deepEqual(references(view, path, position, declaration, uriOf)?.map(place) ?? null, places);
    });
  }
});
