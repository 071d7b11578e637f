import assert from 'node:assert/strict';
import { notebookCode } from '../../../../src/formats/carriers/notebook/notebookCode.ts';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[] | string;
  readonly outputs?: readonly unknown[];
}

function notebook(cells: readonly Cell[], metadata: object = { language_info: { name: 'python' } }, indent = 1): string {
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, indent)}\n`;
}

function code(...source: string[]): Cell {
  return { cell_type: 'code', source: source.map((line, at) => (at < source.length - 1 ? `${line}\n` : line)) };
}

/** What a notebook annotates, each with the letters that stand at its place in the file. */
function annotated(text: string): string[] {
  const { annotations, mentions, problems } = createExtractor(DEFAULT_CONFIGURATION).extract('analysis/stock.ipynb', text);
  const at = ({ start, end }: { start: { line: number; character: number }; end: { character: number } }): string =>
    text.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
  return [
    ...annotations.map(
      ({ kind, reference, declaration }) => `${kind} ${at(reference.range)}${declaration ? ` on ${declaration.name}` : ''}`,
    ),
    ...mentions.map(({ range }) => `mentions ${at(range)}`),
    ...problems.map((problem) => `${problem.code}: ${problem.message.text}`),
  ];
}

describe('a notebook', () => {
  const cases: readonly [what: string, text: string, expected: string[]][] = [
    ['a comment of a cell', notebook([code('# @implements REQ-1/AC1', 'x = 1')]), ['implements REQ-1/AC1']],
    [
      'a comment on a function',
      notebook([code('import os', '', '# @implements REQ-1', 'def reserve(order):', '    return "a"')]),
      ['implements REQ-1 on reserve()'],
    ],
    [
      'several cells',
      notebook([code('# @implements REQ-1'), code('x = 1  # @implements REQ-2')]),
      ['implements REQ-1', 'implements REQ-2'],
    ],
    ['no string of its code', notebook([code('x = "# @implements REQ-1"', "y = '# @implements REQ-2'")]), []],
    [
      'a comment behind a string with quotes and backslashes',
      notebook([code('x = "a\\\\"  # @implements REQ-1', 'y = "\\"#"  # @implements REQ-2')]),
      ['implements REQ-1', 'implements REQ-2'],
    ],
    ['a comment behind a tab', notebook([code('if x:', '\t# @implements REQ-1', '\ty = 1')]), ['implements REQ-1']],
    ['letters of other languages before it', notebook([code('x = "äöü €"  # @implements REQ-1')]), ['implements REQ-1']],
    ['no output', notebook([{ ...code('print(x)'), outputs: [{ output_type: 'stream', text: ['# @implements REQ-1\n'] }] }]), []],
    [
      'no output that looks like a cell',
      notebook([{ ...code('x'), outputs: [{ data: { 'application/json': { cell_type: 'code', source: ['# @implements REQ-1'] } } }] }]),
      [],
    ],
    [
      'no text between the cells',
      notebook([
        { cell_type: 'markdown', source: ['# @implements REQ-1'] },
        { cell_type: 'raw', source: ['# @implements REQ-2'] },
      ]),
      [],
    ],
    [
      'no cell of another language',
      notebook([code('%%bash', '# @implements REQ-1'), code('%%time', '# @implements REQ-2')]),
      ['implements REQ-2'],
    ],
    ['a cell of one line as a string', notebook([{ cell_type: 'code', source: '# @implements REQ-1' }]), ['implements REQ-1']],
    ['other indentation', notebook([code('# @implements REQ-1', 'x')], {}, 4), ['implements REQ-1']],
    [
      'a kernel without language info',
      notebook([code('# @implements REQ-1')], { kernelspec: { language: 'python', name: 'python3' } }),
      ['implements REQ-1'],
    ],
    [
      'the next cell behind a string that is never closed',
      notebook([code('# @implements REQ-1', 'x = """', '# @implements REQ-2'), code('# @implements REQ-3')]),
      ['implements REQ-1', 'implements REQ-3'],
    ],
    [
      'the next cell behind one in other quotes that begins a cell, with a prefix',
      notebook([code('rb\'\'\'a """', '# @implements REQ-2'), code('# @implements REQ-3', "y = '''"), code('z = 1  # @implements REQ-4')]),
      ['implements REQ-3', 'implements REQ-4'],
    ],
    [
      'what stands behind strings of several lines that are closed',
      notebook([code('x = """', "'''", '"""  # @implements REQ-1'), code("y = ''' \"\"\" '''  # @implements REQ-2")]),
      ['implements REQ-1', 'implements REQ-2'],
    ],
    [
      'no string that three quotes in a comment seem to open',
      notebook([code('x = 1  # """', 'y = \'"""\'  # @implements REQ-1'), code('# @implements REQ-2')]),
      ['implements REQ-1', 'implements REQ-2'],
    ],
    [
      'no string of several lines',
      notebook([code('def a():', '    """Reserves."""', 'x = """', '# @implements REQ-1', '"""', '# @implements REQ-2')]),
      ['implements REQ-2'],
    ],
    ['a mention', notebook([code('# see REQ-1/AC2', 'x = 1')]), ['mentions REQ-1/AC2']],
    [
      'a long picture in an output beside it',
      notebook([{ ...code('# @implements REQ-1'), outputs: [{ data: { 'image/png': 'A'.repeat(300_000) } }] }]),
      ['implements REQ-1'],
    ],
    ['windows line ends', notebook([code('# @implements REQ-1', 'x = 1')]).replaceAll('\n', '\r\n'), ['implements REQ-1']],
    [
      'a comment behind strings with line ends in them',
      notebook([code('print("a\\nb")  # @implements REQ-1', 'x = r"\\name"  # @implements REQ-2')]),
      ['implements REQ-1', 'implements REQ-2'],
    ],
    [
      'lines of one string',
      notebook([
        { cell_type: 'code', source: 'x = "\\n"\n# @implements REQ-1\ndef reserve():\n\t"""Reserves."""\n\n# @implements REQ-2\ny = 1\n' },
      ]),
      ['implements REQ-1 on reserve()', 'implements REQ-2 on y'],
    ],
    [
      'lines of one string with line ends of Windows',
      notebook([{ cell_type: 'code', source: 'x = 1\r\n# @implements REQ-1\r\ny = 2' }]).replaceAll('\n', '\r\n'),
      ['implements REQ-1 on y'],
    ],
    [
      'lines and cells of a file on one line',
      notebook([code('# @implements REQ-1', 'x = "REQ-9"'), code('# @implements REQ-2'), code('y = 1', '# see REQ-3')], {}, 0),
      ['implements REQ-1', 'implements REQ-2', 'mentions REQ-3'],
    ],
    [
      'a string that goes on in the next piece, and no comment in it',
      notebook([{ cell_type: 'code', source: ["x = 'a", " # @implements REQ-1'\n", '# @implements REQ-2'] }]),
      ['implements REQ-2'],
    ],
    ['nothing where there are no cells', notebook([]), []],
    ['nothing where it is no JSON', '{ "cells": [', []],
  ];
  for (const [what, text, expected] of cases) it(`says ${what}`, () => assert.deepEqual(annotated(text), expected));

  it('is as long as the file, line by line, with nothing but its code', () => {
    const text = notebook([code('x = "a\\u00e4"', 'y = 1'), { cell_type: 'markdown', source: ['é'] }]);
    const read = notebookCode(text);
    assert.ok(read.kind === 'code');
    assert.deepEqual(
      read.text.split('\n').map(({ length }) => length),
      text.split('\n').map(({ length }) => length),
    );
    assert.match(read.text.replaceAll(/\s+/g, ' '), /^ x = "a \\u00e4 " y = 1 $/);
  });

  const unread: readonly [what: string, text: string, why: RegExp][] = [
    ['another language', notebook([code('# @implements REQ-1')], { language_info: { name: 'R' } }), /only those in Python/],
    ['an old format', notebook([code('# @implements REQ-1')]).replace('"nbformat": 4', '"nbformat": 3'), /version 4 of Jupyter/],
    ['text that is no JSON', '{ "cells": [ # @implements REQ-1', /version 4 of Jupyter/],
  ];
  for (const [what, text, why] of unread)
    it(`with ${what} is told, where something is missed`, () => assert.match(annotated(text).join(), why));
});
