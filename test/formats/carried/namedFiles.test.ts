import assert from 'node:assert/strict';
import { namedFiles } from '../../../src/formats/carried/namedFiles.ts';

const CASES: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['T001 Boil in `src/kettle.ts`', ['src/kettle.ts']],
  ['Files: src/a.ts, src/b/c.test.tsx.', ['src/a.ts', 'src/b/c.test.tsx']],
  ['./src/a.ts and src/a.ts', ['src/a.ts']],
  ['app/(shop)/[id]/page.tsx', ['app/(shop)/[id]/page.tsx']],
  ['src/a.ts:12', ['src/a.ts']],
  ['https://example.org/a.html', []],
  ['../other/a.ts', []],
  ['kettle.ts', []],
  ['and/or', []],
  ['v1.2/v1.3', []],
];

describe('the files that a text names', () => {
  for (const [text, expected] of CASES) it(text, () => assert.deepEqual(namedFiles(text), expected));
});
