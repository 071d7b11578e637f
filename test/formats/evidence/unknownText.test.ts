import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import type { EvidencePlace } from '../../../src/formats/evidence/unknownText.ts';
import { inEnglish } from '../../../src/model/message.ts';

const REPORT =
  '<testsuites><testsuite name="test/a.test.js"><testcase classname="test/a.test.js" name="works"><failure/></testcase></testsuite></testsuites>';
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12\n';
const UNKNOWN = 'unread: in no form of test results or line coverage that is known';

function said(path: string, text: string, place?: EvidencePlace): string {
  const { lost = [], unread, problems, results } = readEvidence(path, text, 0, place);
  assert.equal(problems.length, lost.length);
  if (unread) return `unread: ${inEnglish(unread)}`;
  const [reason] = lost;
  return reason ? `${problems[0]?.range.start.line}: ${inEnglish(reason)}` : `read: ${results.length}`;
}

/** Texts in no form that is known, by the name of the file. */
const CASES: readonly [what: string, path: string, text: string, said: string | RegExp][] = [
  ['nothing', 'junit.xml', '', '0: it is empty'],
  ['nothing in JSON', 'test-results.json', '', '0: it is empty'],
  ['nothing in TAP', 'results.tap', '\n', '0: it is empty'],
  ['blanks and a byte order mark', 'junit.xml', '\uFEFF \r\n\n', '0: it is empty'],
  ['a declaration', 'junit.xml', '<?xml version="1.0" encoding="UTF-8"?>\n', /^\d: it is not well-formed XML/u],
  ['a comment', 'junit.xml', '<!-- begin -->\n', /^\d: it is not well-formed XML/u],
  ['a cut off declaration', 'junit.xml', '<?xml vers', /^0: it is not well-formed XML/u],
  ['half a root', 'junit.xml', '<?xml version="1.0"?>\n<testsu', /^1: it is not well-formed XML/u],
  ['an element of another tool that is cut off', 'TestResult.xml', '<report>\n<a>\n', /^2: it is not well-formed XML/u],
  ['the beginning of JSON', 'test-results.json', '{"num', '0: it is not valid JSON'],
  ['one bracket', 'cucumber.json', '[', '0: it is not valid JSON'],
  ['cut off JSON of another tool', 'test-results/a.json', '{\n  "a": [1, 2', '0: it is not valid JSON'],
  ['a line of JSON that is cut off', 'go-test.jsonl', '{"a":1}\n{"a":', '1: it is not valid JSON'],
  ['a pointer of Git LFS', 'junit.xml', POINTER, '0: it is a pointer of Git LFS, and the file itself was not fetched'],
  ['the same, whatever its name', 'out/report', POINTER, '0: it is a pointer of Git LFS, and the file itself was not fetched'],
  ['gzip', 'junit.xml', new TextDecoder().decode(gzipSync(REPORT)), '0: it is compressed; unpack it'],
  ['gzip by its name', 'out/TEST-a.xml.gz', '\u001F\uFFFD\b\0', '0: it is compressed; unpack it'],
  ['zip', 'results.trx', 'PK\u0003\u0004\u0014\0', '0: it is compressed; unpack it'],
  ['a web page', 'junit.xml', '<!DOCTYPE html>\n<html><body>404</body></html>', '0: it is a web page and no report'],
  ['a web page that is no XML', 'junit.xml', '<!doctype html>\n<HTML><meta charset="utf-8"><br>', '0: it is a web page and no report'],
  [
    'output of a program that died',
    'results.tap',
    'node:internal/modules/cjs/loader:1146\n  throw err;\n',
    '0: it is neither XML nor JSON nor TAP',
  ],
  ['NUL characters', 'junit.xml', '\0\0\0\0', '0: it is neither XML nor JSON nor TAP'],
  ['UTF-16 without a mark', 'junit.xml', '<\0t\0e\0s\0t\0', /^0: it is not well-formed XML|neither/u],
  ['a whole element of another tool', 'TestResult.xml', '<?xml version="1.0"?>\n<report><a/></report>\n', UNKNOWN],
  ['a whole object of another tool', '.report.json', '{ "name": "shop" }\n', UNKNOWN],
  ['an empty list', 'cucumber.json', '[]\n', UNKNOWN],
  ['lines of JSON of another tool', 'test-results/a.json', '{"a":1}\n{"b":2}\n', UNKNOWN],
  ['a word of JSON', 'test-results/a.json', 'null\n', UNKNOWN],
  ['a text that may be anything', 'out/stdout.log', 'all is ok\n', UNKNOWN],
  ['an empty text that may be anything', 'out/stderr', '', UNKNOWN],
];

describe('a file in a place of results', () => {
  for (const [what, path, text, expected] of CASES)
    it(`with ${what} says: ${expected instanceof RegExp ? expected.source : expected}`, () => {
      if (expected instanceof RegExp) assert.match(said(path, text), expected);
      else assert.equal(said(path, text), expected);
    });
});

/** The same where only line coverage lies. */
const LINES: readonly [what: string, path: string, text: string, said: string | RegExp][] = [
  ['nothing in XML', 'coverage.xml', '', '0: it is empty'],
  ['nothing in a profile', 'coverage.out', '', '0: it is empty'],
  ['nothing, as where no file was covered', 'coverage/lcov.info', '', UNKNOWN],
  ['cut off XML', 'cobertura.xml', '<?xml version="1.0"?>\n<cover', /^1: it is not well-formed XML/u],
  ['cut off JSON', 'coverage-final.json', '{"/p/a.js":{"pa', '0: it is not valid JSON'],
  ['a pointer of Git LFS', 'lcov.info', POINTER, '0: it is a pointer of Git LFS, and the file itself was not fetched'],
  ['a program', 'c.out', '\u007FELF\u0002', UNKNOWN],
  ['no file', 'coverage-final.json', '{}', UNKNOWN],
];

describe('a file in a place of line coverage', () => {
  for (const [what, path, text, expected] of LINES)
    it(`with ${what} says: ${expected instanceof RegExp ? expected.source : expected}`, () => {
      if (expected instanceof RegExp) assert.match(said(path, text, 'coverage'), expected);
      else assert.equal(said(path, text, 'coverage'), expected);
    });

  it('is not called one with test results', () => {
    const { problems, place } = readEvidence('coverage.xml', '', 0, 'coverage');
    assert.deepEqual(
      [problems.map(({ message }) => inEnglish(message)), place],
      [['This file with line coverage was not read: it is empty'], 'coverage'],
    );
  });
});

describe('a report', () => {
  const log = 'npm warn something\n'.repeat(400);
  const cases: readonly [what: string, text: string, said: string | RegExp][] = [
    ['behind a long log', log + REPORT, 'read: 1'],
    ['behind a long log, with a declaration', `${log}<?xml version="1.0"?>\n${REPORT}`, 'read: 1'],
    ['behind a long comment', `<?xml version="1.0"?>\n<!-- ${'x '.repeat(3000)}-->\n${REPORT}`, 'read: 1'],
    ['behind a long comment, on its line', `<!-- ${'<a>\n'.repeat(3000)}-->${REPORT}`, 'read: 1'],
    [
      'behind two comments and a document type',
      `<?xml version="1.0"?><!-- a --><!DOCTYPE testsuites SYSTEM "j.dtd"><!-- ${'x\n'.repeat(3000)}-->\n${REPORT}`,
      'read: 1',
    ],
    [
      'behind lines of JSON',
      '{"level":"info"}\n'.repeat(150) + '{"Action":"pass","Package":"a","Test":"A"}\n{"Action":"pass","Package":"a"}\n',
      'read: 1',
    ],
    ['in TAP, behind a long log', `${log}TAP version 13\n1..1\nok 1 - a\n`, 'read: 1'],
    [
      'in JSON, behind a long log',
      `${log}{"numTotalTests":1,"testResults":[{"name":"a.js","assertionResults":[{"title":"a","status":"passed"}]}]}`,
      'read: 1',
    ],
    ['that is cut off behind a long log', `${log}${REPORT.slice(0, -20)}`, /^400: it is not well-formed XML/u],
    ['within an element of another tool', `<report>\n${'<a/>\n'.repeat(1500)}${REPORT}\n</report>`, UNKNOWN],
  ];
  for (const [what, text, expected] of cases)
    it(`${what} is told`, () => {
      if (expected instanceof RegExp) assert.match(said('junit.xml', text), expected);
      else assert.equal(said('junit.xml', text), expected);
    });
});
