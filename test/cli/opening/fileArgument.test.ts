import assert from 'node:assert/strict';
import { splitLine } from '../../../src/cli/opening/fileArgument.ts';

describe('FILE:LINE', () => {
  const cases: readonly [argument: string, file: string, line: number | undefined][] = [
    ['docs/a.md', 'docs/a.md', undefined],
    ['docs/a.md:12', 'docs/a.md', 12],
    ['docs/a.md:12:5', 'docs/a.md', 12],
    ['docs/a.md:12:', 'docs/a.md', 12],
    [String.raw`C:\docs\a.md`, String.raw`C:\docs\a.md`, undefined],
    [String.raw`C:\docs\a.md:12`, String.raw`C:\docs\a.md`, 12],
    ['c:/docs/a.md:12:5', 'c:/docs/a.md', 12],
    ['C:12', 'C:12', undefined],
    ['a:b', 'a:b', undefined],
    ['', '', undefined],
  ];
  for (const [argument, file, line] of cases) {
    it(`${JSON.stringify(argument)} is ${file}${line === undefined ? '' : `, line ${line}`}`, () => {
      assert.deepEqual(splitLine(argument), line === undefined ? { file } : { file, line });
    });
  }
});
