import assert from 'node:assert/strict';
import { definition } from '../../../src/editor/navigation/definition.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { place } from '../../support/editor/navigation.ts';
import { annotation, code, document, indexOf, requirement } from '../../support/index/build.ts';
import { LAUNCH, uriOf, workspace } from '../../support/editor/workspace.ts';

const CODE = '// @implements IP-1.1\nexport function reserve() {}\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("takes all", () => {});\n// @verifies IP-1.1/AC2\ntest("rejects more", () => {});\n';

describe('definition', () => {
  const cases: [what: string, files: Record<string, string>, places: string[] | null][] = [
    ['of a requirement is its heading', { 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-|1.1' }, ['docs/launch.md:3']],
    ['of a criterion is its line', { 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1.1/AC|2' }, ['docs/launch.md:9']],
    [
      'of a second criterion is its own line',
      { 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1.1/AC1, AC|2' },
      ['docs/launch.md:9'],
    ],
    ['of a mention is the heading', { 'docs/launch.md': LAUNCH, 'src/a.ts': '// see IP-1.2|' }, ['docs/launch.md:11']],
    [
      'of an ambiguous reference are all candidates',
      { 'a.md': '## REQ-1: A', 'b.md': '## REQ-1: B', 'src/a.ts': '// @implements R|EQ-1' },
      ['a.md:1', 'b.md:1'],
    ],
    ['of an unknown reference is nothing', { 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-9|.9' }, null],
    ['of a plain word is nothing', { 'docs/launch.md': LAUNCH, 'src/a.ts': '// pl|ain' }, null],
    [
      'of a heading are code and tests of the requirement and its criteria',
      { 'src/a.ts': CODE, 'test/a.test.ts': TEST, 'docs/launch.md': LAUNCH.replace('Reserve stock', 'Res|erve stock') },
      ['src/a.ts:1', 'test/a.test.ts:1', 'test/a.test.ts:3'],
    ],
    [
      'of a criterion in its document are its own places and those its requirement passes on',
      { 'src/a.ts': CODE, 'test/a.test.ts': TEST, 'docs/launch.md': LAUNCH.replace('more is', 'more |is') },
      ['test/a.test.ts:3', 'src/a.ts:1'],
    ],
    ['of a heading that nothing points at is nothing', { 'docs/launch.md': LAUNCH.replace('Release', 'Rel|ease') }, null],
  ];
  for (const [what, files, places] of cases) {
    it(what, () => {
      const { view, path, position } = workspace(files);
      assert.deepEqual(definition(view, path, position, uriOf)?.map(place) ?? null, places);
    });
  }

  it('offers the further places of an item, though not the one that it is asked at', () => {
    const at = (path: string, distance: number): FileFacts =>
      document(path, [requirement('IP-1', [], { namespace: 'docs', place: { distance } })], { namespace: 'docs' });
    const view = indexOf([at('docs/own.md', 0), at('docs/plan.md', 1), code('src/a.ts', annotation('implements', 'IP-1'))]);
    const places = (path: string, character: number): string[] | undefined =>
      definition(view, path, { line: 0, character }, uriOf)?.map(place);
    assert.deepEqual(places('src/a.ts', 16), ['docs/own.md:1', 'docs/plan.md:1']);
    assert.deepEqual(places('docs/plan.md', 5), ['docs/own.md:1']);
    assert.deepEqual(places('docs/own.md', 5), ['src/a.ts:1', 'docs/plan.md:1']);
  });

  it('tells what was clicked and what to show', () => {
    const { view, path, position } = workspace({ 'docs/launch.md': LAUNCH, 'src/a.ts': '// @implements IP-1.|1/AC1' });
    const [link] = definition(view, path, position, uriOf) ?? [];
    assert.deepEqual(link, {
      originSelectionRange: { start: { line: 0, character: 15 }, end: { line: 0, character: 25 } },
      targetUri: 'file:///p/docs/launch.md',
      targetRange: { start: { line: 7, character: 0 }, end: { line: 7, character: 39 } },
      targetSelectionRange: { start: { line: 7, character: 2 }, end: { line: 7, character: 39 } },
    });
  });
});
