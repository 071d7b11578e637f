import type { FilePath } from '../../src/model/position.ts';
import { SAMPLES, name, word } from './languages.ts';
import type { Sample } from './languages.ts';
import type { Random } from './random.ts';

/** A file as long as people complain about, and a line of it. */
export interface LongFile {
  readonly path: FilePath;
  readonly lines: readonly string[];
}

/** What is typed on a line of its own: up to the cursor, and what stands behind that. */
export type Typed = readonly [before: string, after: string];

/** A long file with what is typed in it, in a place for annotations and elsewhere. */
export interface LongSample extends LongFile {
  readonly inside: readonly Typed[];
  readonly outside: readonly Typed[];
}

const LINES = 5000;

/** Files of 5,000 lines each: code and tests of some languages, full of annotations and titles, and a document. */
export function longFiles(random: Random): readonly LongSample[] {
  return [...['ts', 'py', 'java', 'go'].flatMap((extension) => ofCode(extension, random)), titles(random), documentOf(random)];
}

function ofCode(extension: string, random: Random): LongSample[] {
  const sample = SAMPLES.map(([, each]) => each).find((each) => each.extension === extension);
  if (!sample) return [];
  return [false, true].map((isTest) => {
    const inside = [
      `@${isTest ? 'verifies' : 'implements'} `,
      '@implements PLAN-1',
      '@req PLAN-1.1, PLAN-',
      '@verifies PLAN-2.1/',
      '@',
    ].map((typed): Typed => [sample.comment(typed), '']);
    // An id in a test may be in a title, so there it is no matter of one line.
    const outside = [sample.statement('cart', 'line', 2), sample.comment('Keeps the '), '  retur', ...(isTest ? [] : ['PLAN-'])].map(
      (typed): Typed => [typed, ''],
    );
    return {
      path: isTest ? sample.test('long') : `src/long.${extension}`,
      lines: upTo(() => block(sample, isTest, random)),
      inside,
      outside,
    };
  });
}

function block(sample: Sample, isTest: boolean, random: Random): string {
  const annotation = random.chance(0.3) ? `${sample.comment(`@${isTest ? 'verifies' : 'implements'} ${reference(random)}`)}\n` : '';
  const body = Array.from({ length: random.between(3, 15) }, () =>
    random.chance(0.15)
      ? sample.comment(`Keeps the ${word(random)} of each`)
      : sample.statement(word(random), word(random), random.between(1, 99)),
  );
  return annotation + sample.block(name(random), body);
}

/** Tests whose titles name what they verify. */
function titles(random: Random): LongSample {
  const suite = (): string => {
    const tests = Array.from(
      { length: 3 },
      (_, at) =>
        `  it('AC${at + 1} keeps the ${word(random)}', async () => {\n    const ${word(random)} = await load('${word(random)}');\n    expect(x.map((y) => y.length)).to.deep.equal([1, 2]);\n  });\n`,
    );
    return `describe('PLAN-${random.between(1, 100)}.1', () => {\n${tests.join('')}});\n`;
  };
  return {
    path: 'test/titles.test.ts',
    lines: upTo(suite),
    inside: [
      ["it('", "', () => {});"],
      ["it('PLAN-1.1/", "', () => {});"],
      ["describe('PLAN-2.1', () => { it('A", "'); });"],
      ['// @verifies PLAN-', ''],
    ],
    outside: [
      ["it('takes the ", "', () => {});"],
      ["const a = load('", "');"],
      ['  expec', ''],
    ],
  };
}

function documentOf(random: Random): LongSample {
  let number = 0;
  const section = (): string =>
    `### LONG-${(number += 1)}: ${word(random)} and ${word(random)}\n\nThe ${word(random)} of every ${word(random)} is **kept**, see [there](plan-1.md).\n\n**Covers**: ${reference(random).replace(/\/.*/u, '')}\n\n**Acceptance Criteria**:\n- [ ] The ${word(random)} is kept\n- [x] The ${word(random)} is \`lost\`\n`;
  return {
    path: 'docs/long.md',
    lines: upTo(section),
    inside: [
      ['### OWN-1: A\n\n**Covers**: ', ''],
      ['### OWN-1: A\n\n**Covers**: PLAN-', ''],
      ['### OWN-1: A\n\nText.\n\n**Covers**: PLAN-1.1, PLAN-2', ''],
    ],
    outside: [
      ['The order ', ''],
      ['See PLAN-', ''],
      ['- [ ] It ', ''],
    ],
  };
}

function reference(random: Random): string {
  return `PLAN-${random.between(1, 100)}.${random.between(1, 5)}/AC${random.between(1, 5)}`;
}

function upTo(make: () => string): string[] {
  const lines: string[] = [];
  while (lines.length < LINES) lines.push(...make().split('\n'));
  return lines.slice(0, LINES);
}

/** The text of a file in which something was typed behind one of its blocks, and where the cursor is. */
export function typedIn(
  { lines }: LongFile,
  [before, after]: Typed,
  random: Random,
): { readonly text: string; readonly line: number; readonly character: number } {
  // Behind a line that begins no string or comment of several lines, which is any of these files' empty or closing ones.
  const from = random.between(0, lines.length - 40);
  const at = lines.findIndex((content, index) => index >= from && /^(?:\}.*|end|)$/u.test(content)) + 1;
  const typed = before.split('\n');
  const text = [...lines.slice(0, at), before + after, ...lines.slice(at)].join('\n');
  return { text, line: at + typed.length - 1, character: typed.at(-1)?.length ?? 0 };
}
