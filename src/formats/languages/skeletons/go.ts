import { fileName } from '../../../text/paths.ts';
import type { TestFramework, TestSkeleton } from '../language.ts';
import { free, pascal, snake } from './names.ts';
import { body, off } from './stops.ts';

/** Tests of Go. */
export const goSkeleton: TestSkeleton = {
  endings: ['.go'],
  indent: '\t',
  frameworkOf,
  files: [
    {
      name: 'go test',
      signs: { 'go.mod': /^module\b/mu },
      pathOf: ({ folder, name, code }) => `${folder}${code === '' ? snake(name) : name}_test.go`,
      textOf: ({ code, folder }) => {
        const own = fileName(folder.slice(0, -1)).replace(/\W/gu, '') || 'main';
        return `package ${/^package\s+(\w+)/mu.exec(code)?.[1] ?? own}\n\nimport "testing"\n`;
      },
    },
  ],
};

function frameworkOf(_text: string, indent: string): TestFramework {
  return {
    name: 'go test',
    place: 'end',
    indent,
    write: ({ annotation, words, lines }, names) => [
      `// ${annotation}`,
      `func ${free(`Test${pascal(words)}`, names)}(t *testing.T) {`,
      `${indent}${off('t.Skip("not written yet")')}`,
      ...lines.map((line) => `${indent}// ${line}`),
      `${indent}${body()}`,
      '}',
    ],
  };
}
