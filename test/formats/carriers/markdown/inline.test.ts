import assert from 'node:assert/strict';
import { readInline, spanAt, spanOver } from '../../../../src/formats/carriers/markdown/inline.ts';

const inline = (text: string, references: readonly string[] = []) =>
  readInline(
    text.split('\n').map((line, index) => ({ line: index + 5, column: 2, text: line })),
    new Set(references),
  );

describe('Inline Markdown', () => {
  const cases: [source: string, plain: string][] = [
    ['**a** *b* __c__ _d_ ~~e~~', 'a b c d e'],
    ['***a*** **a *b* c**', 'a a b c'],
    ['a*b*c 2 * 3 snake_case_word ~x~', 'abc 2 * 3 snake_case_word ~x~'],
    ['**a** b** *c', 'a b** *c'],
    ['**Äpfel**: *ß*', 'Äpfel: ß'],
    ['`a *b*` ``c ` d`` `e', 'a *b* c ` d `e'],
    ['[a **b**](c) ![d](e) [f](g "h") [i](<j k>)', 'a b d f i'],
    ['[a] [b](c [d]', '[a] [b](c [d]'],
    ['a <b>c</b> <!-- d --> e', 'a c  e'],
    ['<https://x.y> a < b', 'https://x.y a < b'],
    ['\\*a\\* \\d &amp; &#65; &nope', '*a* \\d & A &nope'],
    ['a\n**b\nc** d', 'a\nb\nc d'],
  ];
  for (const [source, plain] of cases) it(JSON.stringify(source), () => assert.equal(inline(source).plain, plain));

  it('knows reference links from brackets', () => {
    assert.equal(inline('[a][b] [B] [c]', ['B']).plain, 'a B [c]');
    assert.equal(inline('[a][b] [B] [c]').plain, '[a][b] [B] [c]');
  });

  it('knows what is strong, struck, code and a link', () => {
    const text = inline('x **a *b*** ~~c~~ `d` [e](f)');
    const words = (spans: readonly { start: number; end: number }[]): string[] =>
      spans.map(({ start, end }) => text.plain.slice(start, end));
    assert.deepEqual([text.strong, text.struck, text.code, text.links].map(words), [['a b'], ['c'], ['d'], ['e']]);
    assert.equal(text.links[0]?.target, 'f');
    assert.deepEqual(text.links[0]?.targetRange?.start, { line: 5, character: 2 + '~~c~~ `d` [e]('.length + 'x **a *b*** '.length });
  });

  it('knows where each letter stands', () => {
    const text = inline('**a** b\n`c` &amp; d');
    const at = (word: string) => text.rangeOf(text.plain.indexOf(word), text.plain.indexOf(word) + word.length);
    assert.deepEqual(at('a'), { start: { line: 5, character: 4 }, end: { line: 5, character: 5 } });
    assert.deepEqual(at('c'), { start: { line: 6, character: 3 }, end: { line: 6, character: 4 } });
    assert.deepEqual(at('d'), { start: { line: 6, character: 12 }, end: { line: 6, character: 13 } });
  });

  it('knows which letters stand side by side', () => {
    const text = inline('ab**cd**ef');
    assert.deepEqual(text.runs(0, 6), [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ]);
    assert.deepEqual(text.runs(1, 3), [
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ]);
  });

  it('finds spans by their offset', () => {
    const spans = [
      { start: 2, end: 4 },
      { start: 6, end: 9 },
    ];
    assert.deepEqual(
      [0, 2, 3, 6, 9].map((offset) => spanAt(spans, offset)?.end),
      [undefined, 4, undefined, 9, undefined],
    );
    assert.deepEqual(
      [0, 2, 3, 4, 8, 9].map((offset) => spanOver(spans, offset)?.end),
      [undefined, 4, 4, undefined, 9, undefined],
    );
  });
});
