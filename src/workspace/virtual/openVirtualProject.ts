import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import { FolderProject } from '../folderProject.ts';
import type { Project, ProjectOptions } from '../project.ts';
import type { World } from '../world.ts';
import type { FolderAccess } from './folderAccess.ts';
import { limited } from './folderAccess.ts';
import type { Keeper } from './virtualFacts.ts';
import { VirtualFacts } from './virtualFacts.ts';
import { VirtualFiles } from './virtualFiles.ts';
import { VirtualResults } from './virtualResults.ts';
import type { ReadShare } from './virtualScan.ts';
import { VirtualScan } from './virtualScan.ts';

/** Folders of GitHub Repositories and Azure Repos: what they show is what a commit has, files that git was told to ignore later included. */
const COMMITTED = /^vscode-vfs:/u;

// @implements RT-8.2/AC1
/**
 * Opens a folder that has no disk, of GitHub or in a browser, and indexes it: no git and no worker threads.
 *
 * @param keeper keeps what contents said until the next start.
 * @param root its URI, by which it is told from others: `vscode-vfs://github/owner/shop`.
 * @throws UserError when it cannot be listed; the signal's reason when it is aborted.
 */
export async function openVirtualProject(root: string, access: FolderAccess, options: ProjectOptions, keeper?: Keeper): Promise<Project> {
  const isCommitted = COMMITTED.test(root);
  const asked = limited(access, !isCommitted);
  const files = new VirtualFiles(asked, isCommitted);
  const share = new Map<'documents' | 'traced', ReadShare>();
  const world: World = {
    ignoresCase: false,
    inside: (path) => (/^\.\.(?:\/|$)/u.test(path) ? undefined : path),
    equip: (extractor) => {
      const facts = keeper && new VirtualFacts(keeper, extractor.configuration);
      return { scan: new VirtualScan(asked, files, extractor, share, facts), memory: undefined };
    },
    results: (index) => new VirtualResults(asked, files, index),
    untracked: () => undefined,
    expectedFiles: () => 0,
    doubt: () => doubtOf([...share.values()], files.isCut),
  };
  const project = new FolderProject(root, files, world, options);
  await project.reload(options.signal);
  return project;
}

// @implements RT-8.2/AC2
/** What a person has to know of a folder that was not read as a whole. */
function doubtOf(shares: readonly ReadShare[], isCut: boolean): Message | undefined {
  const read = shares.reduce((sum, share) => sum + share.read, 0);
  const of = shares.reduce((sum, share) => sum + share.of, 0);
  if (read === of && !isCut) return undefined;
  return say(
    'Read {0} of {1} files, so that more may be met than is shown; open the folder on a disk to have all of them read',
    read,
    isCut ? `> ${of}` : of,
  );
}
