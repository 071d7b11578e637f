import assert from 'node:assert/strict';
import { difference, listed } from '../../support/diffStates.ts';

const DOCUMENT = '## REQ-1: Orders\n\n**Acceptance Criteria**:\n\n- **AC1**: Orders are kept\n';
const WHOLE = `// @implements REQ-1/AC1

import { store } from './store';

const LIMIT = 1;

export function keep() {
  return store(LIMIT);
}

function helper() {
  return 1;
}
`;
const ONE = '// @implements REQ-1/AC1\nexport function keep(\n  a,\n) {\n  return helper(a);\n}\n\nfunction helper(a) {\n  return a;\n}\n';
const CLASS = '// @implements REQ-1/AC1\n@Allowed("staff")\nexport class Orders {\n  limit = 1;\n\n  keep() {}\n}\n';
const PYTHON = '# @implements REQ-1/AC1\n@allowed("staff")\ndef keep():\n    a()\n\n    b()\n\ndef other():\n    c()\n';

describe('a change around an annotation', () => {
  const cases: readonly [what: string, file: string, text: string, from: string, to: string, isTold: boolean][] = [
    ['of a constant in a file that is annotated at its top', 'src/a.ts', WHOLE, 'LIMIT = 1', 'LIMIT = 2', true],
    ['of a function there', 'src/a.ts', WHOLE, 'store(LIMIT)', 'store(2)', true],
    ['of a function there that is not exported', 'src/a.ts', WHOLE, 'return 1', 'return 2', true],
    ['of an import there', 'src/a.ts', WHOLE, './store', './disk', true],
    ['of what comes last there', 'src/a.ts', WHOLE, '  return 1;\n}\n', '  return 1;\n}\n\nkeep();\n', true],
    ['of a comment there', 'src/a.ts', WHOLE, 'const LIMIT', '// So many.\nconst LIMIT', false],
    [
      'of the file whose header says it',
      'src/a.ts',
      WHOLE.replace('// @implements REQ-1/AC1', '/**\n * @file Orders.\n * @implements REQ-1/AC1\n */'),
      'return 1',
      'return 2',
      true,
    ],
    ['of the parameters of a function', 'src/a.ts', ONE, '  a,\n)', '  a,\n  b,\n)', true],
    ['of a decorator', 'src/a.ts', CLASS, 'staff', 'anybody', true],
    ['of a field of a class', 'src/a.ts', CLASS, 'limit = 1', 'limit = 2', true],
    ['of a decorator of Python', 'src/a.py', PYTHON, 'staff', 'anybody', true],
    ['behind a blank line of Python', 'src/a.py', PYTHON, 'b()', 'd()', true],
    ['of the next function of Python', 'src/a.py', PYTHON, 'c()', 'd()', false],
    // A known limit: nobody follows calls. `diff --unclaimed` shows such code.
    ['of a function that it calls', 'src/a.ts', ONE, 'return a;', 'return a + 1;', false],
  ];
  for (const [what, file, text, from, to, isTold] of cases) {
    it(`${what} ${isTold ? 'touches' : 'touches nothing'}`, () => {
      assert.ok(text.includes(from));
      const before = { 'docs/a.md': DOCUMENT, [file]: text };
      assert.deepEqual(listed(difference(before, { ...before, [file]: text.replace(from, to) })), isTold ? { touched: ['REQ-1/AC1'] } : {});
    });
  }
});
