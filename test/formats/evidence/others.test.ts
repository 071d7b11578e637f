import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/model/message.ts';
import { coverageOf, evidenceOf, problemsOf, resultsOf, WRITTEN } from '../../support/formats/evidenceBrief.ts';

describe('Jest and Vitest JSON', () => {
  const report = {
    numTotalTestSuites: 1,
    numTotalTests: 5,
    startTime: Date.UTC(2026, 10, 20, 10),
    success: false,
    testResults: [
      {
        name: '/repo/test/orders.test.ts',
        status: 'failed',
        assertionResults: [
          {
            ancestorTitles: ['Orders', 'empty'],
            fullName: 'Orders empty rejects',
            status: 'failed',
            title: 'rejects',
            failureMessages: ['no'],
          },
          { ancestorTitles: ['Orders'], fullName: 'Orders accepts', status: 'passed', title: 'accepts', failureMessages: [] },
          { ancestorTitles: [], fullName: 'later', status: 'pending', title: 'later' },
          { ancestorTitles: [''], fullName: 'not yet', status: 'todo', title: 'not yet' },
          { ancestorTitles: [], fullName: 'odd', status: 'constructor', title: 'odd' },
        ],
      },
      { name: '/repo/test/broken.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] },
    ],
  };
  const text = JSON.stringify(report);

  // @verifies RT-3.1/AC5~3a4cc9
  it('gives results with files and groups', () => {
    assert.deepEqual(resultsOf(text), [
      'failed /repo/test/orders.test.ts | Orders > empty > rejects',
      'passed /repo/test/orders.test.ts | Orders > accepts',
      'skipped /repo/test/orders.test.ts | later',
      'skipped /repo/test/orders.test.ts | not yet',
      'skipped /repo/test/orders.test.ts | odd',
      'failed whole file /repo/test/broken.test.ts | ',
    ]);
    assert.equal(evidenceOf(text).time, report.startTime);
  });

  it('cut off in the middle counts for nothing', () => {
    assert.deepEqual(resultsOf(text.slice(0, -10)), []);
    assert.match(
      problemsOf(text.slice(0, -10)).join(),
      /^malformed-evidence 0: Ignored this Jest or Vitest JSON file: it is not valid JSON\./u,
    );
  });

  it('may stand between other lines', () => {
    const around = `\n> shop@1.0.0 test\n> jest --json\n\n${JSON.stringify(report, undefined, 2)}\nnpm notice {new} version\n`;
    assert.deepEqual(resultsOf(around), resultsOf(text));
  });

  for (const [what, file, results] of [
    ['that cannot be loaded', { status: 'failed', assertionResults: [] }, ['failed whole file a.test.js | ']],
    [
      'of which a hook failed',
      { status: 'failed', assertionResults: [{ title: 'x', status: 'skipped' }] },
      ['skipped a.test.js | x', 'failed whole file a.test.js | '],
    ],
    ['of which a test failed', { status: 'failed', assertionResults: [{ title: 'x', status: 'failed' }] }, ['failed a.test.js | x']],
    ['without tests', { status: 'passed', assertionResults: [] }, []],
  ] as const) {
    it(`tells a file ${what}`, () => {
      assert.deepEqual(resultsOf(JSON.stringify({ numTotalTests: 1, testResults: [{ name: 'a.test.js', ...file }] })), results);
    });
  }

  for (const odd of [
    '{"testResults": 3}',
    '{"testResults": [null, 3, {"assertionResults": [null, {"title": 3}]}]}',
    `{"testResults": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ]) {
    it(`of another shape says nothing: ${odd.slice(0, 40)}`, () => assert.deepEqual(resultsOf(odd), []));
  }
});

describe('lcov', () => {
  it('gives the lines that ran and those that did not', () => {
    const text =
      'TN:\nSF:src/a.ts\nFN:1,f\nFNDA:0,f\nDA:1,2\nDA:2,0\nDA:4,0,checksum\nLF:3\nend_of_record\nSF:/repo/src/b.ts\r\nDA:1,1\r\nend_of_record\r\nSF:src/a.ts\nDA:2,1\nend_of_record\n';
    assert.deepEqual(coverageOf(text), ['src/a.ts ran 1,2 not 4', '/repo/src/b.ts ran 1 not ']);
    assert.equal(evidenceOf(text).time, WRITTEN);
  });

  it('that ends in the middle of a record counts but for that', () => {
    assert.deepEqual(coverageOf('SF:src/a.ts\nDA:1,2\nend_of_record\nSF:src/b.ts\nDA:1,0\n'), ['src/a.ts ran 1 not ']);
    assert.deepEqual(coverageOf('SF:src/a.ts\nDA:1,0\nSF:src/b.ts\nDA:1,0\nend_of_record\n'), ['src/b.ts ran  not 1']);
    assert.deepEqual(coverageOf('SF:src/a.ts\nDA:1,2\n'), []);
    assert.equal(problemsOf('SF:src/a.ts\nDA:1,2\n').length, 1);
    assert.equal(problemsOf('SF:src/a.ts\nDA:1,2\nSF:src/b.ts\nend_of_record\n').length, 1);
  });
});

describe('Cobertura XML', () => {
  const report = (sources: string, classes: string): string => `<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.5" branch-rate="0" version="7" timestamp="1795168800000"><sources>${sources}</sources><packages><package name="."><classes>${classes}</classes></package></packages></coverage>`;
  const LINES =
    '<methods><method name="f"><lines><line number="2" hits="0"/></lines></method></methods><lines><line number="1" hits="3"/><line number="2" hits="0" branch="false"/></lines>';

  it('gives lines by file, classes of one file together', () => {
    const text = report(
      '',
      `<class name="A" filename="src/a.py">${LINES}</class><class name="B" filename="src/a.py"><lines><line number="2" hits="1"/></lines></class>`,
    );
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(coverageOf(text), ['src/a.py ran 1,2 not ']);
    assert.equal(evidenceOf(text).time, 1795168800000);
  });

  it('has names relative to its source, where there is one', () => {
    const one = `<class name="A" filename="a.py">${LINES}</class><class name="B" filename="/abs/b.py"/>`;
    assert.deepEqual(coverageOf(report('<source>/repo/src</source>', one)), ['/repo/src/a.py ran 1 not 2', '/abs/b.py ran  not ']);
    assert.deepEqual(
      coverageOf(report('<source>.</source>', one)).map((line) => line.split(' ')[0]),
      ['a.py', '/abs/b.py'],
    );
    assert.deepEqual(
      coverageOf(report('<source>/a</source><source>/b</source>', one)).map((line) => line.split(' ')[0]),
      ['a.py', '/abs/b.py'],
    );
  });

  it('that is cut off in a class counts but for that', () => {
    const whole = report('', `<class name="A" filename="a.py">${LINES}</class><class name="B" filename="b.py">${LINES}</class>`);
    const cut = whole.slice(0, whole.lastIndexOf('<line '));
    assert.deepEqual(coverageOf(cut), ['a.py ran 1 not 2']);
    assert.match(problemsOf(cut).join(), /was lost/u);
  });
});

describe('a file that is no results', () => {
  for (const text of [
    '',
    ' ',
    '<project/>',
    '<html><body/></html>',
    '{"name": "shop"}',
    '# Title\n',
    'all is ok\n',
    '<',
    '<!-- <testsuite> -->',
    '\0\0\0',
  ]) {
    it(`says nothing and has no problem: ${JSON.stringify(text)}`, () => {
      const { unread, ...said } = evidenceOf(text);
      assert.deepEqual(said, { path: 'results/any.file', time: WRITTEN, results: [], coverage: [], problems: [] });
      assert.equal(unread && inEnglish(unread), 'in no form of test results or line coverage that is known');
    });
  }
});
