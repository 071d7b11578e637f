import assert from 'node:assert/strict';
import type { IndexView } from '../../src/index/view.ts';
import type { TreeNode, TreeOptions } from '../../src/query/tree.ts';
import { children, itemNodeId, nodeOf, parent, roots } from '../../src/query/tree.ts';
import { annotation, code, criterion, declaration, document, indexOf, requirement, waiver } from '../support/index/build.ts';

const ALL: TreeOptions = { groupBy: 'document', filter: 'all' };
const OPEN: TreeOptions = { groupBy: 'document', filter: 'open' };
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
      'docs/done.md [1/1 met]',
      '  REQ-9 Title of REQ-9 [met]',
      '    a.ts [implementation src/a.ts:9]',
      '    a.ts [test test/a.ts:5]',
      'docs/launch.md [1/2 met]',
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
    assert.deepEqual(drawn(index, OPEN), ['docs/launch.md [1/2 met]', '  Gates [0/1 met]', '    AC1 Text of AC1 [unmet]']);
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

  it('leaves groups out that are not open', () => {
    assert.deepEqual(
      roots(index, { groupBy: 'status', filter: 'open' }).map(({ label }) => label),
      ['unmet'],
    );
  });

  it('leads to the place of each thing', () => {
    const [document] = roots(index, ALL);
    assert.equal(document?.place?.path, 'docs/done.md');
    const link = children(index, itemNodeId('docs/launch#IP-1/AC1'), ALL)[0];
    assert.deepEqual([link?.place?.path, link?.place?.range.start.line], ['src/a.ts', 3]);
  });

  for (const [name, options] of [
    ['document', ALL],
    ['status', BY_STATUS],
  ] as const) {
    it(`has one id for each node and finds parent and node by it, grouped by ${name}`, () => {
      const seen = new Set<string>();
      const visit = (nodes: readonly TreeNode[], above: string | undefined): void => {
        for (const node of nodes) {
          assert.ok(!seen.has(node.id), node.id);
          seen.add(node.id);
          assert.equal(parent(index, node.id, options)?.id, above);
          assert.deepEqual(nodeOf(index, node.id, options), node);
          const below = children(index, node.id, options);
          assert.equal(below.length > 0, node.hasChildren, node.id);
          visit(below, node.id);
        }
      };
      visit(roots(index, options), undefined);
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
      '["status","lovely"]',
    ]) {
      assert.deepEqual(children(index, id, ALL), [], id);
      assert.equal(nodeOf(index, id, ALL), undefined, id);
    }
  });

  it('shows tasks and designs that name an item behind what counts for it', () => {
    const planned = indexOf([
      document('docs/a.md', [requirement('IP-1')]),
      code('specs/tasks.md', annotation('plans', 'IP-1', 4, { done: true }), annotation('plans', 'IP-1', 6, { done: false })),
      code('specs/design.md', annotation('plans', 'IP-1', 1)),
    ]);
    const rows = children(planned, itemNodeId('docs/a#IP-1'), ALL);
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description]),
      [
        ['design.md', 'plan specs/design.md:2'],
        ['tasks.md', 'task, done specs/tasks.md:5'],
        ['tasks.md', 'task, open specs/tasks.md:7'],
      ],
    );
    assert.equal(parent(planned, rows[0]?.id ?? '', ALL)?.id, itemNodeId('docs/a#IP-1'));
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
    const pages = children(many, itemNodeId('docs/many#IP-1'), ALL);
    assert.deepEqual(
      pages.map(({ label }) => label),
      ['1 to 500', '501 to 1000', '1001 to 1201'],
    );
    assert.deepEqual(
      pages.map(({ id }) => children(many, id, ALL).length),
      [500, 500, 201],
    );
    assert.equal(parent(many, itemNodeId('docs/many#IP-1/AC501'), ALL)?.id, pages[1]?.id);
    assert.equal(parent(many, pages[1]?.id ?? '', ALL)?.id, itemNodeId('docs/many#IP-1'));
    assert.deepEqual(nodeOf(many, pages[1]?.id ?? '', ALL), pages[1]);
  });
});

function drawn(view: IndexView, options: TreeOptions, nodes = roots(view, options), indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label} [${node.description}]`,
    ...drawn(view, options, children(view, node.id, options), `${indent}  `),
  ]);
}
