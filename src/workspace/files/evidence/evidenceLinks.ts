import { readlinkSync } from 'node:fs';
import nodePath from 'node:path';
import type { EvidenceFile } from '../../../model/evidence.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { FilePath } from '../../../model/position.ts';
import { toFilePath, toSystemPath } from '../filePaths.ts';

/** Why nothing is read of a link where results lie. */
const REASON = say('it is a symbolic link, and its target is read only at its own path');

/**
 * What is said of a symbolic link that lies where results lie, `out/junit.xml`. It is not followed, so that nobody knows what it would have said.
 *
 * @param isSure false where its name may be that of anything.
 * @param isCoverage true where line coverage lies.
 */
export function linkedReport(path: FilePath, time: number, isSure: boolean, isCoverage: boolean): EvidenceFile {
  const nothing = { path, time, results: [], coverage: [], problems: [] };
  if (!isSure) return { ...nothing, unread: REASON };
  const message = say('This file with test results was not read: {0}', REASON);
  return {
    ...nothing,
    problems: [{ code: 'malformed-evidence', range: FILE_START, message }],
    lost: [REASON],
    ...(isCoverage && { place: 'coverage' as const }),
  };
}

/** The file of the folder that a link names, by what is written in it; undefined for one outside. Nothing that it points at is looked at. */
export function targetOf(root: string, path: FilePath): FilePath | undefined {
  const systemPath = toSystemPath(root, path);
  try {
    return toFilePath(root, nodePath.resolve(nodePath.dirname(systemPath), readlinkSync(systemPath)));
  } catch {
    return undefined;
  }
}
