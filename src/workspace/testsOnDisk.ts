import { writtenAt } from './files/codeTimes.ts';
import { toSystemPath } from './files/filePaths.ts';
import { readFile } from './files/readFile.ts';
import type { StoredTests } from './projectTests.ts';

/** Files of tests of a folder on the disk, whatever editors show of them: `new ProjectTests(testsOnDisk('/home/me/shop'), index)`. */
export function testsOnDisk(root: string): StoredTests {
  return {
    version: (path) => writtenAt(root, path),
    text(path) {
      const content = readFile(toSystemPath(root, path));
      return content.kind === 'text' ? content.text : '';
    },
  };
}
