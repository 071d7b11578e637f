import assert from 'node:assert/strict';
import type { Files } from '../../support/diffStates.ts';
import { difference, listed } from '../../support/diffStates.ts';

const OLD = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are confirmed at once\n';
const NEW = OLD.replace('at once', 'within ten days');

const TS = `// @implements REQ-1/AC1
export function confirm(order, days) {
  const text = 'Dear ' + order.name;
  return send(text, [order.mail, days]);
}
`;
const PYTHON = '# @implements REQ-1/AC1\ndef confirm(order):\n    text = "Dear " + order\n    return send(text)\n';
const GO = '// @implements REQ-1/AC1\nfunc Confirm(o Order) error {\n\treturn send(o.Name, 1)\n}\n';
const SQL = '-- @implements REQ-1/AC1\nCREATE VIEW confirmed AS\n  SELECT name, day\n  FROM orders;\n';
const HTML = '<!-- @implements REQ-1/AC1 -->\n<p class="a">Confirmed</p>\n<p>Now</p>\n';

describe('code that follows a new text', () => {
  const silent: readonly [what: string, file: string, base: string, head: string][] = [
    ['a comment of a line', 'src/a.ts', TS, TS.replace('  const', '  // Within ten days.\n  const')],
    ['a comment at the end of a line', 'src/a.ts', TS, TS.replace('days]);', 'days]); // ten days')],
    ['a comment within a line', 'src/a.ts', TS, TS.replace('order, days', 'order, /* ten */ days')],
    ['a comment of many lines', 'src/a.ts', TS, TS.replace('  const', '  /*\n   * Within\n   * ten days\n   */\n  const')],
    ['a comment that goes', 'src/a.ts', TS.replace('  const', '  // at once\n  const'), TS],
    [
      'a comment with other words',
      'src/a.ts',
      TS.replace('  const', '  // at once\n  const'),
      TS.replace('  const', '  // later\n  const'),
    ],
    ['white space within a line', 'src/a.ts', TS, TS.replace("'Dear ' + order", "'Dear '+order")],
    [
      'a line that is broken',
      'src/a.ts',
      TS,
      TS.replace('send(text, [order.mail, days])', 'send(\n    text,\n    [order.mail, days],\n  )'),
    ],
    ['other quotation marks', 'src/a.ts', TS, TS.replaceAll("'", '"')],
    ['no more semicolons', 'src/a.ts', TS, TS.replaceAll(';', '')],
    ['blank lines', 'src/a.ts', TS, TS.replaceAll('\n  ', '\n\n  ')],
    ['other line ends', 'src/a.ts', TS, TS.replaceAll('\n', '\r\n')],
    ['a comment of Python', 'src/a.py', PYTHON, PYTHON.replace('    text', '    # ten days\n    text')],
    ['a comment of Go', 'a.go', GO, GO.replace('\treturn', '\t// Ten days.\n\treturn')],
    ['a comment of SQL', 'a.sql', SQL, SQL.replace('day\n', 'day -- ten\n')],
    ['a comment of HTML', 'a.html', HTML, HTML.replace('<p>Now', '<!-- ten days --><p>Now')],
  ];
  for (const [what, file, base, head] of silent) {
    // @verifies RT-5.1/AC2~06587a
    it(`is not ${what}`, () => {
      const before: Files = { 'docs/a.md': OLD, [file]: base };
      assert.deepEqual(listed(difference(before, { 'docs/a.md': NEW, [file]: head })), { suspect: ['REQ-1/AC1'] });
      assert.deepEqual(listed(difference(before, { ...before, [file]: head })), {});
    });
  }

  const heard: readonly [what: string, file: string, base: string, head: string][] = [
    ['another word in a string', 'src/a.ts', TS, TS.replace('Dear', 'Hello')],
    ['a blank more in a string', 'src/a.ts', TS, TS.replace("'Dear '", "'Dear  '")],
    ['what looks like a comment in a string', 'src/a.ts', TS, TS.replace("'Dear '", "'Dear // '")],
    ['another argument', 'src/a.ts', TS, TS.replace('days]', '10]')],
    ['another sign', 'src/a.ts', TS, TS.replace(' + ', ' - ')],
    ['code that becomes a comment', 'src/a.ts', TS, TS.replace('  return', '  // return')],
    ['a comment that becomes code', 'src/a.ts', TS.replace('  return', '  // return'), TS],
    ['two words that become one', 'src/a.ts', TS.replace('days]', 'new Days]'), TS.replace('days]', 'newDays]')],
    ['a # that is a comment elsewhere', 'src/a.ts', TS, TS.replace('order.mail', 'order.#mail')],
    ['another string of Python', 'src/a.py', PYTHON, PYTHON.replace('Dear ', 'Dear # ')],
    ['another column of SQL', 'a.sql', SQL, SQL.replace('name, day', 'name')],
  ];
  for (const [what, file, base, head] of heard) {
    it(`is ${what}`, () => {
      const before: Files = { 'docs/a.md': OLD, [file]: base };
      assert.deepEqual(listed(difference(before, { 'docs/a.md': NEW, [file]: head })), { touched: ['REQ-1/AC1'] });
    });
  }

  it('leads to the line that changed', () => {
    const head = TS.replace('  const', '  // Within ten days.\n  const').replace('days]', '10]');
    const { lists } = difference({ 'docs/a.md': OLD, 'src/a.ts': TS }, { 'docs/a.md': OLD, 'src/a.ts': head });
    assert.deepEqual(
      lists.touched[0]?.links.map(({ range }) => range.start.line),
      [4],
    );
  });
});
