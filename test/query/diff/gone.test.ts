import assert from 'node:assert/strict';
import { compare } from '../../../src/query/diff/compare.ts';
import { isLoss } from '../../../src/query/diff/difference.ts';
import type { Files } from '../../support/diffStates.ts';
import { comparisonOf, difference, told } from '../../support/diffStates.ts';

const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are kept\n';
const OTHER = '## REQ-2: Stock\n';
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 120\n';
const BEFORE: Files = {
  'docs/a.md': DOCUMENT,
  'docs/b.md': OTHER,
  'src/a.ts': '// @implements REQ-1\nexport function one() {}\n',
  'test/a.test.ts': "it('REQ-1/AC1 keeps', () => {});\n",
};
const ABOUT = 'the test "REQ-1/AC1 keeps" in test/a.test.ts:1, the code "one()" in src/a.ts:1 were about it';

function without(path: string): Files {
  return Object.fromEntries(Object.entries(BEFORE).filter(([name]) => name !== path));
}

/** Before, with the document somewhere else. */
function moved(path: string, head: Files = {}): Files {
  return { ...without('docs/a.md'), [path]: DOCUMENT, ...head };
}

describe('what is gone', () => {
  const cases: readonly [what: string, head: Files, reason: string, to?: string][] = [
    ['with its document', without('docs/a.md'), 'was met, is not in the documents any more'],
    ['with the last document', { 'src/a.ts': BEFORE['src/a.ts'] ?? '' }, 'was met, is not in the documents any more'],
    ['out of its document', { ...BEFORE, 'docs/a.md': '# Orders\n' }, 'was met, is not in the documents any more'],
    ['with all that its document says', { ...BEFORE, 'docs/a.md': '' }, 'was met, is not in the documents any more'],
    ['into a fence', { ...BEFORE, 'docs/a.md': `\`\`\`\n${DOCUMENT}\`\`\`\n` }, 'was met, is not in the documents any more'],
    ['into a comment', { ...BEFORE, 'docs/a.md': `<!--\n${DOCUMENT}-->\n` }, 'was met, is not in the documents any more'],
    [
      'with a document that is left out',
      { ...BEFORE, 'reqtrace.yaml': 'exclude: [docs/a.md]\n' },
      'was met, but "exclude" of reqtrace.yaml leaves out docs/a.md now',
    ],
    [
      'with all documents, which are left out',
      { ...BEFORE, 'reqtrace.yaml': 'exclude: ["**/*.md"]\n' },
      'was met, but "exclude" of reqtrace.yaml leaves out docs/a.md now',
    ],
    [
      'with a document that is none any more',
      { ...BEFORE, 'reqtrace.yaml': 'documents: [docs/b.md]\n' },
      'was met, but docs/a.md is not a document any more, according to reqtrace.yaml',
    ],
    [
      'to a file that is no document',
      moved('docs/a.txt'),
      'was met, but docs/a.md was moved to docs/a.txt, which is not a document',
      'docs/a.txt',
    ],
    [
      'to a folder without documents',
      moved('.github/a.md'),
      'was met, but docs/a.md was moved to .github/a.md, which is not a document',
      '.github/a.md',
    ],
    [
      'to a folder of dependencies',
      moved('node_modules/a.md'),
      'was met, but docs/a.md was moved to node_modules/a.md, which is not read',
      'node_modules/a.md',
    ],
    [
      'to a folder that is left out',
      moved('old/a.md', { 'reqtrace.yaml': 'exclude: [old/**]\n' }),
      'was met, but docs/a.md was moved to old/a.md, which is not read',
      'old/a.md',
    ],
    [
      'behind a mark for all of its document',
      { ...BEFORE, 'docs/a.md': `<!-- reqtrace-ignore-file -->\n\n${DOCUMENT}` },
      'was met, but "reqtrace-ignore-file" in docs/a.md has it left out now',
    ],
    [
      'behind a mark for a part of it',
      { ...BEFORE, 'docs/a.md': `<!-- reqtrace-ignore-start -->\n\n${DOCUMENT}` },
      'was met, but "reqtrace-ignore-start" in docs/a.md has it left out now',
    ],
    [
      'with what Git LFS did not fetch',
      { ...BEFORE, 'docs/a.md': POINTER },
      'was met, but docs/a.md is a pointer of Git LFS here, and its text was not fetched',
    ],
  ];
  for (const [what, head, reason, to] of cases) {
    it(what, () => {
      const found = difference(BEFORE, head, to === undefined ? {} : { 'docs/a.md': to });
      const own = (told(found).removed ?? []).filter((line) => line.startsWith('REQ-1/AC1'));
      assert.deepEqual(own, [`REQ-1/AC1: ${reason}: ${ABOUT}`]);
      assert.deepEqual(found.lists.removed.filter(({ item }) => item.id === 'REQ-1/AC1').map(isLoss), [true]);
    });
  }

  it('with a file that cannot be read: too large, binary, a link', () => {
    // It is still there, and nothing is known of it.
    const comparison = comparisonOf(BEFORE, without('docs/a.md'));
    const files = comparison.files.map((file) => (file.base === 'docs/a.md' ? { base: 'docs/a.md', head: 'docs/a.md' } : file));
    assert.deepEqual(told(compare({ ...comparison, files })).removed, [`REQ-1/AC1: was met, but docs/a.md is not read any more: ${ABOUT}`]);
  });

  it('is no loss where nothing was there for it', () => {
    const found = difference(BEFORE, without('docs/b.md'));
    assert.deepEqual(told(found).removed, ['REQ-2: was unmet, is not in the documents any more']);
    assert.deepEqual(found.lists.removed.map(isLoss), [false]);
  });
});

describe('a link that is lost', () => {
  const lost = '"one()" in src/a.ts:1';
  const cases: readonly [what: string, head: Files, reason: string][] = [
    ['is deleted', without('src/a.ts'), `was met, is partial: the code ${lost} no longer points at it`],
    [
      'could mean two by now',
      { ...BEFORE, 'docs/c.md': DOCUMENT.replace('kept', 'sold').replace('Orders', 'Sales') },
      `was met, is unmet: what the test "REQ-1/AC1 keeps" in test/a.test.ts:1, the code ${lost} says could mean several items now`,
    ],
    [
      'stands in a file that is left out',
      { ...BEFORE, 'reqtrace.yaml': 'exclude: [src/**]\n' },
      `was met, is partial: not read any more: the code ${lost}`,
    ],
    [
      'means another item',
      { ...BEFORE, 'src/a.ts': (BEFORE['src/a.ts'] ?? '').replace('REQ-1', 'REQ-2') },
      `was met, is partial: the code ${lost} no longer points at it`,
    ],
    [
      'means nothing',
      { ...BEFORE, 'src/a.ts': (BEFORE['src/a.ts'] ?? '').replace('REQ-1', 'REQ-9') },
      `was met, is partial: the code ${lost} no longer points at it`,
    ],
    [
      'is still to be done',
      { ...BEFORE, 'src/a.ts': (BEFORE['src/a.ts'] ?? '').replace('@impl', 'TODO: @impl') },
      `was met, is partial: the code ${lost} no longer points at it`,
    ],
    [
      'is commented out with its code',
      { ...BEFORE, 'src/a.ts': '// // @implements REQ-1\n// export function one() {}\n' },
      `was met, is partial: the code ${lost} no longer points at it`,
    ],
    [
      'is a test in a file that is left out',
      { ...BEFORE, 'reqtrace.yaml': 'exclude: [test/**]\n' },
      'was met, is partial: not read any more: the test "REQ-1/AC1 keeps" in test/a.test.ts:1',
    ],
    [
      'stands in a part that is to be ignored',
      { ...BEFORE, 'src/a.ts': `// reqtrace-ignore-start\n${BEFORE['src/a.ts']}` },
      `was met, is partial: to be ignored now: the code ${lost}`,
    ],
    [
      'stands in a line that is to be ignored',
      { ...BEFORE, 'src/a.ts': `// reqtrace-ignore-next-line\n${BEFORE['src/a.ts']}` },
      `was met, is partial: to be ignored now: the code ${lost}`,
    ],
    [
      'stands in a file that is to be ignored',
      { ...BEFORE, 'src/a.ts': `// reqtrace-ignore-file\n${BEFORE['src/a.ts']}` },
      `was met, is partial: to be ignored now: the code ${lost}`,
    ],
  ];
  for (const [what, head, reason] of cases) {
    it(what, () => assert.deepEqual(told(difference(BEFORE, head)).broken, [`REQ-1/AC1: ${reason}`]));
  }
});

describe('a test that is lost', () => {
  const two = { ...BEFORE, 'test/b.test.ts': "it('REQ-1/AC1 keeps none', () => {});\n" };
  const cases: readonly [what: string, base: Files, head: Files, list: string | undefined][] = [
    ['of two', two, BEFORE, 'broken'],
    ['of two in one file', { ...BEFORE, 'test/a.test.ts': `${BEFORE['test/a.test.ts']}${two['test/b.test.ts']}` }, BEFORE, 'broken'],
    ['for another one', two, { ...BEFORE, 'test/c.test.ts': "it('REQ-1/AC1 keeps every one', () => {});\n" }, 'touched'],
    ['by its annotation', two, { ...two, 'test/b.test.ts': "it('keeps none', () => {});\n" }, 'broken'],
    ['as a todo', two, { ...two, 'test/b.test.ts': "it.todo('REQ-1/AC1 keeps none');\n" }, 'broken'],
    ['switched off', two, { ...two, 'test/b.test.ts': "it.skip('REQ-1/AC1 keeps none', () => {});\n" }, 'broken'],
    ['commented out', two, { ...two, 'test/b.test.ts': "// it('REQ-1/AC1 keeps none', () => {});\n" }, 'broken'],
    ['left out', two, { ...two, 'reqtrace.yaml': 'exclude: [test/b*]\n' }, 'broken'],
    ['to be ignored', two, { ...two, 'test/b.test.ts': `// reqtrace-ignore-file\n${two['test/b.test.ts']}` }, 'broken'],
    ['of three', { ...two, 'test/c.test.ts': "it('REQ-1/AC1 keeps three', () => {});\n" }, two, 'broken'],
    ['while the text changes', two, { ...BEFORE, 'docs/a.md': DOCUMENT.replace('kept', 'kept for ten years') }, 'broken'],
    ['for a title that says both', two, { ...BEFORE, 'test/a.test.ts': "it('REQ-1/AC1 keeps, and keeps none', () => {});\n" }, 'touched'],
    ['for another title', two, { ...two, 'test/b.test.ts': "it('REQ-1/AC1 keeps nothing at all', () => {});\n" }, 'touched'],
    ['by a move', two, { ...BEFORE, 'test/c.test.ts': two['test/b.test.ts'] ?? '' }, undefined],
  ];
  for (const [what, base, head, list] of cases) {
    // @verifies RT-5.1/AC3~b7ed02
    it(`${what} makes it ${list ?? 'as before'}`, () => assert.deepEqual(Object.keys(told(difference(base, head))), list ? [list] : []));
  }

  it('is no loss of code that moved into one function', () => {
    const base = { ...BEFORE, 'src/b.ts': '// @implements REQ-1/AC1\nexport function other() {}\n' };
    assert.deepEqual(Object.keys(told(difference(base, BEFORE))), ['touched']);
  });
});

describe('files of which nobody can tell what changed', () => {
  const conflict = `${DOCUMENT}<<<<<<< HEAD\n- Orders are sold\n=======\n- Orders are lent\n>>>>>>> work\n`;
  const told_ = 'what changed in docs/a.md cannot be told: it is a pointer of Git LFS, and its text was not fetched';
  const cases: readonly [what: string, base: Files, head: Files, ...doubts: string[]][] = [
    ['are pointers of both sides', { ...BEFORE, 'docs/a.md': POINTER }, { ...BEFORE, 'docs/a.md': POINTER.replace('4d7a', '77aa') }, told_],
    ['are pointers of the base', { ...BEFORE, 'docs/a.md': POINTER }, BEFORE, told_],
    ['are pointers here', BEFORE, { ...BEFORE, 'docs/a.md': POINTER }, told_],
    ['are pointers with line ends of Windows', BEFORE, { ...BEFORE, 'docs/a.md': POINTER.replaceAll('\n', '\r\n') }, told_],
    ['have marks of a merge', BEFORE, { ...BEFORE, 'docs/a.md': conflict }, 'docs/a.md has marks of a merge conflict'],
    [
      'have marks of a merge, in lines that end as in Windows',
      BEFORE,
      { ...BEFORE, 'docs/a.md': conflict.replaceAll('\n', '\r\n') },
      'docs/a.md has marks of a merge conflict',
    ],
    [
      'have marks of a merge with what both had before',
      BEFORE,
      { ...BEFORE, 'docs/a.md': conflict.replace('=======', '||||||| base\n- Orders\n=======') },
      'docs/a.md has marks of a merge conflict',
    ],
    ['show a merge in a fence', BEFORE, { ...BEFORE, 'docs/a.md': `${DOCUMENT}\n\`\`\`\n${conflict}\`\`\`\n` }],
    ['have a heading that is underlined', BEFORE, { ...BEFORE, 'docs/a.md': `${DOCUMENT}\nNotes\n=======\n` }],
    ['are the same pointer', { ...BEFORE, 'docs/a.md': POINTER }, { ...BEFORE, 'docs/a.md': POINTER }],
  ];
  for (const [what, base, head, ...doubts] of cases) {
    it(what, () => assert.deepEqual(difference(base, head).doubts, doubts));
  }

  it('make nothing new', () => assert.deepEqual(told(difference({ ...BEFORE, 'docs/a.md': POINTER }, BEFORE)), {}));
});
