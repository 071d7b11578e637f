import assert from 'node:assert/strict';
import { decorations } from '../../../src/editor/marks/decorations.ts';
import { documentStatuses } from '../../../src/editor/marks/documentStatuses.ts';
import { goToList } from '../../../src/editor/navigation/goToList.ts';
import { unmetNeighbour } from '../../../src/editor/navigation/unmetNeighbour.ts';
import { LAUNCH, workspace } from '../../support/editor/workspace.ts';

const CODE = '// @implements IP-1.1\nfunction a() {}\n// IP-9.9\n';
const TEST = '// @verifies IP-1.1/AC1\ntest("a", () => {});\n';
const FILES = { 'docs/launch.md': LAUNCH, 'test/a.test.ts': TEST, 'src/a.ts': CODE };

describe('decorations', () => {
  it('gives each reference and definition the status of its item', () => {
    const { view } = workspace(FILES);
    const all = (path: string): string[] => decorations(view, path).map(({ range, status, use }) => `${range.start.line} ${use} ${status}`);
    assert.deepEqual(all('src/a.ts'), ['0 reference partial', '2 reference unknown']);
    assert.deepEqual(all('docs/launch.md'), ['2 definition partial', '7 definition met', '8 definition partial', '10 definition unmet']);
  });

  it('are behind a revision that is part of the ID', () => {
    const cases: readonly [text: string, word: string][] = [
      ['`req~a~12`\n\nNeeds: dsn\n', 'req~a~12'],
      ['r[a.one+2]\nOne.\n', 'a.one+2'],
      ['r[a.one]\nOne.\n', 'a.one'],
      ['## REQ-1: A\n', 'REQ-1'],
    ];
    for (const [text, word] of cases) {
      const [mark] = decorations(workspace({ 'docs/a.md': text }).view, 'docs/a.md');
      assert.equal(mark && text.split('\n')[0]?.slice(mark.range.start.character, mark.range.end.character), word);
    }
  });
});

describe('documentStatuses', () => {
  it('counts the criteria of each document', () => {
    const { view } = workspace(FILES);
    assert.deepEqual(
      documentStatuses(view).map(({ path, counts }) => [path, counts.met, counts.partial, counts.unmet]),
      [['docs/launch.md', 1, 1, 1]],
    );
  });
});

describe('unmetNeighbour', () => {
  const files = { 'docs/a.md': LAUNCH, 'docs/b.md': '## B-1: B\n', 'test/a.test.ts': TEST, 'src/a.ts': CODE };
  const cases: [path: string, line: number, next: string, previous: string][] = [
    ['docs/a.md', 0, 'docs/a.md:8', 'docs/b.md:0'],
    ['docs/a.md', 8, 'docs/a.md:10', 'docs/b.md:0'],
    ['docs/a.md', 9, 'docs/a.md:10', 'docs/a.md:8'],
    ['docs/a.md', 10, 'docs/b.md:0', 'docs/a.md:8'],
    ['docs/b.md', 0, 'docs/a.md:8', 'docs/a.md:10'],
    ['src/a.ts', 5, 'docs/a.md:8', 'docs/b.md:0'],
  ];
  for (const [path, line, next, previous] of cases) {
    it(`from ${path}, line ${line}`, () => {
      const { view } = workspace(files);
      const found = (direction: 'next' | 'previous'): string => {
        const place = unmetNeighbour(view, path, { line, character: 3 }, direction);
        return `${place?.path}:${place?.range.start.line}`;
      };
      assert.deepEqual([found('next'), found('previous')], [next, previous]);
    });
  }

  it('finds nothing where all is met', () => {
    const { view } = workspace({ 'docs/a.md': '## B-1: B\n', 'src/a.ts': '// @implements B-1\n// @verifies B-1\n' });
    assert.equal(unmetNeighbour(view, 'docs/a.md', { line: 0, character: 0 }, 'next'), undefined);
  });
});

describe('goToList', () => {
  it('lists every item with its places', () => {
    const { view } = workspace(FILES);
    assert.deepEqual(
      goToList(view).map(({ id, name, status, code, test }) => [id, name, status, code?.path, test?.path]),
      [
        ['IP-1.1', 'Reserve stock', 'partial', 'src/a.ts', 'test/a.test.ts'],
        ['IP-1.1/AC1', 'An order of all the stock is accepted', 'met', 'src/a.ts', 'test/a.test.ts'],
        ['IP-1.1/AC2', 'An order of more is rejected', 'partial', 'src/a.ts', undefined],
        ['IP-1.2', 'Release stock', 'unmet', undefined, undefined],
      ],
    );
  });
});
