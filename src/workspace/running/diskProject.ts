import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import type { FilePath } from '../../model/position.ts';
import type { KnownProject } from '../../query/running/project/knownProject.ts';
import { toSystemPath } from '../files/filePaths.ts';
import { readFile } from '../files/readFile.ts';

/** Settings and files of tests are smaller, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * A folder on the disk as plans of test runs ask for it.
 *
 * @param results an existing folder outside of it for what runners write.
 */
export function diskProject(root: string, results: string): KnownProject {
  const texts = new Map<FilePath, string | undefined>();
  let files = 0;
  let major: number | undefined;
  return {
    root,
    windows: process.platform === 'win32',
    text(path) {
      if (!texts.has(path)) texts.set(path, textAt(toSystemPath(root, path)));
      return texts.get(path);
    },
    has: (path) => existsSync(toSystemPath(root, path)),
    get nodeMajor() {
      return (major ??= nodeMajor());
    },
    resultFile: (ending) => nodePath.join(results, `reqtrace-results-${(files += 1)}${ending}`),
  };
}

function textAt(file: string): string | undefined {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) > LARGEST) return undefined;
  const content = readFile(file);
  return content.kind === 'text' ? content.text : undefined;
}

/** The version of the `node` that is found where commands are, which need not be the one that runs this. */
function nodeMajor(): number {
  const { stdout } = spawnSync('node', ['--version'], { encoding: 'utf8', windowsHide: true });
  return Number.parseInt(/^v(\d+)\./u.exec(stdout ?? '')?.[1] ?? '', 10) || Number.parseInt(process.versions.node, 10);
}
