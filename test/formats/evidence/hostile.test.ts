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
  [
    'an entity that nobody declared',
    '<testsuites>\n<testsuite name="&x;"><testcase name="a"/></testsuite></testsuites>',
    /1: .*not well-formed XML/u,
  ],
  ['an element left open', '<testsuites><testsuite name="a"><testcase name="a"/></testsuite>', /not well-formed/u],
  ['elements crossed', '<testsuites><testsuite name="a"><testcase name="a"></testsuite></testcase></testsuites>', /not well-formed/u],
  ['the end in an attribute', '<testsuites><testsuite name="a', /not well-formed/u],
  ['two roots', '<testsuites/><testsuites/>', /not well-formed/u],
  ['a million levels', `<testsuites>${'<testsuite name="a">'.repeat(1_000_000)}`, /nested more than 200 deep/u],
  ['an attribute twice', '<testsuites><testsuite name="a" name="b"><testcase name="a"/></testsuite></testsuites>', /not well-formed/u],
];

describe('hostile XML', () => {
  for (const [what, text, message] of REFUSED) {
    it(`with ${what} is one problem and nothing else`, () => {
      const { results, coverage, problems } = evidenceOf(text);
      assert.deepEqual({ results, coverage, problems: problems.length }, { results: [], coverage: [], problems: 1 });
      assert.match(problemsOf(text).join(), message);
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
