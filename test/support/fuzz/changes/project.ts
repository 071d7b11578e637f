import type { Random } from '../../index/random.ts';
import type { Files } from '../../diffStates.ts';

/** One criterion of a made-up project, with all that points at it. */
export interface Part {
  /** `3` of `AC3`. */
  number: number;
  words: string[];
  exempt: boolean;
  code: Code | undefined;
  tests: Code[];
}

/** A function or a test under an annotation. */
export interface Code {
  name: string;
  /** Lines of its body. */
  body: string[];
  /** `skip` of `test.skip`. */
  form: '' | '.skip';
  /** Six digits behind the reference. */
  pin: string;
}

export interface Requirement {
  readonly number: number;
  document: string;
  readonly title: string;
  readonly parts: Part[];
}

/** A project of documents, code and tests that can be changed and written as files. */
export interface Project {
  readonly requirements: Requirement[];
  /** Folder of the code; a move of it renames each file. */
  folder: string;
}

const WORDS =
  'amber basket candle desert engine forest garden harbour island jacket kettle ladder market needle orchard pepper quarry ribbon saddle temple umbrella valley window yellow zipper anchor blanket copper dolphin ember feather granite hammer icicle jungle lantern marble nickel ocean pebble'.split(
    ' ',
  );

/** A text of its own: twelve words, so that two of them are alike by chance only in a few. */
export function randomText(random: Random, length = 12): string[] {
  return Array.from({ length }, () => `${random.pick(WORDS)}${random.below(90) + 10}`);
}

/** Statements of a function. */
export function randomBody(random: Random): string[] {
  return Array.from({ length: random.below(3) + 2 }, () => `const ${random.pick(WORDS)}${random.below(900) + 100} = ${random.below(900)};`);
}

/** A project of some requirements in which each criterion is met, met in part or not at all. */
export function randomProject(random: Random, count = 4): Project {
  let named = 0;
  const code = (): Code => {
    named += 1;
    return { name: `${random.pick(WORDS)}${named}`, body: randomBody(random), form: '', pin: '' };
  };
  const requirements = Array.from({ length: count }, (_, at): Requirement => ({
    number: at + 1,
    document: at % 2 ? 'docs/b.md' : 'docs/a.md',
    title: randomText(random, 3).join(' '),
    parts: Array.from({ length: random.below(3) + 3 }, (_part, index): Part => {
      const links = random.below(5);
      return {
        number: index + 1,
        words: randomText(random),
        exempt: false,
        code: links > 0 ? code() : undefined,
        tests: links > 1 ? Array.from({ length: links > 3 ? 2 : 1 }, code) : [],
      };
    }),
  }));
  return { requirements, folder: 'src' };
}

/** The files of a project; code and tests of one requirement are in one file each. */
export function filesOf({ requirements, folder }: Project): Files {
  const files: Record<string, string> = {};
  for (const { number, document, title, parts } of requirements) {
    const head = `## REQ-${number}: ${title}\n\n**Acceptance Criteria**:\n\n`;
    const lines = parts.map((part) => `- ${part.exempt ? '[deferred] ' : ''}**AC${part.number}**: ${part.words.join(' ')}\n`);
    files[document] = `${files[document] ?? '# Document\n\n'}${head}${lines.join('')}\n`;
    const reference = (part: Part, { pin }: Code): string => `REQ-${number}/AC${part.number}${pin}`;
    files[`${folder}/r${number}.ts`] = parts
      .flatMap((part) =>
        part.code ? [`// @implements ${reference(part, part.code)}\nexport function ${part.code.name}() {\n${bodyText(part.code)}}\n`] : [],
      )
      .join('\n');
    files[`test/r${number}.test.ts`] = parts
      .flatMap((part) =>
        part.tests.map((test) => `// @verifies ${reference(part, test)}\ntest${test.form}("${test.name}", () => {\n${bodyText(test)}});\n`),
      )
      .join('\n');
  }
  return files;
}

function bodyText({ body }: Code): string {
  return body.map((line) => `  ${line}\n`).join('');
}

/** By text, since numbers change: `REQ-1/AC2`. */
export function idsOf({ requirements }: Project): ReadonlyMap<string, string> {
  return new Map(
    requirements.flatMap(({ number, parts }) => parts.map((part) => [part.words.join(' '), `REQ-${number}/AC${part.number}`])),
  );
}
