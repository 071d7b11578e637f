import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import { compare } from '../../../src/query/diff/compare.ts';
import type { Comparison } from '../../../src/query/diff/comparison.ts';
import { LIST_NAMES } from '../../../src/query/diff/difference.ts';
import { workingSide } from '../../../src/workspace/past/review/workingSide.ts';
import { openVirtualProject } from '../../../src/workspace/virtual/openVirtualProject.ts';
import { VirtualReview } from '../../../src/workspace/virtual/virtualReview.ts';
import { Remote } from '../../support/workspace/remote.ts';

const today = '2026-11-21';
const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- Kept\n- Confirmed\n';
const CODE = '// @implements REQ-1/AC1\nexport function keep() {\n  return 1;\n}\n';
const TEST = "// @verifies REQ-1/AC1\nit('keeps', () => {});\n";
const BASE: Readonly<Record<string, string>> = { 'docs/orders.md': DOCUMENT, 'src/orders.ts': CODE, 'test/orders.test.ts': TEST };

/** `added REQ-1/AC3` for each entry, the lists in their order. */
function drawn(comparison: Comparison): string[] {
  const { lists } = compare(comparison);
  return LIST_NAMES.flatMap((name) => lists[name].map(({ item }) => `${name} ${item.id}`));
}

/** What a pull request of these files does; undefined removes one. */
async function review(changes: Readonly<Record<string, string | undefined>>, texts = new Map<string, string>(), base = BASE) {
  const head = Object.fromEntries(
    Object.entries({ ...base, ...changes }).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
  const remote = new Remote(head);
  const project = await openVirtualProject('memfs:/shop', remote, { today, openTexts: texts });
  const asked: string[] = [];
  const files = Object.keys(changes).map((path) => ({
    ...(base[path] !== undefined && { base: path }),
    ...(head[path] !== undefined && { head: path }),
  }));
  const told = {
    name: 'main',
    files,
    text: (path: string) => {
      asked.push(path);
      return Promise.resolve(base[path]);
    },
  };
  const side = () =>
    workingSide({ index: project.index, openPaths: texts.keys(), text: async (path) => texts.get(path) ?? (await project.text(path)) });
  return { project, asked, told, side, made: await VirtualReview.open(told, side(), { today }) };
}

describe('a review of a folder that no disk has', () => {
  // @verifies RT-8.2/AC5
  for (const [name, changes, expected] of [
    ['nothing', {}, []],
    ['a new criterion', { 'docs/orders.md': `${DOCUMENT}- Cancelled\n` }, ['added REQ-1/AC3']],
    ['other words', { 'docs/orders.md': DOCUMENT.replace('Confirmed', 'Confirmed twice') }, ['reworded REQ-1/AC2']],
    ['code that is gone', { 'src/orders.ts': undefined }, ['broken REQ-1/AC1']],
    ['a test that is gone', { 'test/orders.test.ts': '' }, ['broken REQ-1/AC1']],
    ['code that changed', { 'src/orders.ts': CODE.replace('1;', '2;') }, ['touched REQ-1/AC1']],
    [
      'code for more',
      {
        'src/more.ts': '// @implements REQ-1/AC2\nexport function confirm() {}\n',
        'test/more.test.ts': "// @verifies REQ-1/AC2\nit('confirms', () => {});\n",
      },
      ['met REQ-1/AC2'],
    ],
    ['a document that is gone', { 'docs/orders.md': undefined }, ['removed REQ-1/AC1', 'removed REQ-1/AC2']],
    ['other rules', { 'reqtrace.yaml': 'exclude: ["test/**"]\n' }, ['broken REQ-1/AC1']],
  ] as const) {
    it(`says what a pull request does: ${name}`, async () => {
      const { side, made } = await review(changes);
      const lists = drawn(await made.follow(side()));
      for (const line of expected) assert.ok(lists.includes(line), `${line} in ${lists.join(', ')}`);
      assert.equal(lists.length === 0, expected.length === 0, lists.join(', '));
    });
  }

  // @verifies RT-8.2/AC5
  it('asks for no file that is the same', async () => {
    const { asked } = await review({ 'docs/orders.md': `${DOCUMENT}- Cancelled\n` });
    assert.deepEqual(asked, ['docs/orders.md']);
  });

  // @verifies RT-8.2/AC5
  it('follows what is typed and not saved, in files that the base has and has not', async () => {
    const texts = new Map<string, string>();
    const { project, side, made } = await review({}, texts);
    texts.set('docs/orders.md', `${DOCUMENT}- Cancelled\n`);
    texts.set('docs/new.md', '## REQ-2: New\n');
    await project.refresh([...texts.keys()], 'editor');
    assert.deepEqual(drawn(await made.follow(side())), ['added REQ-2', 'added REQ-1/AC3']);
    texts.clear();
    await project.refresh(['docs/orders.md', 'docs/new.md'], 'editor');
    assert.deepEqual(drawn(await made.follow(side())), []);
  });

  // @verifies RT-8.2/AC5
  it('takes what was open from the first for what may be otherwise', async () => {
    const texts = new Map([['src/orders.ts', '']]);
    const { side, made } = await review({}, texts);
    assert.deepEqual(drawn(await made.follow(side())), ['broken REQ-1/AC1']);
  });

  // @verifies RT-8.2/AC5
  it('reads code that spoke of nothing that is still required', async () => {
    const { side, made } = await review({ 'docs/orders.md': '## ORD-7: Invoices\n\n**Acceptance Criteria**:\n\n- Printed on paper\n' });
    const lists = drawn(await made.follow(side()));
    assert.ok(lists.includes('removed REQ-1/AC1'), lists.join(', '));
  });

  // @verifies RT-8.2/AC5
  it('is refused where a file of the base cannot be had, and says what rules it used', async () => {
    const { told, side } = await review({ 'docs/orders.md': `${DOCUMENT}- Cancelled\n` });
    const missing = { ...told, text: () => Promise.resolve(undefined) };
    await assert.rejects(VirtualReview.open(missing, side(), { today }), /docs\/orders\.md of main could not be read/u);
    const { made } = await review({ 'reqtrace.yaml': '' }, new Map(), { ...BASE, 'reqtrace.yaml': 'gates: [' });
    assert.deepEqual(made.notes.map(inEnglish), ['reqtrace.yaml of main has errors, so the defaults were used for that side']);
  });
});
