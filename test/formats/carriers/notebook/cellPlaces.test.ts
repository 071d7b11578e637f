import assert from 'node:assert/strict';
import { CellPlaces, notebookOf } from '../../../../src/formats/carriers/notebook/cellPlaces.ts';
import { LineMap } from '../../../../src/text/lineMap.ts';

interface Cell {
  readonly cell_type: 'code' | 'markdown' | 'raw';
  readonly source: string | readonly string[];
  readonly outputs?: readonly unknown[];
}

function file(cells: readonly Cell[], indent = 1): string {
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, undefined, indent)}\n`;
}

const code = (source: Cell['source']): Cell => ({ cell_type: 'code', source });

/** Where `X` stands in the file, in its cell, and again in the file by way of the cell. */
function ways(text: string): string | undefined {
  const map = new LineMap(text);
  const at = text.indexOf('X');
  const places = new CellPlaces(text);
  const found = places.toCell(map.rangeOf(at, at + 1));
  if (!found) return undefined;
  const { start, end } = found.range;
  const back = places.toFile(found.cell, start);
  const letter = back && text[map.startOf(back.line) + back.character];
  assert.equal(letter, 'X', 'the way back');
  assert.deepEqual(end, { line: start.line, character: start.character + 1 });
  return `cell ${found.cell}, ${start.line}:${start.character}`;
}

describe('places in the cells of a notebook', () => {
  const cases: readonly [what: string, text: string, expected: string | undefined][] = [
    ['a line of its own', file([code(['a = 1\n', 'X = 2'])]), 'cell 0, 1:0'],
    ['quotes before it', file([code(['print("a", X)'])]), 'cell 0, 0:11'],
    ['a backslash and an n before it', file([code([String.raw`print("a\n", X)`])]), 'cell 0, 0:13'],
    ['a tab before it', file([code(['if a:\n', '\tX = 1'])]), 'cell 0, 1:1'],
    ['letters of other languages before it', file([code(['ä = "€ 𝄞"; X = 1'])]), 'cell 0, 0:12'],
    [
      'letters of other languages as numbers',
      file([code(['ae = "oe"; X = 1'])])
        .replace('ae', String.raw`\u00e4`)
        .replace('oe', String.raw`\ud834\udd1e`),
      'cell 0, 0:10',
    ],
    ['a source of one string', file([code('a = 1\nb = "\\n"\nX = 2\n')]), 'cell 0, 2:0'],
    ['lines in several pieces', file([code(['a = 1\nb', ' = 2\nc = X'])]), 'cell 0, 2:4'],
    ['another cell before it', file([code(['a\n', 'b']), code(['c\n', 'X'])]), 'cell 1, 1:0'],
    ['empty cells before it', file([code([]), code(''), code([''])].concat(code(['X']))), 'cell 3, 0:0'],
    ['a Markdown cell', file([{ cell_type: 'markdown', source: ['# A\n', 'X'] }]), 'cell 0, 1:0'],
    ['a raw cell', file([code(['a']), { cell_type: 'raw', source: 'X' }]), 'cell 1, 0:0'],
    ['an output', file([{ ...code(['a']), outputs: [{ text: ['X'] }] }]), undefined],
    ['line ends of Windows in the file', file([code(['a\n', 'b\n', 'X'])]).replaceAll('\n', '\r\n'), 'cell 0, 2:0'],
    ['line ends of Windows in the code', file([code(['a\r\n', 'X'])]), 'cell 0, 1:0'],
    ['a file on one line', file([code(['a\n', 'b']), code(['c\n', ' X'])], 0), 'cell 1, 1:1'],
    ['version 3 of the format', file([code(['X'])]).replace('"nbformat": 4', '"nbformat": 3'), undefined],
    ['no JSON', '{ "cells": [ X', undefined],
    ['cells as an editor shows them', notebookOf(['a\nb "\\" \n', '', '\tX\r\n']), 'cell 2, 0:1'],
  ];
  for (const [what, text, expected] of cases) it(`with ${what}`, () => assert.equal(ways(text), expected));

  it('end with the cell where they go on behind it, and begin with it where they begin before', () => {
    const places = new CellPlaces(file([code(['a\n', 'bc']), code(['d'])]));
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(places.toCell(all), { cell: 0, range: { start: { line: 0, character: 0 }, end: { line: 1, character: 2 } } });
  });

  it('are in the last line of a cell where its line or its letter is too high', () => {
    const text = notebookOf(['ab\ncd']);
    const places = new CellPlaces(text);
    const behind = new LineMap(text).positionAt(text.indexOf('cd') + 2);
    assert.deepEqual(places.toFile(0, { line: 1, character: 99 }), behind);
    assert.equal(places.toFile(0, { line: 0, character: 0 })?.line, behind.line - 1);
    assert.equal(places.toFile(1, { line: 0, character: 0 }), undefined);
  });
});
