import { NOISE, SAMPLES, name, word } from './languages.ts';
import { Random } from './random.ts';
import { gitTree } from './tree.ts';
import type { Put } from './tree.ts';

/** Changes whenever a shape comes out differently, so that no old one is measured. */
const GENERATION = 1;

/** Trees of the shapes that people have, each with what is hard about it; see `shapeTree`. */
export const SHAPES: Readonly<Record<string, (put: Put, random: Random) => void>> = {
  /** 60,000 small files, 3,000 of them annotated: opening files and starting up. */
  small: (put, random) => {
    plans(put, 60, { requirements: 10, criteria: 5 }, random);
    code(put, 60_000, { blocks: [1, 4], annotated: 0.05, plans: 60 }, random);
  },
  /** 1,000 files, as most projects have: starting up. */
  thousand: (put, random) => {
    plans(put, 4, { requirements: 5, criteria: 5 }, random);
    code(put, 1000, { blocks: [3, 18], annotated: 0.05, plans: 4 }, random);
  },
  /** 10,000 files with annotations of the project's own, which only worker threads may look for. */
  patterns: (put, random) => {
    put('reqtrace.yaml', `annotations:\n  - { pattern: "Implements: (?<ref>[A-Z]+-[0-9.]+)", kind: implements }\n`);
    plans(put, 20, { requirements: 10, criteria: 5 }, random);
    code(put, 10_000, { blocks: [1, 8], annotated: 0.05, plans: 20 }, random);
  },
  /** 13,000 files in which nothing is annotated, 600 of prose, and one requirement. */
  plain: (put, random) => {
    plans(put, 1, { requirements: 1, criteria: 2 }, random);
    for (let at = 0; at < 600; at += 1) put(`src/part${at % 40}/notes-${at}.md`, prose(random.between(2, 8), random));
    code(put, 12_400, { blocks: [3, 18], annotated: 0, plans: 1 }, random);
  },
  /** 2,600 documents of 23 MB in all, as folders of specifications have them: lists, tables, code, front matter. */
  documents: (put, random) => {
    for (let at = 1; at <= 2600; at += 1) put(`specs/area${at % 50}/spec-${at}.md`, specification(at, random));
  },
  /** 100,000 requirements with five criteria each. */
  requirements: (put, random) => plans(put, 500, { requirements: 200, criteria: 5 }, random),
  /** A million annotations in files of 50. */
  annotations: (put, random) => {
    plans(put, 100, { requirements: 100, criteria: 5 }, random);
    const [, sample] = random.pick(SAMPLES);
    for (let at = 0; at < 20_000; at += 1) {
      const lines = Array.from({ length: 50 }, () => sample.comment(reference(at % 5 === 0, 100, 100, random)));
      const folder = `src/part${Math.floor(at / 500)}`;
      put(at % 5 === 0 ? `${folder}/${sample.test(`unit${at}`)}` : `${folder}/unit${at}.${sample.extension}`, `${lines.join('\n')}\n`);
    }
  },
};

/** The tree of a shape as a git repository in a temporary folder, the same each time: `shapeTree('documents')`. Returns its absolute path. */
export function shapeTree(shape: string): string {
  const fill = SHAPES[shape];
  if (!fill) throw new RangeError(`There is no shape "${shape}"; there are ${Object.keys(SHAPES).join(', ')}`);
  return gitTree(`${shape}-${GENERATION}`, (put) => fill(put, new Random(1)));
}

function plans(put: Put, count: number, size: { readonly requirements: number; readonly criteria: number }, random: Random): void {
  for (let at = 1; at <= count; at += 1) {
    const sections = Array.from({ length: size.requirements }, (_, of) => {
      const criteria = Array.from({ length: size.criteria }, () => `- [ ] ${sentence(random)}\n`).join('');
      return `### PLAN-${at}.${of + 1}: ${word(random)} and ${word(random)}\n\n${sentence(random)}\n\n**Acceptance Criteria**:\n${criteria}`;
    });
    put(`docs/area${Math.ceil(at / 20)}/plan-${at}.md`, `# Plan ${at}\n\n${sections.join('\n')}`);
  }
}

interface CodeShape {
  /** From so many to so many functions in a file. */
  readonly blocks: readonly [number, number];
  /** Share of the files with an annotation. */
  readonly annotated: number;
  readonly plans: number;
}

function code(put: Put, files: number, shape: CodeShape, random: Random): void {
  const weighted = SAMPLES.flatMap(([weight, sample]) => Array.from({ length: weight }, () => sample));
  for (let at = 0; at < files; at += 1) {
    const sample = random.pick(weighted);
    const isTest = random.chance(0.2);
    const blocks = Array.from({ length: random.between(...shape.blocks) }, () => {
      const body = Array.from({ length: random.between(3, 10) }, () => sample.statement(word(random), word(random), random.between(1, 99)));
      return sample.block(name(random), body);
    });
    if (random.chance(0.03)) blocks.unshift(sample.comment(random.pick(NOISE)));
    if (random.chance(shape.annotated)) blocks.unshift(sample.comment(reference(isTest, shape.plans, 10, random)));
    const part = `src/part${Math.floor(at / 500)}`;
    put(isTest ? `${part}/${sample.test(`unit${at}`)}` : `${part}/unit${at}.${sample.extension}`, blocks.join('\n'));
  }
}

function reference(isTest: boolean, plans: number, requirements: number, random: Random): string {
  const keyword = isTest ? '@verifies' : '@implements';
  return `${keyword} PLAN-${random.between(1, plans)}.${random.between(1, requirements)}/AC${random.between(1, 5)}`;
}

/** A document as folders of specifications have them, the same for the same number and seed. */
export function specification(at: number, random: Random): string {
  const id = (kind: string): string => `${kind}-${String(at).padStart(3, '0')}`;
  const stories = Array.from({ length: random.between(2, 6) }, (_, of) => {
    const criteria = Array.from(
      { length: random.between(2, 6) },
      (_each, n) => `- [${random.chance(0.5) ? 'x' : ' '}] **AC-US${of + 1}-${String(n + 1).padStart(2, '0')}**: ${sentence(random)}\n`,
    );
    return `### US-${String(of + 1).padStart(3, '0')}: ${word(random)} ${word(random)}\n\n**As a** ${word(random)}\n**I want** ${word(random)}\n\n**Acceptance Criteria**:\n${criteria.join('')}`;
  });
  const tasks = Array.from(
    { length: random.between(4, 20) },
    (_, of) =>
      `### T-${String(of + 1).padStart(3, '0')}: ${word(random)} the ${word(random)}\n\n**Status**: [${random.chance(0.5) ? 'x' : ' '}] ${word(random)}\n\n- ${sentence(random)}\n- \`${word(random)}.ts\`: ${sentence(random)} See [${word(random)}](./spec-${random.between(1, 2000)}.md).\n`,
  );
  const table = Array.from(
    { length: random.between(3, 12) },
    (_, of) => `| FR-${at}${of} | ${word(random)} ${word(random)} | ${random.between(1, 9)} days |\n`,
  );
  const listing = Array.from(
    { length: random.between(3, 25) },
    () => `const ${word(random)} = ${word(random)}(${random.between(1, 99)});\n`,
  );
  return [
    `---\nid: ${id('SPEC')}\ntitle: ${word(random)}\nstatus: ${random.pick(['draft', 'active', 'done'])}\n---\n\n# ${id('SPEC')}: ${word(random)} and ${word(random)}\n`,
    prose(random.between(4, 14), random),
    `## User Stories\n\n${stories.join('\n')}`,
    `## Functional Requirements\n\n| ID | What | When |\n| --- | --- | --- |\n${table.join('')}`,
    `## Tasks\n\n${tasks.join('\n')}`,
    `## Notes\n\n\`\`\`ts\n${listing.join('')}\`\`\`\n`,
    prose(random.between(2, 10), random),
  ].join('\n');
}

/** Sections of paragraphs and lists. */
function prose(paragraphs: number, random: Random): string {
  const parts = Array.from({ length: paragraphs }, () => {
    const sentences = Array.from({ length: random.between(2, 5) }, () => sentence(random));
    if (random.chance(0.3)) return `## ${word(random)} ${word(random)}\n\n${sentences.join(' ')}\n`;
    if (random.chance(0.3)) return `${sentences.map((each) => `- **${word(random)}**: ${each}`).join('\n')}\n`;
    return `${sentences.join(' ')}\n`;
  });
  return `${parts.join('\n')}\n`;
}

function sentence(random: Random): string {
  return `The ${word(random)} of every ${word(random)} is kept with its ${word(random)} for ${random.between(2, 90)} days.`;
}
