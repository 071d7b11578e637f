import { say } from '../../../model/message.ts';
import type { Moment } from '../../../query/history.ts';
import type { FilePath } from '../../../model/position.ts';
import { git } from '../../git/git.ts';
import { treeOf } from '../../git/revisionFiles.ts';
import type { TreeFile } from '../../git/revisionFiles.ts';
import { UserError } from '../../userError.ts';

/** What one moment has that the one before had not. */
export interface Step {
  readonly moment: Moment;
  /** Undefined for a file that is gone. */
  readonly changes: ReadonlyMap<FilePath, TreeFile | undefined>;
}

/** Steps in order, and folders that were other repositories at any time. */
export interface Steps {
  readonly steps: readonly Step[];
  readonly submodules: ReadonlySet<FilePath>;
}

const SUBMODULE = '160000';
const LINK = '120000';
const GONE = '000000';

/**
 * Lists the files of the first moment and, from one to the next, those that differ.
 *
 * @throws UserError when git cannot tell.
 */
export async function stepsOf(folder: string, moments: readonly Moment[]): Promise<Steps> {
  const steps: Step[] = [];
  const submodules = new Set<FilePath>();
  for (const [at, moment] of moments.entries()) {
    const before = moments[at - 1];
    if (before) steps.push({ moment, changes: await changesBetween(folder, before.commit, moment.commit, submodules) });
    else {
      const tree = await treeOf(folder, moment.commit);
      for (const path of tree.submodules) submodules.add(path);
      steps.push({ moment, changes: tree.files });
    }
  }
  return { steps, submodules };
}

async function changesBetween(
  folder: string,
  from: string,
  to: string,
  submodules: Set<FilePath>,
): Promise<Map<FilePath, TreeFile | undefined>> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--relative', from, to];
  const answer = await git(folder, args, { timeout: 300_000 });
  if (answer?.exitCode !== 0) throw new UserError(say('git could not compare: "git {0}" failed in {1}', args.join(' '), folder));
  const changes = new Map<FilePath, TreeFile | undefined>();
  const fields = answer.output.split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const { mode, blob } = /^:\d+ (?<mode>\d+) [0-9a-f]+ (?<blob>[0-9a-f]+) /u.exec(fields[at] ?? '')?.groups ?? {};
    const path = fields[at + 1] ?? '';
    if (mode === undefined || blob === undefined) continue;
    if (mode === SUBMODULE) submodules.add(path);
    changes.set(path, mode === GONE || mode === SUBMODULE ? undefined : { blob, regular: mode !== LINK });
  }
  return changes;
}
