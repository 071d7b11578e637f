import assert from 'node:assert/strict';
import { factsOf, idsOf, linksOf } from '../../../../support/formats/codeFacts.ts';
import { sized } from '../../../../support/size.ts';

describe('hostile and broken texts', () => {
  // Large enough that quadratic work would run into the time limit of any test in `npm run test:slow`.
  const times = sized(30_000, 400_000);

  for (const unit of [
    '`${',
    '"',
    "'",
    '/*',
    '(',
    '{',
    '/',
    '<a ',
    '<<A ',
    'it("x", ',
    'it(`${',
    '"#{',
    'a.',
    'A-',
    '@req ',
    '@verifies IP-1, ',
    '// IP-1\n',
    '# a.a.a.a.a.a.a\n',
    '<script>/*',
    '{\n',
    '[[',
    '%(',
  ]) {
    it(`are read to their end: ${JSON.stringify(unit)}`, () => {
      for (const [path, open, close] of [
        ['a.ts', '//', ''],
        ['a.py', '#', ''],
        ['a.rb', '#', ''],
        ['a.vue', '<!--', '-->'],
        ['a.cpp', '//', ''],
      ] as const) {
        const text = `${open} @implements IP-7 ${close}\n${unit.repeat(times / unit.length)}`;
        assert.equal(factsOf(path, text, { role: 'test' }).annotations[0]?.reference.id, 'IP-7');
      }
    });
  }

  it('lose only the line of a string without an end', () => {
    assert.deepEqual(idsOf('a.c', 'char *s = "abc;\n// @implements IP-1'), ['IP-1']);
    assert.deepEqual(idsOf('a.js', "const e = <p>don't</p>;\n// @implements IP-1"), ['IP-1']);
  });

  it('take a comment without an end up to the end of the file', () => {
    assert.deepEqual(idsOf('a.c', '/* @implements IP-1\nint x;\n@implements IP-2'), ['IP-1', 'IP-2']);
  });

  it('take a heredoc without an end for a shift', () => {
    assert.deepEqual(idsOf('a.sh', 'x=$((1 <<FOO))\n# @implements IP-1'), ['IP-1']);
  });

  it('know every line end', () => {
    assert.deepEqual(
      factsOf('a.py', '# @implements IP-1\r# @implements IP-2\r\n# @implements IP-3\n').annotations.map(({ reference }) => [
        reference.id,
        reference.range.start.line,
      ]),
      [
        ['IP-1', 0],
        ['IP-2', 1],
        ['IP-3', 2],
      ],
    );
  });

  it('say nothing when they are empty', () => {
    for (const text of ['', '\uFEFF', '\n']) assert.deepEqual(linksOf('a.ts', text), []);
  });
});
