import type { EvidenceFile } from '../model/evidence.ts';
import type { FileRole } from '../model/facts.ts';
import type { WrittenGlob } from '../model/writtenGlob.ts';
import type { FilePath } from '../model/position.ts';
import { GlobSet } from '../text/patterns/globSet.ts';

/**
 * Globs of reqtrace.yaml that match nothing: those of documents and tests match no file that is read, those of evidence no file with results
 * or line coverage. Otherwise nobody would notice a typo, such as `doc/**` for `docs/**`.
 *
 * @param files every file of the folder with its role.
 * @param evidence files with results; undefined where nobody has looked for them, since there is nothing to prove.
 */
export function unmatchedGlobs(
  globs: readonly WrittenGlob[],
  files: ReadonlyMap<FilePath, FileRole>,
  evidence: readonly EvidenceFile[] | undefined,
): WrittenGlob[] {
  return globs.filter(({ key, glob }) => {
    const set = new GlobSet([[glob, true]]);
    if (key === 'evidence.results' || key === 'evidence.coverage') return evidence?.every(({ path }) => !set.last(path)) ?? false;
    for (const [path, role] of files) if (role !== 'other' && set.last(path)) return false;
    return true;
  });
}
