import { readEvidence } from '../../../formats/evidence/readEvidence.ts';
import type { EvidenceFile } from '../../../model/evidence.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { FilePath } from '../../../model/position.ts';
import type { EvidencePlaces } from './evidencePlaces.ts';
import { withoutGzip } from './evidencePlaces.ts';
import { sampleFoldersOf } from './sampleFolders.ts';

/** A file with results of this text, in the place that its glob says: `reportOf('out/junit.xml', text, stat.mtimeMs, places.globOf(path))`. */
export function reportOf(path: FilePath, text: string, time: number, glob: ReturnType<EvidencePlaces['globOf']>): EvidenceFile {
  const read = { ...readEvidence(withoutGzip(path), text, time, glob?.of), path };
  const within = glob?.named === false ? sampleFoldersOf(path).at(-1) : undefined;
  return within === undefined ? read : { ...read, within };
}

/** A file that lies where anything may lie, and is not a report. */
export function nothingIn(path: FilePath, time: number): EvidenceFile {
  return { path, time, results: [], coverage: [], problems: [] };
}

/** Why a file was not read whose size nobody expects of results. */
export const TOO_LARGE = say('it is larger than 32 MB; leave the output of the tests out of it');

/** What a file with results says that was not read: `unreadReport(path, time, TOO_LARGE)`. */
export function unreadReport(path: FilePath, time: number, reason: Message): EvidenceFile {
  const message = say('This file with test results was not read: {0}', reason);
  return {
    path,
    time,
    results: [],
    coverage: [],
    problems: [{ code: 'malformed-evidence', range: FILE_START, message }],
    lost: [reason],
  };
}

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
