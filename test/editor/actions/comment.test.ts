import assert from 'node:assert/strict';
import { commentAbove } from '../../../src/editor/actions/comment.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { LANGUAGES } from '../../../src/formats/languages/registry.ts';

const extractor = createExtractor({ ...DEFAULT_CONFIGURATION, tests: [] });

function written(path: string, text: string, line: number): string | undefined {
  return commentAbove({ path, text, line }, '@implements IP-1', extractor, ({ annotations }) =>
    annotations.some(({ reference }) => reference.range.start.line === line),
  )?.newText;
}

describe('commentAbove', () => {
  for (const { name, files, comments } of LANGUAGES) {
    const file = files[0] ?? '';
    it(`${name} has one of its own comments`, () => {
      const made = written(file.startsWith('.') ? `a${file}` : file, 'x\n', 0);
      if (comments.length === 0) assert.equal(made, undefined);
      else assert.ok(comments.map((form) => `${form.replace('…', '@implements IP-1')}\n`).includes(made ?? ''), made);
    });
  }

  const inside: readonly (readonly [what: string, path: string, text: string, line: number, expected: string])[] = [
    ['a script', 'a.html', '<script>\n  f();\n</script>', 1, '  // @implements IP-1\n'],
    ['markup', 'a.vue', '<template>\n\t<b></b>', 1, '\t<!-- @implements IP-1 -->\n'],
    ['PHP', 'a.php', '<?php\r\nf();', 1, '// @implements IP-1\r\n'],
    ['a template', 'a.j2', '<b></b>', 0, '{# @implements IP-1 #}\n'],
    ['a documentation string', 'a.py', 'def f():\n    """\n    words\n    """', 2, '    // @implements IP-1\n'],
    ['a style sheet', 'a.css', 'a { }', 0, '/* @implements IP-1 */\n'],
  ];
  for (const [what, path, text, line, expected] of inside) it(`in ${what}`, () => assert.equal(written(path, text, line), expected));

  it('is nowhere inside of a string', () => assert.equal(written('a.js', 'x = `\n`', 1), undefined));
});
