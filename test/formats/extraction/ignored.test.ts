import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { NO_PAGES } from '../../../scripts/notation/addNotation.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { splitLines } from '../../../src/text/lines.ts';
import { examplesOf, factsOfExample } from '../../support/notations/pages.ts';
import type { PageExample } from '../../support/notations/pages.ts';

const PAGES = new URL('../../../docs/notations/', import.meta.url);
const DATA = /\.(?:json|csv|txt|lobster|oreqm|reqm2|reqif|sdoc|rst|toml|trlc|xlsx|ya?ml)$/u;
const HASH = /\.(?:py|feature)$/u;

/** A comment as a file of this name has it. */
function comment(path: string, words: string): string {
  if (path.endsWith('.md')) return `<!-- ${words} -->`;
  if (HASH.test(path)) return `# ${words}`;
  return path.endsWith('.sql') ? `-- ${words}` : `// ${words}`;
}

/** Lines on which a file says something, each once. */
function saidOn(facts: FileFacts): number[] {
  const ranges = [
    ...facts.requirements.flatMap(({ nameRange, criteria, attributes, covers }) => [
      nameRange,
      ...criteria.flatMap((criterion) => [criterion.nameRange, ...criterion.attributes.map(({ range }) => range)]),
      ...[...attributes, ...covers].map(({ range }) => range),
    ]),
    ...[...facts.annotations, ...(facts.proposals ?? [])].map(({ reference }) => reference.range),
    ...(facts.aliases ?? []).flatMap(({ references }) => references.map(({ range }) => range)),
    ...[facts.waivers, facts.mentions, facts.links, facts.problems].flatMap((list) => list.map(({ range }) => range)),
  ];
  return [...new Set(ranges.map(({ start }) => start.line))].toSorted((a, b) => a - b);
}

function kindsOf({ limits = [] }: FileFacts): string[] {
  return limits.map(({ kind }) => kind);
}

/** An example with a line more, above that of a number. */
function withLine(example: PageExample, line: number, words: string): PageExample {
  const lines = splitLines(example.text);
  return { ...example, text: [...lines.slice(0, line), comment(example.path, words), ...lines.slice(line)].join('\n') };
}

/** True for a line that a comment of several lines goes on in: a mark there speaks of what is behind it. */
function isInComment({ path, text }: PageExample, line: number): boolean {
  const above = splitLines(text).slice(0, line).join('\n');
  if (path.endsWith('.py')) return above.split('"""').length % 2 === 0;
  return path.endsWith('.ts') && above.lastIndexOf('/*') > above.lastIndexOf('*/');
}

/** The first line on which a comment can stand. */
function below(text: string): number {
  const lines = splitLines(text);
  return lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
}

for (const page of readdirSync(PAGES).filter((name) => name.endsWith('.md') && !NO_PAGES.includes(name))) {
  const examples = examplesOf(readFileSync(new URL(page, PAGES), 'utf8').replaceAll('\r\n', '\n')).filter(
    ({ path, text }) => !DATA.test(path) && !text.includes('reqtrace-ignore'),
  );
  describe(`in ${page.replace(/\.md$/u, '')}, a mark that switches reading off`, () => {
    for (const example of examples) {
      const { path, text } = example;
      const told = JSON.stringify(text.slice(0, 40));

      // @verifies RT-1.4/AC20
      it(`leaves nothing of ${path} when it is for the file: ${told}`, () => {
        const facts = factsOfExample(withLine(example, splitLines(text).length, 'reqtrace-ignore-file'), NOTATIONS);
        assert.deepEqual([saidOn(facts), kindsOf(facts)], [[], ['file']]);
      });

      // @verifies RT-1.4/AC20
      it(`leaves nothing of ${path} behind a start: ${told}`, () => {
        const facts = factsOfExample(withLine(example, below(text), 'reqtrace-ignore-start'), NOTATIONS);
        assert.deepEqual([saidOn(facts).filter((line) => line >= below(text)), kindsOf(facts)], [[], ['start']]);
      });

      // @verifies RT-1.4/AC20
      it(`leaves nothing of a line of ${path} below one for it, and is told of only where it does: ${told}`, () => {
        for (const line of saidOn(factsOfExample(example, NOTATIONS)).filter(
          (each) => each >= below(text) && !isInComment(example, each),
        )) {
          const facts = factsOfExample(withLine(example, line, 'reqtrace-ignore-next-line'), NOTATIONS);
          const isTold = kindsOf(facts).includes('next-line');
          assert.equal(isTold && saidOn(facts).includes(line + 1), false, `line ${line + 1}`);
        }
      });
    }
  });
}

describe('a mark that switches reading off', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, limits: readonly string[]])[] = [
    ['is none in a fence', 'docs/a.md', '```\n<!-- reqtrace-ignore-file -->\n```\n', []],
    ['is none in a sentence', 'docs/a.md', 'Write reqtrace-ignore-file to switch it off.\n', []],
    ['is none in code of a sentence, behind words', 'docs/a.md', 'Write `<!-- see reqtrace-ignore-file -->`.\n', []],
    ['is none in a string', 'src/a.ts', 'f("// reqtrace-ignore-file");\n', []],
    ['is none behind other words of a comment', 'src/a.ts', '// The mark reqtrace-ignore-file does it\n', []],
    ['is none in a cell of a table in CSV', 'docs/requirements.csv', 'ID,Requirement\nFR-1,<!-- reqtrace-ignore-file -->\n', []],
    ['is none in JSON', '.taskmaster/tasks/tasks.json', '{"title":\n"<!-- reqtrace-ignore-file -->"}', []],
    ['is one start where two stand', 'src/a.ts', '// reqtrace-ignore-start\n// reqtrace-ignore-start\n', ['start']],
    ['may go over lines', 'openspec/specs/a/spec.md', '<!--\n  reqtrace-ignore-file\n-->\n', ['file']],
    ['may stand in a list', '.kiro/specs/a/tasks.md', '- [ ] 1. Boil\n  <!-- reqtrace-ignore-next-line -->\n', ['next-line']],
    ['may stand where no notation says anything', 'src/a.ts', 'f();\n// reqtrace-ignore-file\n', ['file']],
    ['may stand in a feature', 'features/a.feature', '# reqtrace-ignore-file\nFeature: A\n', ['file']],
  ];
  for (const [what, path, text, limits] of cases)
    it(what, () => assert.deepEqual(kindsOf(factsOfExample({ path, text, read: '' }, NOTATIONS)), limits));
});
