import assert from 'node:assert/strict';
import { count, displayWidth, padEnd, padStart, plain, truncate } from '../../../src/report/writing/plainText.ts';

describe('text for a terminal', () => {
  const plainCases: readonly [written: string, printed: string][] = [
    ['a\u001b[31mb', 'a[31mb'],
    ['one\r\n\ttwo\u2028three', 'one two three'],
    ['\u009b31m', '31m'],
    ['\u202eabc\u2066', 'abc'],
    ['häßlich 注文 👩‍💻', 'häßlich 注文 👩‍💻'],
    ['::notice::hello', String.raw`\::notice::hello`],
    ['  ::group::hello', String.raw`  \::group::hello`],
    ['std::string', 'std::string'],
    ['##[section]hello', String.raw`#\#[section]hello`],
    ['docs/##vso[hello]a.md', String.raw`docs/#\#vso[hello]a.md`],
    ['##teamcity[hello]', String.raw`#\#teamcity[hello]`],
    ['## Heading [1]', '## Heading [1]'],
  ];
  for (const [written, printed] of plainCases) {
    it(`prints ${JSON.stringify(written)} as ${JSON.stringify(printed)}`, () => {
      assert.equal(plain(written), printed);
    });
  }

  const widths: readonly [text: string, columns: number][] = [
    ['abc', 3],
    ['注文', 4],
    ['✅', 2],
    ['e\u0301', 1],
    ['ö', 1],
    ['', 0],
  ];
  for (const [text, columns] of widths) {
    it(`takes ${columns} columns for ${JSON.stringify(text)}`, () => {
      assert.equal(displayWidth(text), columns);
    });
  }

  it('pads to columns, not to code units', () => {
    assert.equal(padEnd('注文', 6), '注文  ');
    assert.equal(padStart('7', 3), '  7');
  });

  it('cuts at whole characters', () => {
    assert.equal(truncate('short', 5), 'short');
    assert.equal(truncate('a longer text', 9), 'a longer…');
    assert.equal(truncate('👍👍👍', 5), '👍👍…');
  });

  it('counts in words', () => {
    assert.deepEqual(
      [count(1, 'criterion', 'criteria'), count(0, 'criterion', 'criteria'), count(2, 'file')],
      ['1 criterion', '0 criteria', '2 files'],
    );
  });
});
