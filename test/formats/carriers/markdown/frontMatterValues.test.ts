import assert from 'node:assert/strict';
import { frontMatterValues } from '../../../../src/formats/carriers/markdown/frontMatterValues.ts';
import { parseMarkdown } from '../../../../src/formats/carriers/markdown/parseMarkdown.ts';

function read(text: string): readonly string[] {
  return frontMatterValues(parseMarkdown(text.split('\n')), 'a').map((value) => `${value.line}:${value.column} ${value.text}`);
}

describe('values of front matter', () => {
  const cases: readonly (readonly [what: string, text: string, read: readonly string[]])[] = [
    ['in a list on one line', '---\na: [B-1, "B-2"]\n---', ['1:4 B-1', '1:9 "B-2"']],
    ['in a list of lines', '---\nb: 1\na:\n  - B-1\n  - B-2\n---', ['3:4 B-1', '4:4 B-2']],
    ['alone', '---\na: B-1, B-2\n---', ['1:3 B-1, B-2']],
    ['of another key', '---\nb: B-1\n---', []],
    ['of nothing', '---\na:\n---', ['1:2 ']],
    ['of a mapping', '---\na: { b: B-1 }\n---', []],
    ['where there is none', 'a: B-1', []],
    ['of a list that is not closed', '---\na: [B-1\n---', ['1:4 B-1']],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(read(text), expected));
});
