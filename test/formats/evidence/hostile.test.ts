import assert from 'node:assert/strict';
import { evidenceOf, problemsOf, resultsOf } from '../../support/formats/evidenceBrief.ts';

const bomb = `<?xml version="1.0"?>
<!DOCTYPE testsuites [
  <!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<testsuites><testsuite name="&c;"><testcase name="a"/></testsuite></testsuites>`;

/** What is wrong, the text, what the problem says. */
const REFUSED: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['a bomb of entities', bomb, /5: .*declares entities/u],
  [
    'an external entity',
    '<!DOCTYPE testsuites [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuites><testsuite name="&x;"><testcase name="a"/></testsuite></testsuites>',
    /declares entities/u,
  ],
  ['elements crossed', '<testsuites><testsuite name="a"><testcase name="a"></testsuite></testcase></testsuites>', /not well-formed/u],
  ['the end in an attribute', '<testsuites><testsuite name="a', /not well-formed/u],
  ['a million levels', `<testsuites>${'<testsuite name="a">'.repeat(1_000_000)}`, /nested more than 200 deep/u],
  ['an attribute twice', '<testsuites><testsuite name="a" name="b"><testcase name="a"/></testsuite></testsuites>', /not well-formed/u],
];

const CASE = '<testcase classname="a" name="b"><failure/></testcase>';
const FAILED = 'failed a > b';

/** What is odd, the text, and its results: nothing is lost. */
const TOLERATED: readonly (readonly [what: string, text: string, results: readonly string[]])[] = [
  [
    'a colour of a terminal',
    `<testsuite><testcase classname="a" name="b"><failure message="&#27;[31mred"/></testcase></testsuite>`,
    [FAILED],
  ],
  [
    'references to characters that XML forbids',
    `<testsuite name="&#x1b;&#0;&#x8;&#xFFFE;&#xD800;&#99999999;">${CASE}</testsuite>`,
    [FAILED],
  ],
  ['control characters', `<testsuite name="\u0007\u001b"><system-out>\u0000\u000b</system-out>${CASE}</testsuite>`, [FAILED]],
  ['an entity that nobody declared', '<testsuite name="&nbsp;"><testcase name="a&eacute;b"/></testsuite>', ['passed &nbsp; > a&eacute;b']],
  ['a bare ampersand', '<testsuite><testcase classname="a & b" name="c &amp; d"/></testsuite>', ['passed a & b > c & d']],
  ['the end of a CDATA section in a text', `<testsuite><system-out>a[b[0]]>1</system-out>${CASE}</testsuite>`, [FAILED]],
  ['a bracket in an attribute', `<testsuite><testcase classname="a" name="b"><failure message="<none>"/></testcase></testsuite>`, [FAILED]],
  ['two hyphens in a comment', `<testsuite><!-- a -- b -->${CASE}</testsuite>`, [FAILED]],
  ['a log before it', `> shop@1.0 test\n> run <all>\n\n<?xml version="1.0"?>\n<testsuite>${CASE}</testsuite>`, [FAILED]],
  ['a log before it, without a declaration', `npm warn <x>\n<testsuites><testsuite>${CASE}</testsuite></testsuites>`, [FAILED]],
  ['a log behind it', `<testsuite>${CASE}</testsuite>\nDone in 3 s & more\n<anonymous> at x\n`, [FAILED]],
  [
    'two documents',
    `<?xml version="1.0"?>\n<testsuites><testsuite>${CASE}</testsuite></testsuites>\n<?xml version="1.0"?><testsuites><testsuite><testcase name="c"/></testsuite></testsuites>`,
    [FAILED, 'passed c'],
  ],
  [
    'two documents without declarations',
    `<testsuite>${CASE}</testsuite><testsuites><testsuite><testcase name="c"/></testsuite></testsuites>`,
    [FAILED, 'passed c'],
  ],
  ['two roots', '<testsuites/><testsuites/>', []],
];

/** What is broken, the text, what was read before, and the line and reason of what was lost. */
const LOST: readonly (readonly [what: string, text: string, results: readonly string[], problem: RegExp])[] = [
  [
    'an element left open',
    `<testsuites>\n<testsuite>${CASE}</testsuite>\n`,
    [FAILED],
    /2: Part of this JUnit XML file was lost: .*unclosed tag/u,
  ],
  ['the end in a test', `<testsuites><testsuite>${CASE}<testcase name="c"><failure`, [FAILED], /lost/u],
  [
    'a test that is never closed',
    `<testsuites><testsuite>${CASE}<testcase name="c"></testsuite></testsuites>`,
    [FAILED],
    /unexpected close tag/u,
  ],
  [
    'a broken document before a whole one',
    `<testsuite>\n<testcase name="c">\n<?xml version="1.0"?>\n<testsuite>${CASE}</testsuite>`,
    [FAILED],
    /lost/u,
  ],
  [
    'a broken document behind a whole one',
    `<testsuite>${CASE}</testsuite>\n<?xml version="1.0"?>\n<testsuite><testcase name="c">`,
    [FAILED],
    /2: .*lost/u,
  ],
];

describe('hostile XML', () => {
  for (const [what, text, message] of REFUSED) {
    it(`with ${what} is one problem and nothing else`, () => {
      const { results, coverage, problems } = evidenceOf(text);
      assert.deepEqual({ results, coverage, problems: problems.length }, { results: [], coverage: [], problems: 1 });
      assert.match(problemsOf(text).join(), message);
    });
  }

  for (const [what, text, results] of TOLERATED) {
    it(`is read whole with ${what}`, () => {
      assert.deepEqual(problemsOf(text), []);
      assert.equal(evidenceOf(text).lost, undefined);
      assert.deepEqual(
        resultsOf(text).map((line) => line.replace(/ {2,}(?:> )?/u, ' ')),
        results,
      );
    });
  }

  for (const [what, text, results, problem] of LOST) {
    it(`is read as far as it goes with ${what}`, () => {
      assert.deepEqual(resultsOf(text), results);
      assert.match(problemsOf(text).join('\n'), problem);
      assert.equal(evidenceOf(text).lost?.length, 1);
    });
  }

  it('may have an external document type, which is not looked at', () => {
    const text =
      '<!DOCTYPE testsuites SYSTEM "http://localhost:1/none.dtd"><testsuites><testsuite name="a"><testcase name="b"/></testsuite></testsuites>';
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(resultsOf(text), ['passed a > b']);
  });

  it('may have long texts, many tests and control characters', () => {
    const cases = Array.from(
      { length: 5000 },
      (_, at) => `<testcase name="test ${at}"><system-out>\u001b[0m\u0000</system-out></testcase>`,
    ).join('');
    const text = `<testsuites><testsuite name="${'a'.repeat(500_000)}">${cases}<system-out>${'x'.repeat(2_000_000)}</system-out></testsuite></testsuites>`;
    assert.deepEqual(problemsOf(text), []);
    assert.equal(evidenceOf(text).results.length, 5000);
  });
});
