import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../../diffStates.ts';
import { Repository } from '../../repository.ts';
import type { Done, Works } from './works.ts';

/** What the branch `work` does, one commit each; the last ones may be left for later. */
export const OWN: Done = [0, 1, 2];
/** What others do on `main`. */
export const OTHERS: Done = [3, 4];
/** What is done on the branch `side`. */
export const SIDE: Done = [5];

const EDITOR = { GIT_EDITOR: 'true', GIT_SEQUENCE_EDITOR: 'true' };
/** All that a made-up project may have. */
const FOLDERS = ['docs', 'src', 'lib', 'test'];

/** A repository with the branches `main`, `work` (checked out) and `side`, which part in one commit; what is done in each is known. */
export class Branches {
  readonly repository = new Repository();
  readonly #works: Works;

  /** @param committed what the branch `work` holds so far. */
  constructor(works: Works, committed: Done = OWN) {
    this.#works = works;
    this.#import([
      ['main', [[], ...prefixes(OTHERS)]],
      ['work', prefixes(committed)],
      ['side', prefixes(SIDE)],
    ]);
    this.git('checkout', '-q', '-f', 'work');
  }

  /** One git for all commits: the first branch begins, the others go on from its first commit. */
  #import(branches: readonly (readonly [name: string, states: readonly Done[]])[]): void {
    let at = 0;
    const commits = branches.flatMap(([name, states]) =>
      states.map((done, nth) => {
        at += 1;
        const parent = nth === 0 ? 1 : at - 1;
        const from = at === 1 ? '' : `from :${parent}\n`;
        return `commit refs/heads/${name}\nmark :${at}\ncommitter T <t@localhost> ${1_780_000_000 + at} +0000\ndata 1\nc\n${from}${treeOf(this.#works.files(done))}`;
      }),
    );
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.repository.path, input: `${commits.join('\n')}\ndone\n`, stdio: 'pipe' });
  }

  git(...args: readonly string[]): void {
    this.repository.git(args, '', EDITOR);
  }

  /** Writes the files of a state. */
  write(done: Done): void {
    for (const folder of FOLDERS) rmSync(this.repository.at(folder), { recursive: true, force: true });
    for (const [file, text] of Object.entries(this.#works.files(done))) this.repository.write(file, text);
  }

  /** Commits on the branch that is checked out. */
  commit(done: Done): void {
    this.write(done);
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'c');
  }

  /**
   * Has git put branches or commits together: `merge`, `cherry-pick`, `revert`, `rebase`. Where it cannot, what comes of it is written by hand, as by
   * whoever resolves a conflict.
   *
   * @param comesTo what is done then, by the number of commits that were put on top by then.
   */
  join(args: readonly string[], comesTo: (step: number) => Done): void {
    const [command = ''] = args;
    if (this.#attempt(args)) return;
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const step = this.#rebaseStep();
      if (command === 'rebase' && step === undefined) return;
      this.write(comesTo(step ?? 1));
      this.git('add', '-A');
      const went =
        command === 'rebase' ? this.#attempt(['rebase', '--continue']) : this.#attempt(['commit', '-q', '--allow-empty', '--no-edit']);
      if (went) return;
      // What was put on top came to nothing.
      if (command === 'rebase' && this.#attempt(['rebase', '--skip'])) return;
    }
    throw new Error(`git ${args.join(' ')}: still unmerged`);
  }

  #attempt(args: readonly string[]): boolean {
    try {
      this.git(...args);
      return true;
    } catch {
      return false;
    }
  }

  #rebaseStep(): number | undefined {
    const file = path.join(this.repository.path, '.git/rebase-merge/msgnum');
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  }

  /** What lies on the disk otherwise than it should once these works are done. */
  strays(done: Done): string[] {
    const wanted = this.#works.files(done);
    const names = this.repository.ask('ls-files', '-co', '--exclude-standard').split('\n').filter(Boolean);
    return [...new Set([...names, ...Object.keys(wanted)])].filter((name) => {
      const file = this.repository.at(name);
      return (existsSync(file) ? readFileSync(file, 'utf8') : undefined) !== wanted[name];
    });
  }

  delete(): void {
    this.repository.delete();
  }
}

function prefixes(done: Done): Done[] {
  return done.map((_, at) => done.slice(0, at + 1));
}

function treeOf(files: Files): string {
  const entries = Object.entries(files).map(([file, text]) => `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  return `deleteall\n${entries.join('')}`;
}
