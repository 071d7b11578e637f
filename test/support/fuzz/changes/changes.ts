import type { ListName } from '../../../../src/query/diff/difference.ts';
import type { Random } from '../../index/random.ts';
import type { Code, Part, Project, Requirement } from './project.ts';
import { randomBody, randomText } from './project.ts';

/** Where a change may be made: a criterion that nothing was done to yet. */
export interface Place {
  readonly random: Random;
  readonly project: Project;
  readonly requirement: Requirement;
  readonly part: Part;
  /** Others of the requirement that nothing was done to. */
  readonly free: readonly Part[];
}

/** What a reviewer should be told, by criterion; one that is in no list is `undefined`. */
export type Expected = readonly (readonly [part: Part, list: ListName | undefined])[];

/** A change whose meaning is known; undefined where it cannot be made there. */
export interface Change {
  readonly name: string;
  readonly make: (place: Place) => Expected | undefined;
}

const isLinked = ({ code, tests }: Part): boolean => code !== undefined || tests.length > 0;
const isMet = ({ code, tests }: Part): boolean => code !== undefined && tests.length > 0;

/** All kinds of change. */
export const CHANGES: readonly Change[] = [
  {
    name: 'reword',
    make({ random, part }) {
      reword(random, part);
      return [[part, reworded(part, isLinked(part) ? 'suspect' : 'reworded')]];
    },
  },
  {
    name: 'reword, and the code follows',
    make({ random, part }) {
      if (!part.code) return undefined;
      reword(random, part);
      edit(random, part.code);
      // Its tests show the old text.
      return [[part, reworded(part, part.tests.length ? 'suspect' : 'touched')]];
    },
  },
  {
    name: 'reword, and code and tests follow',
    make({ random, part }) {
      if (!part.code || !part.tests[0]) return undefined;
      reword(random, part);
      edit(random, part.code);
      edit(random, part.tests[0]);
      return [[part, reworded(part, 'touched')]];
    },
  },
  { name: 'change the code', make: ({ random, part }) => (part.code ? (edit(random, part.code), [[part, 'touched']]) : undefined) },
  { name: 'change a test', make: ({ random, part }) => (part.tests[0] ? (edit(random, part.tests[0]), [[part, 'touched']]) : undefined) },
  { name: 'reformat the code', make: ({ part }) => (part.code ? (reformat(part.code), [[part, undefined]]) : undefined) },
  { name: 'reformat a test', make: ({ part }) => (part.tests[0] ? (reformat(part.tests[0]), [[part, undefined]]) : undefined) },
  {
    name: 'comment the code',
    make: ({ part }) => (part.code ? (part.code.body.push('// for the reader'), [[part, undefined]]) : undefined),
  },
  {
    name: 'reword, and a comment in the code',
    make({ random, part }) {
      if (!part.code) return undefined;
      reword(random, part);
      part.code.body.unshift('// for the reader');
      return [[part, reworded(part, 'suspect')]];
    },
  },
  {
    name: 'rename the function',
    make({ part }) {
      if (!part.code) return undefined;
      part.code.name = `${part.code.name}Renamed`;
      return [[part, 'touched']];
    },
  },
  {
    name: 'renumber, with its references',
    make({ requirement, part }) {
      part.number = Math.max(...requirement.parts.map(({ number }) => number)) + 7;
      return [[part, 'renumbered']];
    },
  },
  {
    name: 'swap two texts',
    make({ part, free }) {
      const other = free.find((each) => !isPinned(each));
      if (!other || isPinned(part)) return undefined;
      const wereLinked = new Map([
        [part, isLinked(other)],
        [other, isLinked(part)],
      ]);
      [part.words, other.words] = [other.words, part.words];
      // What points at a number was written for the other text; a text that nothing points at any more has lost what it had.
      const unlinkedList = (each: Part): ListName => (wereLinked.get(each) ? 'broken' : 'renumbered');
      return [part, other].map((each) => [each, isLinked(each) ? 'suspect' : unlinkedList(each)] as const);
    },
  },
  {
    name: 'reorder',
    make({ requirement, part, free }) {
      const [other] = free;
      if (!other) return undefined;
      const [one, two] = [requirement.parts.indexOf(part), requirement.parts.indexOf(other)];
      [requirement.parts[one], requirement.parts[two]] = [other, part];
      return [
        [part, undefined],
        [other, undefined],
      ];
    },
  },
  {
    name: 'split',
    make({ random, requirement, part }) {
      if (isPinned(part)) return undefined;
      const words = [...part.words];
      part.words = words.slice(0, 8);
      const added = unlinked(requirement, [...words.slice(8), ...randomText(random, 5)]);
      requirement.parts.push(added);
      return [
        [part, isLinked(part) ? 'suspect' : 'reworded'],
        [added, 'added'],
      ];
    },
  },
  {
    name: 'add a criterion',
    make({ random, requirement }) {
      const added = unlinked(requirement, randomText(random));
      requirement.parts.push(added);
      return [[added, 'added']];
    },
  },
  {
    name: 'add a criterion with code and test',
    make({ random, requirement }) {
      const added = unlinked(requirement, randomText(random));
      requirement.parts.push({ ...added, code: fresh(random), tests: [fresh(random)] });
      return [[requirement.parts.at(-1) ?? added, 'met']];
    },
  },
  {
    name: 'meet',
    make({ random, part }) {
      if (isMet(part)) return undefined;
      part.code ??= fresh(random);
      if (!part.tests.length) part.tests.push(fresh(random));
      return [[part, 'met']];
    },
  },
  {
    name: 'delete the only test',
    make({ part }) {
      if (!isMet(part) || part.tests.length !== 1) return undefined;
      part.tests = [];
      return [[part, 'broken']];
    },
  },
  {
    name: 'delete one of two tests',
    make({ part }) {
      if (part.tests.length !== 2) return undefined;
      part.tests.pop();
      return [[part, 'broken']];
    },
  },
  {
    name: 'delete the code',
    make({ part }) {
      if (!part.code) return undefined;
      part.code = undefined;
      return [[part, 'broken']];
    },
  },
  { name: 'switch a test off', make: ({ part }) => (part.tests[0] ? ((part.tests[0].form = '.skip'), [[part, 'broken']]) : undefined) },
  {
    name: 'remove, with its references',
    make({ requirement, part }) {
      requirement.parts.splice(requirement.parts.indexOf(part), 1);
      return [[part, 'removed']];
    },
  },
  {
    name: 'weaken a pin',
    make({ random, part }) {
      if (!isPinned(part)) return undefined;
      reword(random, part);
      for (const code of linksOf(part)) code.pin = '';
      return [[part, 'suspect']];
    },
  },
  {
    name: 'drop a pin',
    make({ part }) {
      if (!isPinned(part)) return undefined;
      for (const code of linksOf(part)) code.pin = '';
      return [[part, undefined]];
    },
  },
  {
    name: 'move the requirement to another document',
    make({ requirement, part, free }) {
      if (free.length + 1 !== requirement.parts.length) return undefined;
      requirement.document = 'docs/c.md';
      return [part, ...free].map((each) => [each, 'renumbered'] as const);
    },
  },
  {
    name: 'move the code to another folder',
    make({ project, part }) {
      project.folder = 'lib';
      return [[part, undefined]];
    },
  },
  { name: 'defer', make: ({ part }) => ((part.exempt = true), [[part, 'waived']]) },
];

/** A pin holds the old text, so that its link is stale. */
function reworded(part: Part, list: ListName): ListName {
  return isPinned(part) ? 'broken' : list;
}

function linksOf({ code, tests }: Part): readonly Code[] {
  return [...(code ? [code] : []), ...tests];
}

function isPinned(part: Part): boolean {
  return linksOf(part).some(({ pin }) => pin !== '');
}

function reword(random: Random, part: Part): void {
  part.words = part.words.with(random.below(part.words.length), `other${random.below(90)}`);
}

function edit(random: Random, code: Code): void {
  code.body.splice(random.below(code.body.length + 1), 0, `call${random.below(900) + 100}(${random.below(99)});`);
}

function reformat(code: Code): void {
  code.body = code.body.flatMap((line) => ['', `    ${line.replace(' = ', '  =   ')}`]);
}

function unlinked(requirement: Requirement, words: string[]): Part {
  const number = Math.max(0, ...requirement.parts.map((part) => part.number)) + 20;
  return { number, words, exempt: false, code: undefined, tests: [] };
}

function fresh(random: Random): Code {
  return { name: `fresh${random.below(1_000_000)}`, body: randomBody(random), form: '', pin: '' };
}
