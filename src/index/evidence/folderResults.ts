import type { EvidenceFile, LinkResult } from '../../model/evidence.ts';
import type { Annotation } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { MultiMap } from '../multiMap.ts';
import type { Places } from './places/places.ts';
import { ResultIndex } from './resultIndex.ts';
import type { Rivals } from './rivals.ts';
import { isNewer } from './times.ts';

/** Results of test runs by the folder that they may speak of: what lies in a folder of samples speaks of tests in there only. */
export class FolderResults {
  readonly #everywhere: ResultIndex;
  readonly #within: ReadonlyMap<FilePath, ResultIndex>;

  constructor(files: readonly EvidenceFile[]) {
    this.#everywhere = new ResultIndex(files.filter(({ within }) => within === undefined));
    const folders = new MultiMap<FilePath, EvidenceFile>();
    for (const file of files) if (file.within !== undefined) folders.add(file.within, file);
    this.#within = new Map([...folders.keys()].map((folder) => [folder, new ResultIndex([...folders.get(folder)])]));
  }

  /** What the newest results say of the test of a `verifies` link; of the same second the failure counts. */
  resultOf(path: FilePath, annotation: Annotation, places: Places, rivals: Rivals): LinkResult | undefined {
    let newest = this.#everywhere.resultOf(path, annotation, places, rivals);
    for (const [folder, results] of this.#within) {
      const result = path.startsWith(`${folder}/`) ? results.resultOf(path, annotation, places, rivals) : undefined;
      if (result && (!newest || isAfter(result, newest))) newest = result;
    }
    return newest;
  }
}

function isAfter(one: LinkResult, other: LinkResult): boolean {
  if (isNewer(one.time, other.time)) return true;
  return !isNewer(other.time, one.time) && one.outcome === 'failed';
}
