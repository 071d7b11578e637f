import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../../src/model/finding.ts';
import { say } from '../../../src/model/message.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { renderRdjson } from '../../../src/report/findings/rdjson.ts';
import { assertGolden } from '../../support/golden.ts';

const TEXTS = new Map([['src/a.ts', '\n\n// ä 𐐀 @implements IP-1.9\n']]);
const fix = (newText: string, more: Partial<Fix> = {}): Fix => ({
  title: say('Change to {0}', newText),
  edits: [{ path: 'src/a.ts', range: rangeAt(2, 20, 26), newText }],
  ...more,
});
const FINDING: Finding = {
  code: 'unknown-reference',
  severity: 'error',
  path: 'src/a.ts',
  range: rangeAt(2, 20, 26),
  message: say('IP-1.9 is not defined in any document'),
  related: [],
  fixes: [fix('IP-1.8')],
};

interface Diagnostic {
  readonly location: { readonly path: string; readonly range: unknown };
  readonly suggestions?: readonly { readonly range: unknown; readonly text: string }[];
}

function diagnosticOf(finding: Partial<Finding>, texts: ReadonlyMap<string, string> = TEXTS): Diagnostic {
  const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(
    renderRdjson([{ ...FINDING, ...finding }], '', texts),
  );
  return diagnostics[0] ?? assert.fail('no diagnostic');
}

describe('rdjson', () => {
  // @verifies RT-9.1/AC11~e0ba14
  it('is what the golden file says', () => {
    const mild: Finding = { ...FINDING, severity: 'information', path: 'docs/b.md', fixes: [] };
    assertGolden('check.rdjson', renderRdjson([FINDING, { ...FINDING, severity: 'warning' }, mild], 'shop/', TEXTS));
  });

  const columns: readonly [what: string, text: string, line: number, character: number, start?: number][] = [
    ['of ASCII', '// IP-1.9\n', 0, 3, 4],
    ['behind letters of two bytes', '// äöü IP-1.9\n', 0, 7, 11],
    ['behind letters of three bytes', '// 需求 IP-1.9\n', 0, 6, 11],
    ['behind characters of two code units', '// 𐐀😀 IP-1.9\n', 0, 8, 13],
    ['behind a letter with an accent of its own', '// e\u0301 IP-1.9\n', 0, 6, 8],
    ['behind a tab', '\t// IP-1.9\n', 0, 4, 5],
    ['in the first line behind a byte order mark', '\uFEFF// IP-1.9\n', 0, 3, 7],
    ['at the very beginning behind a byte order mark', '\uFEFFIP-1.9\n', 0, 0, 4],
    ['in the second line of a file with a byte order mark', '\uFEFF\n// IP-1.9\n', 1, 3, 4],
    ['in lines that end as in Windows', '// ä\r\n// ä IP-1.9\r\n', 1, 5, 7],
    ['with a byte order mark, and lines that end as in Windows', '\uFEFF// ä\r\n\r\n// ä IP-1.9\r\n', 2, 5, 7],
    ['behind what is not valid in the encoding of the file', '// \uFFFD IP-1.9\n', 0, 5],
  ];
  for (const [what, text, line, character, start] of columns) {
    it(`counts columns in bytes of UTF-8, ${what}`, () => {
      const range = rangeAt(line, character, character + 6);
      const fixes = [{ title: say('Change to {0}', 'IP-1.8'), edits: [{ path: 'src/a.ts', range, newText: 'IP-1.8' }] }];
      const place = (column: number | undefined) => ({ line: line + 1, ...(column !== undefined && { column }) });
      const at = { start: place(start), end: place(start === undefined ? undefined : start + 6) };
      const { location, suggestions } = diagnosticOf({ range, fixes }, new Map([['src/a.ts', text]]));
      assert.deepEqual(
        { range: location.range, suggested: suggestions?.[0]?.range },
        { range: at, suggested: start === undefined ? undefined : at },
      );
    });
  }

  it('tells lines of a file that cannot be read, and suggests nothing there', () => {
    const { location, suggestions } = diagnosticOf({}, new Map());
    assert.deepEqual({ range: location.range, suggestions }, { range: { start: { line: 3 }, end: { line: 3 } }, suggestions: undefined });
  });

  const elsewhere = { edits: [{ path: 'src/b.ts', range: rangeAt(0, 0, 0), newText: 'x' }] };
  const several = { edits: [...fix('x').edits, ...fix('y').edits] };
  for (const [what, fixes, texts] of [
    ['the only fix', [fix('a')], ['a']],
    ['the one that needs no choosing', [fix('a'), fix('b', { preferred: true })], ['b']],
    ['nothing where there is a choice', [fix('a'), fix('b')], undefined],
    ['nothing of several edits', [fix('a', several)], undefined],
    ['nothing of another file', [fix('a', elsewhere)], undefined],
    ['nothing without a fix', [], undefined],
  ] as const) {
    it(`suggests ${what}`, () => {
      assert.deepEqual(
        diagnosticOf({ fixes }).suggestions?.map(({ text }) => text),
        texts,
      );
    });
  }
});
