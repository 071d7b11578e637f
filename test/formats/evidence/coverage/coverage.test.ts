import assert from 'node:assert/strict';
import { inEnglish } from '../../../../src/model/message.ts';
import { coverageOf, evidenceOf, problemsOf } from '../../../support/formats/evidenceBrief.ts';

const CASES: readonly (readonly [what: string, text: string, coverage: readonly string[]])[] = [
  [
    'JaCoCo XML',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop"><sessioninfo id="h-1" start="1795168800000" dump="1795168801000"/><group name="m"><package name="shop/orders"><class name="shop/orders/Order" sourcefilename="Order.java"><method name="a" desc="()V" line="3"><counter type="LINE" missed="0" covered="1"/></method></class><sourcefile name="Order.java"><line nr="3" mi="0" ci="2" mb="0" cb="0"/><line nr="4" mi="3" ci="0" mb="0" cb="0"/><line nr="5" mi="1" ci="1" mb="1" cb="1"/><counter type="LINE" missed="1" covered="2"/></sourcefile></package></group></report>',
    ['shop/orders/Order.java ran 3,5 not 4'],
  ],
  [
    'Clover XML of PHPUnit',
    '<?xml version="1.0" encoding="UTF-8"?><coverage generated="1795168800"><project timestamp="1795168800"><file name="/repo/src/Order.php"><class name="Order"/><line num="3" type="method" name="a" count="1"/><line num="4" type="stmt" count="0"/><metrics loc="9"/></file></project></coverage>',
    ['/repo/src/Order.php ran 3 not 4'],
  ],
  [
    'Clover XML of Istanbul',
    '<coverage generated="1795168800000" clover="3.2.0"><project timestamp="1" name="All files"><package name="src"><file name="a.js" path="/repo/src/a.js"><line num="1" count="2" type="stmt"/><line num="2" type="cond" truecount="0" falsecount="1"/><line num="3" type="cond" truecount="0" falsecount="0"/></file></package></project></coverage>',
    ['/repo/src/a.js ran 1,2 not 3'],
  ],
  [
    'OpenCover XML',
    '<CoverageSession><Modules><Module hash="1"><ModuleName>Shop</ModuleName><Files><File uid="1" fullPath="/repo/Order.cs"/><File uid="2" fullPath="/repo/Cart.cs"/></Files><Classes><Class><Methods><Method><FileRef uid="1"/><SequencePoints><SequencePoint vc="2" uspid="1" ordinal="0" sl="3" sc="1" el="3" ec="2" fileid="1"/><SequencePoint vc="0" sl="4" el="4"/><SequencePoint vc="0" sl="16707566" el="16707566" fileid="1"/><SequencePoint vc="0" sl="9" el="9" fileid="2"/></SequencePoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>',
    ['/repo/Order.cs ran 3 not 4', '/repo/Cart.cs ran  not 9'],
  ],
  [
    'a Go cover profile',
    'mode: set\nexample.com/shop/stock.go:3.14,5.2 1 1\nexample.com/shop/stock.go:5.2,7.3 2 0\nexample.com/shop/stock.go:9.1,9.2 0 0\nmode: set\nexample.com/shop/cart.go:3.1,3.9 1 0\n',
    ['example.com/shop/stock.go ran 3,4,5 not 6,7', 'example.com/shop/cart.go ran  not 3'],
  ],
  [
    'Istanbul JSON',
    JSON.stringify({
      '/repo/src/a.js': {
        path: '/repo/src/a.js',
        statementMap: {
          0: { start: { line: 1, column: 0 }, end: { line: 1, column: 9 } },
          1: { start: { line: 3, column: 2 }, end: { line: 5, column: 1 } },
          2: { start: { line: 1, column: 9 }, end: { line: 1, column: 12 } },
        },
        fnMap: {},
        branchMap: {},
        s: { 0: 1, 1: 0, 2: 0 },
        f: {},
        b: {},
      },
    }),
    ['/repo/src/a.js ran 1 not 3'],
  ],
  [
    'llvm-cov JSON',
    JSON.stringify({
      data: [
        {
          files: [
            {
              branches: [],
              expansions: [],
              filename: '/repo/src/lib.rs',
              segments: [
                [1, 1, 2, true, true, false],
                [3, 10, 0, true, true, false],
                [5, 6, 2, true, false, false],
                [6, 2, 0, false, false, false],
                [8, 1, 0, true, true, false],
                [9, 2, 0, false, false, false],
              ],
              summary: {},
            },
          ],
          functions: [],
          totals: {},
        },
      ],
      type: 'llvm.coverage.json.export',
      version: '2.0.1',
    }),
    ['/repo/src/lib.rs ran 1,2,3,6 not 4,5,8,9'],
  ],
];

describe('line coverage', () => {
  for (const [what, text, coverage] of CASES) {
    // @verifies RT-3.3/AC1~4aaa30
    it(`of ${what} is read`, () => {
      assert.deepEqual(coverageOf(text), coverage);
      assert.deepEqual(problemsOf(text), []);
    });
    // @verifies RT-3.3/AC2~b17b1c
    it(`of ${what} that is cut off gives no line that did not run`, () => {
      // A file of which the rest is missing might have more lines that ran.
      const cut = text.slice(0, text.length - 60);
      const files = coverageOf(cut);
      assert.ok(what.includes('profile') || files.every((line) => coverage.includes(line)), files.join());
    });
  }

  // @verifies RT-3.3/AC3~28b098
  it('of V8 is no lines, and says so', () => {
    const { coverage, problems, unread } = evidenceOf(
      '{"result":[{"scriptId":"106","url":"file:///repo/src/a.js","functions":[{"functionName":"","ranges":[{"startOffset":0,"endOffset":50,"count":1}],"isBlockCoverage":true}]}],"timestamp":1}',
    );
    assert.deepEqual(
      [coverage, problems, unread && inEnglish(unread)],
      [[], [], 'coverage of V8 has no lines; convert it to lcov, for example with c8'],
    );
  });

  it('takes a line of a profile that says nothing for a loss', () => {
    const text = 'mode: set\nexample.com/a.go:3.14,5.2 1 1\nexample.com/b.go:3';
    assert.deepEqual(coverageOf(text), ['example.com/a.go ran 3,4,5 not ']);
    assert.match(problemsOf(text).join(), /a line of it says nothing/u);
  });

  it('of lines that nobody wrote is not counted', () => {
    const files = [
      {
        filename: 'a.rs',
        segments: [
          [-1e15, 1, 1, true, true, false],
          [1e15, 1, 1, true, true, false],
          [2, 1, 0, true, true, false],
        ],
      },
    ];
    assert.deepEqual(coverageOf(JSON.stringify({ data: [{ files }] })), ['a.rs ran  not 2']);
    const blocks = 'a.go:1.1,999999999.1 1 1\n'.repeat(110);
    assert.match(problemsOf(`mode: set\n${blocks}`).join(), /says nothing/u);
  });
});
