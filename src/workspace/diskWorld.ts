import { factFolder } from './cache/cacheFolder.ts';
import { FolderMemory } from './cache/folderMemory.ts';
import { toFilePath } from './files/filePaths.ts';
import { ignoresCase } from './files/letterCase.ts';
import { countTracked } from './git/countTracked.ts';
import { untrackedFiles } from './git/untrackedFiles.ts';
import type { ProjectOptions } from './project.ts';
import { ProjectEvidence } from './projectEvidence.ts';
import { Scanner } from './scan/scanner.ts';
import type { World } from './world.ts';

/** A folder on the disk of this machine: `diskWorld('/home/me/shop', { trusted: false })`. */
export function diskWorld(root: string, { cacheFolder, evidence = [], openTexts, trusted = true }: ProjectOptions): World {
  return {
    ignoresCase: ignoresCase(root),
    inside: (path) => toFilePath(root, path),
    equip: (extractor) => {
      const folder = cacheFolder === undefined ? undefined : factFolder(cacheFolder, root, extractor.configuration);
      return {
        // No editor waits for this thread where there are no texts of any.
        scan: new Scanner(root, extractor, folder, openTexts === undefined),
        memory: folder === undefined || !trusted ? undefined : new FolderMemory(root, folder),
      };
    },
    results: (index, source) => new ProjectEvidence(root, trusted, index, evidence, source),
    untracked: (signal) => (trusted ? untrackedFiles(root, signal && { signal }) : undefined),
    expectedFiles: () => countTracked(root) ?? Infinity,
  };
}
