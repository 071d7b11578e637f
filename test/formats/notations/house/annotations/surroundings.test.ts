import assert from 'node:assert/strict';
import { factsOf } from '../../../../support/formats/codeFacts.ts';

/** What the first annotation stands on: `rejects() within class A, lines 2 to 4`, lines from 1. */
function standsOn(path: string, text: string): string {
  const declaration = factsOf(path, text, { role: 'test' }).annotations[0]?.declaration;
  if (!declaration) return 'nothing';
  const { name, range, within, lastLine } = declaration;
  return `${name}${within ? ` within ${within.join(', ')}` : ''}, lines ${range.start.line + 1} to ${(lastLine ?? range.end.line) + 1}`;
}

const CASES: readonly (readonly [what: string, path: string, text: string, expected: string])[] = [
  [
    'a function with braces',
    'a.ts',
    '// @req IP-1\nexport function reserve() {\n  if (a) {\n\n    b();\n  }\n}\n\nconst x = 1;\n',
    'reserve(), lines 2 to 7',
  ],
  [
    'a head over several lines',
    'a.ts',
    '// @req IP-1\nfunction reserve(\n  a: string,\n): void {\n  b();\n}\nfunction other() {}\n',
    'reserve(), lines 2 to 6',
  ],
  ['one line only', 'a.ts', '// @req IP-1\nconst reserve = () => 1;\nconst other = () => 2;\n', 'reserve(), lines 2 to 2'],
  [
    'braces on lines of their own',
    'a.cs',
    'class A\n{\n    // @req IP-1\n    void Reserve()\n    {\n        B();\n    }\n\n    void Other()\n    {\n    }\n}\n',
    'Reserve() within class A, lines 4 to 7',
  ],
  [
    'indentation alone',
    'a.py',
    'class Stock:\n    # @req IP-1\n    def reserve(self):\n        pass\n\n        return 1\n\n    def other(self):\n        pass\n',
    'reserve() within class Stock, lines 3 to 6',
  ],
  ['else, rescue and end', 'a.rb', '# @req IP-1\ndef reserve\n  a\nrescue B\n  c\nend\n\ndef other\nend\n', 'reserve(), lines 2 to 6'],
  [
    'nested groups',
    'a.test.ts',
    "describe('a', () => {\n  describe('b', () => {\n    // @req IP-1\n    it('c', () => {\n      d();\n    });\n  });\n});\n",
    'c within a, b, lines 4 to 6',
  ],
  ['the end of the file', 'a.ts', '// @req IP-1\nfunction reserve() {\n  a();', 'reserve(), lines 2 to 3'],
  ['Windows line ends', 'a.ts', '// @req IP-1\r\nfunction reserve() {\r\n  a();\r\n}\r\n\r\nb();\r\n', 'reserve(), lines 2 to 4'],
];

describe('where a declaration stands and how far it goes', () => {
  for (const [what, path, text, expected] of CASES) {
    it(`is told by ${what}`, () => assert.equal(standsOn(path, text), expected));
  }
});
