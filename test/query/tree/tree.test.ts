import assert from 'node:assert/strict';
import type { IndexView } from '../../../src/index/view.ts';
import type { TreeNode } from '../../../src/query/tree/nodes.ts';
import type { TreeOptions } from '../../../src/query/tree/tree.ts';
import { MOST_IN_GROUP, Tree } from '../../../src/query/tree/tree.ts';
import { itemNodeId } from '../../../src/query/tree/nodeId.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement, waiver } from '../../support/index/build.ts';

const ALL: TreeOptions = { groupBy: 'folder', filter: 'all' };
const OPEN: TreeOptions = { groupBy: 'folder', filter: 'open' };
const LIST: TreeOptions = { groupBy: 'document', filter: 'all' };
const BY_STATUS: TreeOptions = { groupBy: 'status', filter: 'all' };

const index = indexOf([
  document('docs/done.md', [requirement('REQ-9')]),
  document('docs/launch.md', [requirement('IP-1', ['AC1', 'AC2']), requirement('gates', ['AC1'], { title: 'Gates', line: 5 })]),
  code(
    'src/a.ts',
    annotation('implements', 'IP-1/AC1', 3, { declaration: declaration('place()', 4) }),
    annotation('implements', 'REQ-9', 8),
  ),
  code('test/a.ts', annotation('verifies', 'IP-1/AC1', 2), annotation('verifies', 'REQ-9', 4)),
  { ...code('src/b.ts'), waivers: [waiver('IP-1/AC2', '2099-01-01', 6)] },
]);

describe('tree of requirements', () => {
  it('goes from documents to requirements, criteria, links and waivers', () => {
    assert.deepEqual(drawn(index, ALL), [
      'done.md [1/1 met]',
      '  REQ-9 Title of REQ-9 [met]',
      '    a.ts [implementation src/a.ts:9]',
      '    a.ts [test test/a.ts:5]',
      'launch.md [1/2 met]',
      '  IP-1 Title of IP-1 [1/1 met]',
      '    AC1 Text of AC1 [met]',
      '      place() [implementation src/a.ts:4]',
      '      a.ts [test test/a.ts:3]',
      '    AC2 Text of AC2 [waived]',
      '      measured by hand [waiver until 2099-01-01]',
      '  Gates [0/1 met]',
      '    AC1 Text of AC1 [unmet]',
    ]);
  });

  it('has the numbers alone where so much is open that the end of the row has none', () => {
    const many = (count: number) => [
      requirement(
        'IP-1',
        Array.from({ length: count }, (_, at) => `AC${at + 1}`),
      ),
    ];
    const rows = drawn(indexOf([document('docs/a.md', many(99)), document('docs/b.md', many(100))]), ALL);
    assert.deepEqual(
      rows.filter((row) => row.includes('.md')),
      ['a.md [0/99 met]', 'b.md [0/100]'],
    );
  });

  it('says that the source keeps a test from running', () => {
    const off = (line: number, its?: 'skipped' | 'todo') =>
      annotation('verifies', `REQ-1`, line, { declaration: { ...declaration(`test ${line}`), kind: 'test', ...(its && { off: its }) } });
    const tests = code('test/a.ts', off(1), off(2, 'skipped'), off(3, 'todo'));
    assert.deepEqual(drawn(indexOf([document('docs/a.md', [requirement('REQ-1')]), tests]), ALL).slice(2), [
      '    test 1 [test test/a.ts:2]',
      '    test 2 [test test/a.ts:3, switched off in the source]',
      '    test 3 [test test/a.ts:4, still to be written]',
    ]);
  });

  it('shows what is open only, without documents that have nothing open', () => {
    assert.deepEqual(drawn(index, OPEN), ['launch.md [1/2 met]', '  Gates [0/1 met]', '    AC1 Text of AC1 [unmet]']);
  });

  it('groups what counts by status, each thing once', () => {
    assert.deepEqual(
      drawn(index, BY_STATUS).filter((line) => !line.startsWith('    ')),
      [
        'unmet [1]',
        '  AC1 Text of AC1 [Gates]',
        'met [2]',
        '  REQ-9 Title of REQ-9 [met]',
        '  IP-1/AC1 Text of AC1 [IP-1 Title of IP-1]',
        'waived [1]',
        '  IP-1/AC2 Text of AC2 [IP-1 Title of IP-1]',
      ],
    );
  });

  it('says of criteria that are called alike which document they are of', () => {
    const twice = indexOf([
      document('docs/dispatch.md', [requirement('IP-1', ['AC1'])]),
      document('docs/reservation.md', [requirement('IP-1', ['AC1', 'AC2'])]),
      document('docs/other.md', [requirement('IP-2', ['AC1'])]),
    ]);
    assert.deepEqual(drawn(twice, BY_STATUS), [
      'unmet [4]',
      '  dispatch#IP-1/AC1 Text of AC1 [IP-1 Title of IP-1]',
      '  IP-2/AC1 Text of AC1 [IP-2 Title of IP-2]',
      '  reservation#IP-1/AC1 Text of AC1 [IP-1 Title of IP-1]',
      '  IP-1/AC2 Text of AC2 [IP-1 Title of IP-1]',
    ]);
  });

  it('finds words in everything that a row or what is below it says', () => {
    const tops = (text: string, groupBy: TreeOptions['groupBy'] = 'folder'): string[] =>
      drawn(index, { groupBy, filter: 'all', text }).filter((line) => !/^\s*(?:a\.ts|place|measured)/u.test(line));
    const launch = 'launch.md [1/2 met]';
    const ip1 = '  IP-1 Title of IP-1 [1/1 met]';
    for (const [text, found] of [
      ['ip-1/ac1', [launch, ip1, '    AC1 Text of AC1 [met]']],
      ['AC2 text', [launch, ip1, '    AC2 Text of AC2 [waived]']],
      ['gates', [launch, '  Gates [0/1 met]', '    AC1 Text of AC1 [unmet]']],
      ['place()', [launch, ip1, '    AC1 Text of AC1 [met]']],
      ['by hand', [launch, ip1, '    AC2 Text of AC2 [waived]']],
      ['@unmet', [launch, '  Gates [0/1 met]', '    AC1 Text of AC1 [unmet]']],
      ['@waived @unmet ip-1', [launch, ip1, '    AC2 Text of AC2 [waived]']],
      ['done.md', ['done.md [1/1 met]', '  REQ-9 Title of REQ-9 [met]']],
      ['nowhere', []],
    ] as const) {
      assert.deepEqual(tops(text), found, text);
    }
    const own = indexOf([
      document('docs/own.md', [requirement('OWN-1', ['AC1', 'AC2'])]),
      code('src/own.ts', annotation('implements', 'OWN-1', 1)),
    ]);
    const rows = (text: string): number => drawn(own, { groupBy: 'folder', filter: 'all', text }).length;
    // The document, the requirement, both criteria and thrice the code; of a criterion alone no code of its requirement.
    assert.deepEqual([rows(''), rows('own.ts'), rows('own-1/ac1')], [7, 7, 4]);
    assert.deepEqual(tops('gates', 'status'), ['unmet [1]', '  AC1 Text of AC1 [Gates]']);
  });

  it('groups by owner, priority and notation; a criterion that says nothing has what its requirement says', () => {
    const attribute = (name: string, value: string) => ({
      name,
      value,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    });
    const owned = indexOf([
      document('docs/a.md', [
        requirement('REQ-1', [criterion('AC1', 2), { ...criterion('AC2', 3), attributes: [attribute('owner', 'Bob')] }], {
          attributes: [attribute('Owner', 'Ann'), attribute('Priority', 'P1')],
        }),
        requirement('REQ-2', ['AC1'], { line: 9 }),
      ]),
    ]);
    const groups = (groupBy: TreeOptions['groupBy']): string[] =>
      new Tree(owned, { groupBy, filter: 'all' }).roots().map(({ label, description }) => `${label} ${description}`);
    assert.deepEqual(groups('owner'), ['Ann 1', 'Bob 1', 'no owner 1']);
    assert.deepEqual(groups('priority'), ['P1 2', 'no priority 1']);
    assert.deepEqual(groups('notation'), ['house 3']);
  });

  it('lays a group with many criteria out by folder and document', () => {
    const many = indexOf([
      document('docs/a/one.md', [
        requirement(
          'IP-1',
          Array.from({ length: MOST_IN_GROUP }, (_, at) => criterion(`AC${at + 1}`, at + 1)),
        ),
      ]),
      document('docs/b/two.md', [requirement('IP-2', ['AC1'])]),
      document('docs/b/three.md', [requirement('IP-3', ['AC1'])]),
    ]);
    const tree = new Tree(many, BY_STATUS);
    const [unmet] = tree.roots();
    assert.deepEqual(
      tree.children(unmet?.id ?? '').map(({ label, description }) => `${label} ${description}`),
      [`one.md ${MOST_IN_GROUP} · a`, 'b 2'],
    );
    assert.deepEqual(
      tree.path(itemNodeId('docs/b/two#IP-2/AC1')).map(({ label }) => label),
      ['unmet', 'b', 'two.md', 'IP-2/AC1 Text of AC1'],
    );
    assert.deepEqual(tree.path(itemNodeId('docs/b/two#IP-2')), []);
  });

  it('leaves groups out that are not open', () => {
    assert.deepEqual(
      new Tree(index, { groupBy: 'status', filter: 'open' }).roots().map(({ label }) => label),
      ['unmet'],
    );
  });

  it('leads to the place of each thing', () => {
    const [document] = new Tree(index, ALL).roots();
    assert.equal(document?.place?.path, 'docs/done.md');
    const link = new Tree(index, ALL).children(itemNodeId('docs/launch#IP-1/AC1'))[0];
    assert.deepEqual([link?.place?.path, link?.place?.range.start.line], ['src/a.ts', 3]);
  });

  for (const [name, options] of [
    ['folder', ALL],
    ['document', LIST],
    ['status', BY_STATUS],
  ] as const) {
    it(`has one id for each node and finds parent and node by it, grouped by ${name}`, () => {
      const seen = new Set<string>();
      const visit = (nodes: readonly TreeNode[], above: string | undefined): void => {
        for (const node of nodes) {
          assert.ok(!seen.has(node.id), node.id);
          seen.add(node.id);
          assert.equal(new Tree(index, options).parent(node.id)?.id, above);
          assert.deepEqual(new Tree(index, options).node(node.id), node);
          const below = new Tree(index, options).children(node.id);
          assert.equal(below.length > 0, node.hasChildren, node.id);
          visit(below, node.id);
        }
      };
      visit(new Tree(index, options).roots(), undefined);
      assert.ok(seen.size >= 10);
    });
  }

  it('knows nothing of ids that are gone or were never made', () => {
    for (const id of [
      itemNodeId('docs/gone#IP-1'),
      '["document","docs/gone.md"]',
      '["page","x",0]',
      'nonsense',
      '[]',
      '["item",1]',
      '["group","status","lovely"]',
      '["group","folder","docs"]',
      '["directory","gone"]',
      '["document","docs/done.md","status","met"]',
    ]) {
      assert.deepEqual(new Tree(index, ALL).children(id), [], id);
      assert.equal(new Tree(index, ALL).node(id), undefined, id);
    }
  });

  it('shows tasks and designs that name an item behind what counts for it', () => {
    const planned = indexOf([
      document('docs/a.md', [requirement('IP-1')]),
      code('specs/tasks.md', annotation('plans', 'IP-1', 4, { done: true }), annotation('plans', 'IP-1', 6, { done: false })),
      code('specs/design.md', annotation('plans', 'IP-1', 1)),
    ]);
    const rows = new Tree(planned, ALL).children(itemNodeId('docs/a#IP-1'));
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        ['design.md', 'plan specs/design.md:2'],
        ['tasks.md', 'task, done specs/tasks.md:5'],
        ['tasks.md', 'task, open specs/tasks.md:7'],
      ],
    );
    assert.equal(new Tree(planned, ALL).parent(rows[0]?.id ?? '')?.id, itemNodeId('docs/a#IP-1'));
  });

  it('puts more than 500 children into pages that a node is found in', () => {
    const many = indexOf([
      document('docs/many.md', [
        requirement(
          'IP-1',
          Array.from({ length: 1201 }, (_, at) => criterion(`AC${at + 1}`, at + 1)),
        ),
      ]),
    ]);
    const pages = new Tree(many, ALL).children(itemNodeId('docs/many#IP-1'));
    assert.deepEqual(
      pages.map(({ label }) => label),
      ['AC1 … AC500', 'AC501 … AC1000', 'AC1001 … AC1201'],
    );
    assert.deepEqual(
      pages.map(({ id }) => new Tree(many, ALL).children(id).length),
      [500, 500, 201],
    );
    assert.equal(new Tree(many, ALL).parent(itemNodeId('docs/many#IP-1/AC501'))?.id, pages[1]?.id);
    assert.equal(new Tree(many, ALL).parent(pages[1]?.id ?? '')?.id, itemNodeId('docs/many#IP-1'));
    assert.deepEqual(new Tree(many, ALL).node(pages[1]?.id ?? ''), pages[1]);
  });
});

function drawn(view: IndexView, options: TreeOptions, nodes = new Tree(view, options).roots(), indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label} [${node.description}]`,
    ...drawn(view, options, new Tree(view, options).children(node.id), `${indent}  `),
  ]);
}
