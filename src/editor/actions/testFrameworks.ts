import type { FilePath } from '../../model/position.ts';

/** What is to be written as a test, before it has the form of a framework. */
export interface TestDraft {
  /** `IP-1.1/AC2` */
  readonly reference: string;
  /** `an order of more is rejected`; on one line. */
  readonly words: string;
  /** What the test is to show, one line of a comment each. */
  readonly lines: readonly string[];
  /** True where the title has to name the reference, false where a comment above does. */
  readonly titled: boolean;
}

/** A way to write tests that a file follows. */
export interface TestFramework {
  /** `vitest`, as people call it. */
  readonly name: string;
  /** The lines of a test, not indented. */
  readonly write: (draft: TestDraft, names: ReadonlySet<string>) => readonly string[];
  /** `inside`: before the bracket that ends the file, as in a class; `end`: behind everything. */
  readonly place: 'end' | 'inside';
  /** How its body goes in, `  ` or a tab. */
  readonly indent: string;
}

/** Longest name of a test function, in characters. */
const LONGEST_NAME = 60;

/** The framework that a test file follows, by its language and by what it imports; undefined for one that is not known. */
export function frameworkOf(path: FilePath, text: string): TestFramework | undefined {
  const extension = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  const indent =
    /^([ \t]+)\S/mu.exec(text)?.[1] ?? (extension === 'go' ? '\t' : ['py', 'rs', 'java', 'kt'].includes(extension) ? '    ' : '  ');
  if (/^[cm]?[jt]sx?$/u.test(extension)) return javascript(text, indent);
  switch (extension) {
    case 'py':
      return python(text, indent);
    case 'java':
    case 'kt':
      return junit(extension, text, indent);
    case 'go':
      return { name: 'go test', place: 'end', indent, write: goTest(indent) };
    case 'rs':
      return {
        name: 'cargo test',
        place: /\bmod\s+\w*tests?\w*\s*\{[\s\S]*\}\s*$/u.test(text) ? 'inside' : 'end',
        indent,
        write: rustTest(indent),
      };
    default:
      return undefined;
  }
}

function javascript(text: string, indent: string): TestFramework {
  const imports = (name: string): boolean => new RegExp(`(?:from|require\\(|import)\\s*['"]${name}['"]`, 'u').test(text);
  const name = imports('vitest')
    ? 'vitest'
    : imports('@jest/globals') || /\bjest\./u.test(text)
      ? 'jest'
      : imports('node:test')
        ? 'node:test'
        : 'mocha';
  const call = /^\s*(it|test)\s*\(/mu.exec(text)?.[1] ?? (name === 'node:test' ? 'test' : 'it');
  const quote = /\b(?:it|test|describe)\s*\(\s*(['"`])/u.exec(text)?.[1] ?? "'";
  const semicolon = /;\s*$/mu.test(text) || text.trim() === '' ? ';' : '';
  return {
    name,
    place: 'end',
    indent,
    write: ({ reference, words, lines, titled }) => {
      const title = (titled ? `${reference} ${words}` : words)
        .replaceAll('\\', '\\\\')
        .replaceAll(quote, `\\${quote}`)
        .replaceAll('${', '\\${');
      return [
        ...(titled ? [] : [`// @verifies ${reference}`]),
        `${call}(${quote}${title}${quote}, () => {`,
        ...lines.map((line) => `${indent}// ${line}`),
        `${indent}throw new Error(${quote}not written yet${quote})${semicolon}`,
        `})${semicolon}`,
      ];
    },
  };
}

function python(text: string, indent: string): TestFramework {
  // A class of unittest that ends the file takes the test in; a function behind it would never run.
  const last = /^(?:class\s+\w+\(([^)]*)\)|def\s+\w+|class\s+\w+)/gmu;
  const [declaration] = Array.from(text.matchAll(last)).slice(-1);
  const inClass = declaration?.[1]?.includes('TestCase') === true;
  return {
    name: inClass ? 'unittest' : 'pytest',
    place: 'end',
    indent,
    write: ({ reference, words, lines }, names) => {
      const outer = inClass ? indent : '';
      return [
        `# @verifies ${reference}`,
        `def ${free(`test_${snake(words)}`, names)}(${inClass ? 'self' : ''}):`,
        ...lines.map((line) => `${indent}# ${line}`),
        `${indent}raise NotImplementedError("not written yet")`,
      ].map((line) => outer + line);
    },
  };
}

function junit(extension: 'java' | 'kt', text: string, indent: string): TestFramework {
  const visibility = /@Test\s+public\s+void/u.test(text) ? 'public ' : '';
  const head = extension === 'java' ? `${visibility}void` : 'fun';
  const fail = extension === 'java' ? 'throw new UnsupportedOperationException("not written yet");' : 'TODO("not written yet")';
  return {
    name: 'JUnit',
    place: 'inside',
    indent,
    write: ({ reference, words, lines }, names) => [
      `// @verifies ${reference}`,
      '@Test',
      `${head} ${free(camel(words), names)}() {`,
      ...lines.map((line) => `${indent}// ${line}`),
      indent + fail,
      '}',
    ],
  };
}

function goTest(indent: string): TestFramework['write'] {
  return ({ reference, words, lines }, names) => {
    const name = camel(words);
    return [
      `// @verifies ${reference}`,
      `func ${free(`Test${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, names)}(t *testing.T) {`,
      ...lines.map((line) => `${indent}// ${line}`),
      `${indent}t.Fatal("not written yet")`,
      '}',
    ];
  };
}

function rustTest(indent: string): TestFramework['write'] {
  return ({ reference, words, lines }, names) => [
    `// @verifies ${reference}`,
    '#[test]',
    `fn ${free(snake(words), names)}() {`,
    ...lines.map((line) => `${indent}// ${line}`),
    `${indent}todo!("not written yet");`,
    '}',
  ];
}

/** `an_order_of_more` of `An order of more!` */
function snake(words: string): string {
  return wordsOf(words).join('_') || 'criterion';
}

/** `anOrderOfMore` */
function camel(words: string): string {
  const [first = 'criterion', ...others] = wordsOf(words);
  return first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

/** Words that fit into a name; digits never lead one, so that no name reads as an id. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z][a-z0-9]*/gu) ?? [];
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (length > LONGEST_NAME) break;
    kept.push(word);
  }
  return kept;
}

/** The name, or the first with a number behind it that the file does not have. */
function free(name: string, names: ReadonlySet<string>): string {
  if (!names.has(name)) return name;
  for (let count = 2; ; count += 1) if (!names.has(`${name}${count}`)) return `${name}${count}`;
}
