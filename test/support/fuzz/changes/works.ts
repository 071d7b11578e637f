import type { Files } from '../../diffStates.ts';
import { Random } from '../../index/random.ts';
import type { Expected } from './changes.ts';
import { change, expectedLines, pinSome } from './making.ts';
import type { Part, Project, Requirement } from './project.ts';
import { filesOf, randomProject } from './project.ts';

/** Work on one requirement: one or two changes of known meaning. Whatever else is done, it can be done or not. */
interface Work {
  readonly before: Requirement;
  readonly after: Requirement;
  /** It moved the folder of the code. */
  readonly moves: boolean;
  readonly names: readonly string[];
  readonly expected: Expected;
}

/** Numbers of works. */
export type Done = readonly number[];

/** A made-up project, and works on it that can be combined at will, as commits of branches are. */
export class Works {
  readonly random: Random;
  readonly #works: readonly Work[];

  /** @param count so many works, the first of which is number 0. */
  constructor(seed: number, count: number) {
    this.random = new Random(seed);
    const project = randomProject(this.random, count);
    pinSome(project, this.random);
    this.#works = project.requirements.map((requirement) => this.#work(requirement));
  }

  #work(requirement: Requirement): Work {
    const before = structuredClone(requirement);
    const part: Project = { requirements: [requirement], folder: 'src' };
    const used = new Set<Part>();
    const made = Array.from({ length: this.random.below(2) + 1 }, () => change(this.random, part, used)).filter(
      (each) => each !== undefined,
    );
    return {
      before,
      after: requirement,
      moves: part.folder !== 'src',
      names: made.map(({ name }) => name),
      expected: made.flatMap(({ expected }) => expected),
    };
  }

  names(done: Done): string[] {
    return done.flatMap((at) => this.#works[at]?.names ?? []);
  }

  /** All files once these works are done, and no other. */
  files(done: Done): Files {
    return filesOf(this.#project(done));
  }

  /** What is to be told of a branch that did what is done here and was not done in what it is compared with. */
  expected(base: Done, head: Done): string[] {
    const own = head.filter((at) => !base.includes(at));
    return expectedLines(
      own.flatMap((at) => this.#works[at]?.expected ?? []),
      this.#project(base),
      this.#project(head),
    );
  }

  #project(done: Done): Project {
    return {
      requirements: this.#works.map(({ before, after }, at) => (done.includes(at) ? after : before)),
      folder: done.some((at) => this.#works[at]?.moves) ? 'lib' : 'src',
    };
  }
}
