import { readlinkSync } from 'node:fs';
import nodePath from 'node:path';
import type { FilePath } from '../../../model/position.ts';
import { toFilePath, toSystemPath } from '../filePaths.ts';

/** The file of the folder that a link names, by what is written in it; undefined for one outside. Nothing that it points at is looked at. */
export function targetOf(root: string, path: FilePath): FilePath | undefined {
  const systemPath = toSystemPath(root, path);
  try {
    return toFilePath(root, nodePath.resolve(nodePath.dirname(systemPath), readlinkSync(systemPath)));
  } catch {
    return undefined;
  }
}
