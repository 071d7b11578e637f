import type { EvidenceFile } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { fileName } from '../../../text/paths.ts';
import type { Places } from './places.ts';
import { bareName, plainPath } from './plainPath.ts';
import type { Placed } from './placed.ts';

/** Whether results of a run name no file, so that nothing tells whether they are of the file of one that does. */
const partly = new WeakMap<EvidenceFile, boolean>();

/**
 * True for a failure of which the path leads nowhere and which may be of the file anyway: `/app/test/a.test.js` of a container for `packages/a/test/a.test.js`. It counts for each test
 * that it fits, since nobody knows which one failed; a pass counts for none. Where others of the run name no file, as in the TAP of node --test, which gives the place of failures only, a
 * file of any name may be meant.
 */
export function mayBeAstray(path: FilePath, { result, run }: Placed, places: Places): boolean {
  const { file, outcome } = result;
  if (file === undefined || outcome !== 'failed' || !places.isAstray(run.path, file)) return false;
  return isNamesake(path, file) || namesPartly(run);
}

/** True if a path ends in the name of the file, or of one that it was compiled to. Systems that take capital and small letters, or two ways to write an accent, for the same may write either. */
export function isNamesake(path: FilePath, file: string): boolean {
  return nameIn(plainPath(file).path) === nameIn(path);
}

function nameIn(path: string): string {
  return bareName(fileName(path)).normalize('NFC').toLowerCase();
}

function namesPartly(run: EvidenceFile): boolean {
  let known = partly.get(run);
  if (known === undefined) partly.set(run, (known = run.results.some(({ file, whole }) => file === undefined && whole === undefined)));
  return known;
}
