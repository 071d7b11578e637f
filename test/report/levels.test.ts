import assert from 'node:assert/strict';
import { itemMarkdown } from '../../src/editor/hover/itemMarkdown.ts';
import { compare } from '../../src/query/diff/compare.ts';
import { evaluateGate } from '../../src/query/gates/evaluate.ts';
import { EVERYTHING } from '../../src/query/gates/scope.ts';
import { Tree } from '../../src/query/tree/tree.ts';
import { itemNodeId } from '../../src/query/tree/nodeId.ts';
import { renderCsv } from '../../src/report/coverage/csv.ts';
import { renderText } from '../../src/report/coverage/text.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { matrixPage } from '../../src/report/html/page.ts';
import { buildReport } from '../../src/report/json/report.ts';
import { PLAIN } from '../../src/report/writing/palette.ts';
import { comparisonOf, indexOfTexts } from '../support/diffStates.ts';
import type { Files } from '../support/diffStates.ts';

const FILES: Files = {
  'doc/req.md': '# Boil\n`req~boil~1`\n\nThe kettle boils.\n\nNeeds: dsn\n\n# Whistle\n`req~whistle~1`\n\nNeeds: dsn\n',
  'doc/dsn.md': '# Heat\n`dsn~heat~1`\n\nFrom below.\n\nCovers:\n* `req~boil~1`\n\nNeeds: impl, utest\n',
  'src/heat.ts': '// [impl->dsn~heat~1]\nexport function heat() {}\n',
};
const DONE: Files = { ...FILES, 'test/heat.test.ts': "// [utest->dsn~heat~1]\nit('heats', () => {});\n" };
const REQ = 'doc/req#req~boil';
const DSN = 'doc/dsn#dsn~heat';

// @verifies RT-9.1/AC12
describe('levels', () => {
  const index = indexOfTexts(FILES);
  const page = matrixPage(buildMatrix(index, { name: 'kettle', version: '1', modified: false }), { theme: 'report' });
  const row = (key: string): string => {
    const section = page.slice(page.indexOf(`data-key=${key}>`));
    return /<tbody>.*?<\/table>/u.exec(section)?.[0] ?? '';
  };
  const cells = (key: string): string[] =>
    row(key)
      .split('<td>')
      .slice(2)
      .map((cell) => cell.replaceAll(/<[^>]*>/gu, '').trim());

  it('are columns of the matrix', () => {
    const heads = Array.from(page.matchAll(/<span data-column=[^>]*>([^<]*)/gu), ([, head]) => head);
    assert.deepEqual(heads, ['Criterion', 'Text', 'Status', 'Design (dsn)', 'Code', 'Unit test (utest)']);
    assert.deepEqual(cells(REQ), ['partial', 'dsn~heat~1 doc/dsn.md:1 partial', '–', '–']);
    assert.deepEqual(cells('doc/req#req~whistle'), ['unmet', 'no dsn', '–', '–']);
    assert.deepEqual(cells(DSN), ['partial', '–', 'heat() src/heat.ts:1', 'no utest']);
    assert.match(row(REQ), /<a href=#dsn~heat~1>/u);
  });

  it('are rows of the CSV', () => {
    const lines = renderCsv(index).split('\r\n');
    const found = lines.filter((line) => line.includes(',dsn,doc/dsn.md,'));
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /^doc\/req\.md,1,req~boil,.*,partial,.*,dsn,doc\/dsn\.md,1,dsn~heat~1,no,no/u);
  });

  it('are in the JSON report', () => {
    const [boil, whistle, heat] = ['req~boil', 'req~whistle', 'dsn~heat'].map((id) =>
      buildReport(index, []).requirements.find((one) => one.key.endsWith(id)),
    );
    assert.deepEqual(boil?.lower, [{ key: DSN, kind: 'dsn', status: 'partial', current: true, satisfied: false }]);
    assert.deepEqual([whistle?.lower, heat?.lower], [[], []]);
  });

  it('tell what is there and not met from what is not there', () => {
    const text = renderText(index, PLAIN);
    assert.match(text, /partial +Boil +dsn not met/u);
    assert.match(text, /^Level +Requirements +Criteria +Met *\nRequirement \(req\) +2 +2 +0\/2 .*\nDesign \(dsn\) +1 +1 +0\/1 /mu);
    assert.match(text, /unmet +Whistle +no dsn/u);
  });

  it('are rows of the tree, which lead to what covers', () => {
    const nodes = new Tree(index, { groupBy: 'document', filter: 'all' }).children(itemNodeId(REQ));
    assert.deepEqual(
      nodes.map(({ kind, label, description, place }) => [kind, label, description, place?.path]),
      [['lower', 'dsn~heat~1 Heat', 'Design (dsn), partial, doc/dsn.md:1', 'doc/dsn.md']],
    );
    const tree = new Tree(index, { groupBy: 'document', filter: 'all' });
    const [node] = nodes;
    assert.ok(node);
    assert.equal(tree.parent(node.id)?.id, itemNodeId(REQ));
    assert.deepEqual(tree.node(node.id), node);
  });

  it('are in the hover', () => {
    const item = index.item(REQ);
    assert.ok(item);
    assert.match(
      itemMarkdown(index, item, (path) => `file:///${path}`),
      /^Design \(dsn\): \[dsn\\~heat\\~1 Heat doc\/dsn\.md:1\]\(.*\) \(◐ partial: no utest\)$/mu,
    );
  });

  it('say in a comparison which of them lost something', () => {
    const { lists } = compare(comparisonOf(DONE, FILES));
    const reasons = Object.fromEntries(lists.broken.map(({ item, reason }) => [item.key, reason]));
    assert.equal(reasons[REQ], 'was met, is partial: what covers it lacks something or is gone: dsn~heat~1');
    const gone = compare(comparisonOf(DONE, { ...DONE, 'doc/dsn.md': '# Heat\n' })).lists.broken.find(({ item }) => item.key === REQ);
    assert.equal(gone?.reason, 'was met, is unmet: what covers it lacks something or is gone: dsn~heat~1');
    const more = { ...DONE, 'doc/more.md': '`dsn~lid~1`\n\nCovers:\n* `req~boil~1`\n\nNeeds: impl\n' };
    const worse = compare(comparisonOf(DONE, more)).lists.broken.find(({ item }) => item.key === REQ);
    assert.equal(worse?.reason, 'was met, is partial: what covers it lacks something or is gone: dsn~lid~1');
  });

  it('say at a gate what to complete', () => {
    const zero = { value: 0, percent: false };
    const { decision, conditions } = evaluateGate(index, {
      name: 'g',
      gate: { scope: 'all', max: { unmet: zero, partial: zero }, min: {}, forbid: [] },
      scope: EVERYTHING,
    });
    assert.equal(decision, 'fails');
    const told = conditions.flatMap(({ obstacles }) => obstacles.map(({ item, message, mend }) => `${item?.id} ${message} | ${mend}`));
    assert.deepEqual(told.sort(), [
      'dsn~heat~1 partial: no utest | write "[utest->dsn~heat~1]" above a test that shows it',
      'req~boil~1 partial: dsn not met | complete dsn~heat~1',
      'req~whistle~1 unmet: no dsn | write an item of the level dsn that covers it',
    ]);
  });
});
