import type { FileChange } from '../../../index/view.ts';
import type { FileFacts } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import type { PlannedStep, ReadWatch, Use } from './plan.ts';
import { blobContent, readBlobs } from '../../git/revisionFiles.ts';
import { mayBePassedOver } from '../revisionIndex.ts';
import { definedPrefixes } from '../../scan/definedPrefixes.ts';

/** Facts of all uses, by their keys; none of files that say nothing. */
export type FactsByUse = ReadonlyMap<string, FileFacts>;

/**
 * Reads what the steps need, each content once. Documents come first: code that was there before there was anything to trace
 * to is not read, and neither in full what can only speak of other ids.
 *
 * @throws UserError when a content is missing.
 */
export async function readFacts(folder: string, steps: readonly PlannedStep[], { onRead, onProgress }: ReadWatch): Promise<FactsByUse> {
  const uses = usesByBlob(steps);
  const facts = new Map<string, FileFacts>();
  const read = async (blobs: readonly string[], known?: ReadonlySet<string>): Promise<void> => {
    let done = 0;
    for await (const [blob, bytes] of readBlobs(folder, blobs)) {
      onRead?.(blob);
      onProgress?.((done += 1), blobs.length);
      for (const use of uses.get(blob)?.values() ?? []) {
        const its = factsOf(use, bytes, known);
        if (its) facts.set(use.key, its);
      }
      uses.delete(blob);
    }
  };
  await read(Array.from(uses).flatMap(([blob, its]) => (Array.from(its.values()).some(isDocument) ? [blob] : [])));
  const known = prefixesOf(steps, facts);
  await read(
    [...needed(steps, facts)].filter((blob) => uses.has(blob)),
    known,
  );
  return facts;
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

/** @param known where given, code that speaks of other ids only says nothing. */
function factsOf(
  { path, role, extractor }: Use,
  bytes: Uint8Array | undefined,
  known: ReadonlySet<string> | undefined,
): FileFacts | undefined {
  if (known && bytes && (role === 'code' || role === 'test') && mayBePassedOver(path, bytes, role, extractor, known)) return undefined;
  const content = blobContent(bytes);
  return content.kind === 'text' ? extractor.extract(path, content.text) : undefined;
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
