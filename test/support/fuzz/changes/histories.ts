import type { Branches } from './branches.ts';
import { OTHERS, OWN, SIDE } from './branches.ts';
import type { Done } from './works.ts';

/** How branches came together: real operations of git, after which it is known what is whose doing. */
export interface History {
  readonly name: string;
  /** What the branch holds before; by default all that it does. */
  readonly committed?: Done;
  readonly make: (branches: Branches) => Outcome;
}

export interface Outcome {
  /** What is done where the branch is compared from. */
  readonly base: Done;
  /** What is done in what is checked out. */
  readonly head: Done;
  /** What `diff` is asked besides `diff main`. */
  readonly asked?: readonly string[];
}

const BOTH: Done = [...OTHERS, ...OWN];
const OWN_BUT_LAST: Done = [0, 1];

/** Every history begins with `main` and `work`, which parted and both went on. */
export const HISTORIES: readonly History[] = [
  { name: 'not merged', make: () => ({ base: [], head: OWN }) },
  { name: 'three dots', make: () => ({ base: [], head: OWN, asked: ['main...work'] }) },
  {
    name: 'merge of main',
    make(branches) {
      merge(branches, 'main', BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'merge of main, step by step',
    make(branches) {
      merge(branches, 'main~1', [3, ...OWN]);
      merge(branches, 'main', BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'merge of main, and more work',
    committed: OWN_BUT_LAST,
    make(branches) {
      merge(branches, 'main', [...OTHERS, ...OWN_BUT_LAST]);
      branches.commit(BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'merge of main that is not committed yet',
    make(branches) {
      branches.join(['merge', '-q', '--no-ff', '--no-commit', 'main'], () => BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'rebase',
    make(branches) {
      branches.join(['rebase', '-q', 'main'], (step) => [...OTHERS, ...OWN.slice(0, step)]);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'rebase onto a part of main',
    make(branches) {
      branches.join(['rebase', '-q', 'main~1'], (step) => [3, ...OWN.slice(0, step)]);
      return { base: [3], head: [3, ...OWN] };
    },
  },
  {
    name: 'rebase of a branch that merged main',
    make(branches) {
      merge(branches, 'main', BOTH);
      branches.join(['rebase', '-q', 'main'], (step) => [...OTHERS, ...OWN.slice(0, step)]);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'all in one commit',
    make(branches) {
      branches.git('reset', '-q', '--soft', 'work~3');
      branches.git('commit', '-q', '--allow-empty', '-m', 'all');
      return { base: [], head: OWN };
    },
  },
  {
    name: 'amended',
    committed: OWN_BUT_LAST,
    make(branches) {
      branches.write(OWN);
      branches.git('add', '-A');
      branches.git('commit', '-q', '--allow-empty', '--amend', '--no-edit');
      return { base: [], head: OWN };
    },
  },
  {
    name: 'revert of the last commit',
    make(branches) {
      revert(branches, 'HEAD', OWN_BUT_LAST);
      return { base: [], head: OWN_BUT_LAST };
    },
  },
  {
    name: 'revert of the first commit',
    make(branches) {
      revert(branches, 'HEAD~2', [1, 2]);
      return { base: [], head: [1, 2] };
    },
  },
  {
    name: 'revert of all',
    make(branches) {
      revert(branches, 'work', OWN_BUT_LAST);
      revert(branches, 'HEAD~2', [0]);
      revert(branches, 'HEAD~4', []);
      return { base: [], head: [] };
    },
  },
  {
    name: 'revert of a revert',
    make(branches) {
      revert(branches, 'HEAD~1', [0, 2]);
      revert(branches, 'HEAD', OWN);
      return { base: [], head: OWN };
    },
  },
  {
    name: 'revert after a merge of main',
    make(branches) {
      merge(branches, 'main', BOTH);
      revert(branches, 'HEAD~1', [...OTHERS, ...OWN_BUT_LAST]);
      return { base: OTHERS, head: [...OTHERS, ...OWN_BUT_LAST] };
    },
  },
  {
    name: 'reset to before',
    make(branches) {
      branches.git('reset', '-q', '--hard', 'HEAD~1');
      return { base: [], head: OWN_BUT_LAST };
    },
  },
  {
    name: 'cherry-pick of what others try',
    make(branches) {
      pick(branches, 'side', [...OWN, ...SIDE]);
      return { base: [], head: [...OWN, ...SIDE] };
    },
  },
  {
    name: 'cherry-pick to main, not merged back',
    make(branches) {
      onMain(branches, () => pick(branches, 'work~1', [...OTHERS, 1]));
      return { base: [], head: OWN };
    },
  },
  {
    name: 'cherry-pick to main, merged back',
    make(branches) {
      onMain(branches, () => pick(branches, 'work~1', [...OTHERS, 1]));
      merge(branches, 'main', BOTH);
      return { base: [...OTHERS, 1], head: BOTH };
    },
  },
  {
    name: 'cherry-pick of a commit of main',
    make(branches) {
      pick(branches, 'main~1', [3, ...OWN]);
      merge(branches, 'main', BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'commits in another order',
    make(branches) {
      branches.git('checkout', '-q', '-B', 'again', 'main');
      pick(branches, 'work', [...OTHERS, 2]);
      pick(branches, 'work~1', [...OTHERS, 1, 2]);
      pick(branches, 'work~2', BOTH);
      return { base: OTHERS, head: BOTH };
    },
  },
  {
    name: 'merged into main',
    make(branches) {
      onMain(branches, () => merge(branches, 'work', BOTH));
      return { base: OWN, head: OWN };
    },
  },
  {
    name: 'merged into main, and main is merged',
    make(branches) {
      onMain(branches, () => merge(branches, 'work', BOTH));
      branches.git('merge', '-q', '--ff-only', 'main');
      return { base: BOTH, head: BOTH };
    },
  },
  {
    name: 'squashed into main, and main is merged',
    make(branches) {
      onMain(branches, () => {
        branches.join(['merge', '-q', '--squash', 'work'], () => BOTH);
        branches.commit(BOTH);
      });
      merge(branches, 'main', BOTH);
      return { base: BOTH, head: BOTH };
    },
  },
  {
    name: 'merged into main, and reverted there',
    make(branches) {
      onMain(branches, () => {
        merge(branches, 'work', BOTH);
        branches.join(['revert', '--no-edit', '-m', '1', 'HEAD'], () => OTHERS);
      });
      return { base: OWN, head: OWN };
    },
  },
  {
    name: 'merge of another branch',
    make(branches) {
      merge(branches, 'side', [...OWN, ...SIDE]);
      return { base: [], head: [...OWN, ...SIDE] };
    },
  },
  {
    name: 'merge of another branch and of main',
    make(branches) {
      merge(branches, 'side', [...OWN, ...SIDE]);
      merge(branches, 'main', [...BOTH, ...SIDE]);
      return { base: OTHERS, head: [...BOTH, ...SIDE] };
    },
  },
  {
    name: 'left uncommitted',
    committed: OWN_BUT_LAST,
    make(branches) {
      branches.write(OWN);
      return { base: [], head: OWN };
    },
  },
  {
    name: 'left uncommitted, in the index',
    committed: OWN_BUT_LAST,
    make(branches) {
      branches.write(OWN);
      branches.git('add', '-A');
      return { base: [], head: OWN, asked: ['main', '--staged'] };
    },
  },
  {
    name: 'put aside',
    committed: OWN_BUT_LAST,
    make(branches) {
      branches.write(OWN);
      branches.repository.write('note.txt', 'so that there is something to put aside');
      branches.git('stash', '-q', '-u');
      return { base: [], head: OWN_BUT_LAST };
    },
  },
  {
    name: 'detached',
    make(branches) {
      branches.git('checkout', '-q', '--detach', 'HEAD~1');
      return { base: [], head: OWN_BUT_LAST };
    },
  },
];

function merge(branches: Branches, name: string, comesTo: Done): void {
  branches.join(['merge', '-q', '--no-ff', '--no-edit', name], () => comesTo);
}

function revert(branches: Branches, commit: string, comesTo: Done): void {
  branches.join(['revert', '--no-edit', commit], () => comesTo);
}

function pick(branches: Branches, commit: string, comesTo: Done): void {
  branches.join(['cherry-pick', '--allow-empty', '--keep-redundant-commits', commit], () => comesTo);
}

function onMain(branches: Branches, work: () => void): void {
  branches.git('checkout', '-q', 'main');
  work();
  branches.git('checkout', '-q', 'work');
}
