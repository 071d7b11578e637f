import type { NewTestFile, TestFramework, TestSkeleton } from '../language.ts';
import { free, pascal, snake } from './names.ts';
import { body, off } from './stops.ts';

/** Tests of Python: functions of pytest, methods of unittest. */
export const pythonSkeleton: TestSkeleton = {
  endings: ['.py'],
  indent: '    ',
  frameworkOf,
  files: [
    newFile('pytest', /\bpytest\b/u, () => 'import pytest\n'),
    newFile('unittest', /\bunittest\b/u, ({ name }) => `import unittest\n\n\nclass ${pascal(name)}Test(unittest.TestCase):\n`),
  ],
};

function newFile(name: string, sign: RegExp, textOf: NewTestFile['textOf']): NewTestFile {
  const files = ['pyproject.toml', 'pytest.ini', 'tox.ini', 'setup.cfg', 'setup.py', 'requirements.txt', 'requirements-dev.txt'];
  // A project that says nothing of its tests has what most have.
  const signs = Object.fromEntries(files.map((file) => [file, file === 'pyproject.toml' && name === 'pytest' ? /^/u : sign]));
  return { name, signs, pathOf: ({ project, name: about }) => `${project}tests/test_${snake(about)}.py`, textOf };
}

function frameworkOf(text: string, indent: string): TestFramework {
  const isUnittest = /^class\s+\w+\([^)]*TestCase[^)]*\)/mu.test(text) && !/^def\s+test/mu.test(text);
  const alias = /\bunittest\.\w/u.test(text) ? 'unittest.' : '';
  return {
    name: isUnittest ? 'unittest' : 'pytest',
    // A function behind a class of unittest would never run.
    place: isUnittest ? 'inside' : 'end',
    gap: 2,
    indent,
    guard: {
      pattern: /^if\s+__name__\s*==|^(?:unittest|pytest)\.main\(/u,
      fits: ['if __name__ == "__main__":', 'unittest.main()'],
      misses: ['if name == "main":', '    unittest.main()'],
    },
    imports: isUnittest
      ? [
          {
            line: alias === '' ? 'from unittest import skip' : 'import unittest',
            has: alias === '' ? /^from\s+unittest\s+import\b.*\bskip\b/mu : /^import\s+unittest\b/mu,
          },
        ]
      : [{ line: 'import pytest', has: /^import\s+pytest\b/mu }],
    write: ({ annotation, words, lines, within }, names) => [
      `# ${annotation}`,
      off(isUnittest ? `@${alias}skip("not written yet")` : '@pytest.mark.skip(reason="not written yet")'),
      `def ${free(`test_${snake(words)}`, names)}(${within?.trimStart().startsWith('class') ? 'self' : ''}):`,
      ...lines.map((line) => `${indent}# ${line}`),
      `${indent}${body('pass')}`,
    ],
  };
}
