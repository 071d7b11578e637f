import type { Random } from './random.ts';

/** How a language of the synthetic tree is written. */
export interface Sample {
  readonly extension: string;
  /** Where a test file of it lies: `test/cart.test.ts`. */
  readonly test: (name: string) => string;
  /** One line comment. */
  readonly comment: (text: string) => string;
  /** A function with a body of some lines. */
  readonly block: (name: string, body: readonly string[]) => string;
  readonly statement: (a: string, b: string, number: number) => string;
}

const braces = (head: (name: string) => string) => (name: string, body: readonly string[]) =>
  `${head(name)} {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const slashes = (text: string): string => `// ${text}`;
const hashes = (text: string): string => `# ${text}`;

/** The languages of the synthetic tree, common ones as often as their weight says. */
export const SAMPLES: readonly (readonly [weight: number, Sample])[] = [
  [
    25,
    {
      extension: 'ts',
      test: (name) => `test/${name}.test.ts`,
      comment: slashes,
      block: braces((name) => `export function ${name}(input: Input): Result`),
      statement: (a, b, n) => `const ${a} = ${b}.map((value) => value + ${n});`,
    },
  ],
  [
    12,
    {
      extension: 'js',
      test: (name) => `test/${name}.spec.js`,
      comment: slashes,
      block: braces((name) => `function ${name}(input, options)`),
      statement: (a, b, n) => `if (${a}.length > ${n}) return ${b}['${a}'];`,
    },
  ],
  [
    15,
    {
      extension: 'py',
      test: (name) => `tests/test_${name}.py`,
      comment: hashes,
      block: (name, body) => `def ${name}(self, value):\n${body.map((line) => `    ${line}\n`).join('')}`,
      statement: (a, b, n) => `${a} = ${b}.get("${a}", ${n})`,
    },
  ],
  [
    12,
    {
      extension: 'java',
      test: (name) => `src/test/java/${name}Test.java`,
      comment: slashes,
      block: braces((name) => `public Result ${name}(final Input input)`),
      statement: (a, b, n) => `${a}.append("${b}").withLimit(${n});`,
    },
  ],
  [
    10,
    {
      extension: 'go',
      test: (name) => `${name}_test.go`,
      comment: slashes,
      block: braces((name) => `func ${name}(ctx context.Context, n int) error`),
      statement: (a, b, n) => `${a} := ${b}[${n}-1]`,
    },
  ],
  [
    8,
    {
      extension: 'c',
      test: (name) => `tests/test_${name}.c`,
      comment: (text) => `/* ${text} */`,
      block: braces((name) => `static int ${name}(struct input *in)`),
      statement: (a, b, n) => `memcpy(${a}, ${b} + ${n}, sizeof(*${b}));`,
    },
  ],
  [
    6,
    {
      extension: 'rs',
      test: (name) => `tests/${name}.rs`,
      comment: slashes,
      block: braces((name) => `pub fn ${name}(input: &Input) -> Result<()>`),
      statement: (a, b, n) => `let ${a} = ${b}.iter().take(${n}).collect::<Vec<_>>();`,
    },
  ],
  [
    5,
    {
      extension: 'cs',
      test: (name) => `tests/${name}Tests.cs`,
      comment: slashes,
      block: braces((name) => `public async Task<int> ${name}(Input input)`),
      statement: (a, b, n) => `var ${a} = await ${b}.LoadAsync(${n});`,
    },
  ],
  [
    4,
    {
      extension: 'rb',
      test: (name) => `spec/${name}_spec.rb`,
      comment: hashes,
      block: (name, body) => `def ${name}(value)\n${body.map((line) => `  ${line}\n`).join('')}end\n`,
      statement: (a, b, n) => `${a} = ${b}.fetch(:${a}, ${n})`,
    },
  ],
  [
    3,
    {
      extension: 'sh',
      test: (name) => `tests/${name}.bats`,
      comment: hashes,
      block: braces((name) => `${name}()`),
      statement: (a, b, n) => `${a}="\${${b}:-${n}}"`,
    },
  ],
];

/** Comments in which something looks like an id or an annotation and is none, as real code has them. */
export const NOISE: readonly string[] = [
  'The file is read as UTF-8, whatever its BOM says',
  'See CVE-2021-44228 for why this is switched off',
  'Timestamps are ISO-8601 in UTC',
  '@implements {IteratorInterface}',
  'SPDX-License-Identifier: GPL-2.0',
  'Digest is SHA-256 over the normalised text',
  'Talks HTTP/1.1 on port 80-81',
  'T-1000 style retry, give up after N-1 attempts',
];

const WORDS =
  'account address batch buffer cache cart catalogue channel client cursor customer digest entry event filter folder handle header index input invoice item ledger limit list lookup message metric model offset option order output packet parser payment plan policy price queue rate reader record region report request result retry route rule sample schema score session shard signal slot source stock stream string summary table target ticket token total track trigger update upload value vector volume window worker writer'.split(
    ' ',
  );

export function word(random: Random): string {
  return random.pick(WORDS);
}

/** A function name that rarely repeats: `readStockTable`. */
export function name(random: Random): string {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return `${word(random)}${capital(word(random))}${capital(word(random))}`;
}
