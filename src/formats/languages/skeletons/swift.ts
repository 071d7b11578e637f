import type { NewTestFile, TestDraft, TestFramework, TestSkeleton } from '../language.ts';
import { camel, free, pascal } from './names.ts';
import { body, off } from './stops.ts';

/** Swift Testing, XCTest and Quick. */
export const swiftSkeleton: TestSkeleton = {
  endings: ['.swift'],
  indent: '    ',
  frameworkOf: (text, indent) => {
    if (/^import\s+Quick\b/mu.test(text)) return quick(indent);
    return /^import\s+Testing\b|@Test\b/mu.test(text) ? swiftTesting(text, indent) : xctest(indent);
  },
  files: [
    newFile(
      'Swift Testing',
      /swift-tools-version:\s*(?:[6-9]|\d\d)[^]*\.testTarget\b/u,
      (name) => `import Testing\n\nstruct ${name} {\n}\n`,
    ),
    newFile('XCTest', /\.testTarget\b/u, (name) => `import XCTest\n\nfinal class ${name}: XCTestCase {\n}\n`),
  ],
};

function xctest(indent: string): TestFramework {
  return {
    name: 'XCTest',
    place: 'inside',
    indent,
    write: ({ annotation, words, lines }, names) => [
      `// ${annotation}`,
      `func ${free(`test${pascal(words)}`, names)}() throws {`,
      indent + off('throw XCTSkip("not written yet")'),
      ...lines.map((line) => `${indent}// ${line}`),
      indent + body(),
      '}',
    ],
  };
}

function swiftTesting(text: string, indent: string): TestFramework {
  return {
    name: 'Swift Testing',
    place: /^\s*(?:\w+\s+)*(?:struct|class|actor|enum|extension)\s/mu.test(text) ? 'inside' : 'end',
    indent,
    write: ({ annotation, words, lines }, names) => [
      `// ${annotation}`,
      `@Test${off('(.disabled("not written yet"))')}`,
      `func ${free(camel(words), names)}() {`,
      ...lines.map((line) => `${indent}// ${line}`),
      indent + body(),
      '}',
    ],
  };
}

function quick(indent: string): TestFramework {
  return {
    name: 'Quick',
    place: 'block',
    indent,
    write: ({ reference, annotation, words, lines, titled }: TestDraft) => [
      ...(titled ? [] : [`// ${annotation}`]),
      `${off('x')}it("${(titled ? `${reference} ${words}` : words).replaceAll(/[\\"]/gu, String.raw`\$&`)}") {`,
      ...lines.map((line) => `${indent}// ${line}`),
      indent + body(),
      '}',
    ],
  };
}

/** In the folder of the first target of tests, since no other is compiled. */
function newFile(name: string, sign: RegExp, textOf: (name: string) => string): NewTestFile {
  return {
    name,
    signs: { 'Package.swift': sign },
    pathOf: ({ project, name: about, told }) => {
      const target = /\.testTarget\(\s*name:\s*"([\w-]+)"/u.exec(told)?.[1];
      return `${project}Tests/${target === undefined ? '' : `${target}/`}${pascal(about)}Tests.swift`;
    },
    textOf: ({ name: about }) => textOf(`${pascal(about)}Tests`),
  };
}
