import type { Extractor } from '../../../formats/extraction/extract.ts';
import type { FileChange } from '../../../index/view.ts';
import type { FileFacts } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import type { PlannedStep, ReadWatch, Use } from './plan.ts';
import { BlobFacts } from '../../cache/blobFacts.ts';
import { factFolder } from '../../cache/cacheFolder.ts';
import { readBlobs } from '../../git/revisionFiles.ts';
import { latin1OfBuffer } from '../revisionIndex.ts';
import { scanBlob } from '../scanBlob.ts';
import type { Scanned } from '../../scan/scanned.ts';
import { definedPrefixes } from '../../scan/definedPrefixes.ts';

/** Facts of all uses, by their keys; none of files that say nothing. */
export type FactsByUse = ReadonlyMap<string, FileFacts>;

/**
 * Reads what the steps need, each content once. Documents come first: code that was there before there was anything to trace
 * to is not read, and neither in full what can only speak of other ids.
 *
 * @throws UserError when a content is missing.
 */
export async function readFacts(
  folder: string,
  steps: readonly PlannedStep[],
  { onRead, onProgress, cacheFolder }: ReadWatch,
): Promise<FactsByUse> {
  const uses = usesByBlob(steps);
  const facts = new Map<string, FileFacts>();
  const kept = new KeptFacts(folder, cacheFolder);
  const take = ({ key }: Use, scanned: Scanned): void => {
    if (scanned.kind === 'facts') facts.set(key, scanned.facts);
  };
  const read = async (blobs: readonly string[], known?: ReadonlySet<string>): Promise<void> => {
    const missing = new Map<string, Use[]>();
    for (const blob of blobs) {
      for (const use of uses.get(blob)?.values() ?? []) {
        const scanned = kept.of(use.extractor)?.get(use.path, blob, use.role, known);
        if (scanned) take(use, scanned);
        else missing.set(blob, [...(missing.get(blob) ?? []), use]);
      }
      uses.delete(blob);
    }
    let done = 0;
    for await (const [blob, bytes] of readBlobs(folder, missing.keys())) {
      onRead?.(blob);
      onProgress?.((done += 1), missing.size);
      for (const use of missing.get(blob) ?? []) {
        const scanned = scanBlob({ ...use, bytes, latin1: latin1OfBuffer }, use.extractor, known);
        kept.of(use.extractor)?.set(use.path, blob, scanned);
        take(use, scanned);
      }
    }
  };
  await read(Array.from(uses).flatMap(([blob, its]) => (Array.from(its.values()).some(isDocument) ? [blob] : [])));
  const known = prefixesOf(steps, facts);
  await read(
    [...needed(steps, facts)].filter((blob) => uses.has(blob)),
    known,
  );
  kept.save();
  return facts;
}

/** What was kept of earlier histories and differences, under each configuration of its own. */
class KeptFacts {
  readonly #folder: string;
  readonly #cacheFolder: string | undefined;
  readonly #byExtractor = new Map<Extractor, BlobFacts>();

  constructor(folder: string, cacheFolder: string | undefined) {
    this.#folder = folder;
    this.#cacheFolder = cacheFolder;
  }

  of(extractor: Extractor): BlobFacts | undefined {
    if (this.#cacheFolder === undefined) return undefined;
    const known = this.#byExtractor.get(extractor);
    if (known) return known;
    const facts = new BlobFacts(factFolder(this.#cacheFolder, this.#folder, extractor.configuration));
    this.#byExtractor.set(extractor, facts);
    return facts;
  }

  save(): void {
    for (const facts of this.#byExtractor.values()) facts.save();
  }
}

function usesByBlob(steps: readonly PlannedStep[]): Map<string, Map<string, Use>> {
  const byBlob = new Map<string, Map<string, Use>>();
  for (const use of steps.flatMap(({ uses }) => [...uses.values()])) {
    if (!use) continue;
    const known = byBlob.get(use.blob);
    if (known) known.set(use.key, use);
    else byBlob.set(use.blob, new Map([[use.key, use]]));
  }
  return byBlob;
}

/** Prefixes of the ids that requirements had at any time. */
function prefixesOf(steps: readonly PlannedStep[], facts: FactsByUse): Set<string> {
  const prefixes = new Set<string>();
  for (const { ids, uses } of steps) {
    const documents = Array.from(uses.values(), (use): FileChange => ({ path: use?.path ?? '', facts: use && facts.get(use.key) }));
    for (const prefix of definedPrefixes(documents, ids)) prefixes.add(prefix);
  }
  return prefixes;
}

/** Contents other than documents, of moments at which there was a requirement. */
function needed(steps: readonly PlannedStep[], facts: FactsByUse): Set<string> {
  const blobs = new Set<string>();
  const waiting = new Map<FilePath, string>();
  const defining = new Set<FilePath>();
  for (const { uses } of steps) {
    for (const [path, use] of uses) {
      if (use && !isDocument(use)) waiting.set(path, use.blob);
      else waiting.delete(path);
      if (use && facts.get(use.key)?.requirements.length) defining.add(path);
      else defining.delete(path);
    }
    if (!defining.size) continue;
    for (const blob of waiting.values()) blobs.add(blob);
    waiting.clear();
  }
  return blobs;
}

function isDocument({ role }: Use): boolean {
  return role === 'document';
}
