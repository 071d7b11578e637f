import type { TestFramework, TestSkeleton } from '../language.ts';
import { free, snake } from './names.ts';
import { body, off } from './stops.ts';

/** Tests of Rust: in the module of tests of a file, or in a file of the folder `tests`. */
export const rustSkeleton: TestSkeleton = {
  endings: ['.rs'],
  indent: '    ',
  frameworkOf,
  files: [
    {
      name: 'cargo test',
      signs: { 'Cargo.toml': /^\[(?:package|lib|workspace)\]/mu },
      pathOf: ({ project, name }) => `${project}tests/${snake(name)}.rs`,
      textOf: () => '',
    },
  ],
};

function frameworkOf(text: string, indent: string): TestFramework {
  return {
    name: 'cargo test',
    place: /\bmod\s+\w*tests?\w*\s*\{[\s\S]*\}\s*$/u.test(text) ? 'inside' : 'end',
    indent,
    write: ({ annotation, words, lines }, names) => [
      `// ${annotation}`,
      '#[test]',
      off('#[ignore = "not written yet"]'),
      `fn ${free(snake(words), names)}() {`,
      ...lines.map((line) => `${indent}// ${line}`),
      `${indent}${body()}`,
      '}',
    ],
  };
}
