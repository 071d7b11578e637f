import assert from 'node:assert/strict';
import { asMarkdown } from '../../../src/formats/carriers/asciidoc/asMarkdown.ts';

const CASES: readonly (readonly [what: string, asciidoc: string, markdown: string])[] = [
  ['headings', '= A\n\n== B\n\n=== C ===\n', '# A\n\n## B\n\n### C\n'],
  ['titles that are underlined', 'Title\n=====\n\nPart\n----\n\nSmall\n~~~~~\n', '# Title\n\n\n## Part\n\n\n### Small\n\n'],
  ['bold, code and emphasis', 'a *b c* `d*e*` _f_ **g**h 2*3*4\n', 'a **b c** `d*e*` _f_ **g**h 2*3*4\n'],
  ['lists in lists', '* a\n** b\n** c\n* d\n', '* a\n  * b\n  * c\n* d\n'],
  ['lists of other marks in lists', '- a\n. b\n. c\n- d\n', '* a\n  1.  b\n  2.  c\n* d\n'],
  ['numbers by hand', '1. a\n2. b\n', '1.  a\n2.  b\n'],
  ['tasks', '* [x] a\n* [ ] b\n', '* [x] a\n* [ ] b\n'],
  ['a block that is attached', '* a\n+\nb\nc\n\nd\n', '* a\n\n  b\n  c\n\nd\n'],
  ['terms', 'REQ-1:: It boils\nREQ-2::\nIt stops\n', '* **REQ-1**: It boils\n* **REQ-2**:\nIt stops\n'],
  ['names above headings', '[[a-1]]\n== B\n\n[#c-2]\n=== D\n\n[.lead#e,role=x]\n== F\n', '(a-1)=\n## B\n\n(c-2)=\n### D\n\n(e)=\n## F\n'],
  ['names above paragraphs', '[[REQ-1]]\nIt boils.\n', '[REQ-1]\nIt boils.\n'],
  ['no names of what is no text', '[[REQ-1]]\n----\na\n----\n\n[#REQ-2]\n* b\n', '\n\n\n\n\n\n* b\n'],
  [
    'names within',
    '* [[REQ-1]]It boils, see <<REQ-2>>, <<REQ-3,that>> and xref:REQ-4[this].\n',
    '* [REQ-1] It boils, see REQ-2, REQ-3 that and REQ-4 this.\n',
  ],
  ['titles of blocks', '.Acceptance criteria\n* a\n', '**Acceptance criteria**\n* a\n'],
  ['no listings', '[source,java]\n----\n== REQ-1\n----\nb\n', '\n\n\n\nb\n'],
  ['no literal text', '....\n== REQ-1\n....\n\n  == REQ-2\n  x\n\n[literal]\n== REQ-3\nx\n\ny\n', '\n\n\n\n\n\n\n\n\n\n\ny\n'],
  ['no blocks of comments', '////\n== REQ-1\n////\na\n', '\n\n\na\n'],
  ['what is not closed to the end', 'a\n\n----\n== REQ-1\n', 'a\n\n\n\n'],
  ['comments', '// reqtrace-ignore-next-line\n== A\n', '<!-- reqtrace-ignore-next-line -->\n## A\n'],
  ['what is in an example', '====\nREQ-1: a\n====\n', '\nREQ-1: a\n\n'],
  ['no headings in a quotation', '____\n== REQ-1: a\n____\n\n== B\n', '\n== REQ-1: a\n\n\n## B\n'],
  ['headings below a block that has no end', '====\nx\n\n== REQ-1: a\n', '\nx\n\n## REQ-1: a\n'],
  ['no settings and directives', ':toc: left\n:!x:\ninclude::a.adoc[]\nifdef::b[]\na\nendif::[]\n', '\n\n\n\na\n\n'],
  ['struck and marked words', '[line-through]#REQ-1: a# [.red]#b#\n', '~~REQ-1: a~~ b\n'],
  ['no tags', 'a <b> <!-- c\n\n<script>\nd\n', 'a \\<b> \\<!-- c\n\n\\<script>\nd\n'],
  ['line breaks', 'a +\nb\n', 'a\nb\n'],
  [
    'a table with a header',
    '|===\n|ID |Text\n\n|NFR-3 |It is *quick*\n|===\n',
    '| ID | Text |\n|---|---|\n| NFR-3 | It is **quick** |\n\n\n',
  ],
  [
    'a table with each cell on a line',
    '[cols="1,2", options="header"]\n|===\n|ID\n|Text\n|NFR-3\n|It is\nquick\n|===\na\n',
    '\n| ID | Text |\n|---|---|\n| NFR-3 | It is quick |\n\n\n\n\na\n',
  ],
  ['a table without a header as text', '|===\n|NFR-3 |It is quick\n|===\n', '\n|NFR-3 |It is quick\n\n'],
];

// @verifies RT-1.1/AC1
describe('AsciiDoc as Markdown', () => {
  for (const [what, asciidoc, markdown] of CASES)
    it(`has ${what}`, () => {
      const made = asMarkdown(asciidoc);
      assert.equal(made.text, markdown);
    });

  it('knows where each letter was', () => {
    for (const [, asciidoc] of CASES) {
      const { text, lines } = asMarkdown(asciidoc);
      const from = asciidoc.split('\n');
      for (const [line, words] of text.split('\n').entries())
        for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}]+(?:-\d+)?/gu)) {
          const { line: at, character } = lines.toFile({ line, character: index });
          if (/^\d+$/u.test(word)) continue;
          assert.equal((from[at] ?? '').slice(character, character + word.length), word);
          assert.deepEqual(lines.toFile(lines.fromFile({ line: at, character })), { line: at, character });
        }
    }
  });

  it('is made of any text', () => {
    for (const part of [
      '*',
      '[',
      '[[',
      '<<',
      '|===\n',
      '|===\n|a |b\n\n|c\n',
      '`',
      '** a\n',
      '====\n',
      '....\n',
      'a::',
      '[cols="9999*"]\n|===\n|a\n|===\n',
      'xref:',
      ' ',
    ])
      assert.ok(asMarkdown(part.repeat(20_000)).text.length >= 0);
  });
});
