import { setTimeout } from 'node:timers/promises';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { Reading } from '../../formats/extraction/reading.ts';
import { textOfPin } from '../../editor/hover/pinnedText.ts';
import type { Item } from '../../model/item.ts';
import { Breather } from '../pace/breather.ts';
import { git } from '../git/git.ts';
import { blobContent } from '../files/fileContent.ts';
import { readBlobs } from '../git/revisionFiles.ts';

/** How far back is looked for a text, in versions of its document, and how long, in milliseconds. */
const MOST_VERSIONS = 100;
const PATIENCE = 3000;
/** How long a hover or a menu waits for it, in milliseconds; it is there the next time. */
const SOON = 300;
/** Texts that are kept, those that were not found included. */
const MOST_KEPT = 500;

/** A folder whose documents are looked up. */
export interface SearchedFolder {
  /** Absolute path; undefined while it is not indexed. */
  readonly root: string | undefined;
  /** False where no git may be run. */
  readonly isTrusted: boolean;
  readonly reading: Reading | undefined;
}

/**
 * Finds in git what a stale reference was pinned to. Only in a folder that the user trusts, only among the newest
 * versions of the document, and once for each pin.
 */
export class OldTexts {
  readonly #known = new Map<string, Promise<string | undefined>>();

  /** Undefined where git has no text of that pin, or may not be asked. */
  find({ root, isTrusted, reading }: SearchedFolder, item: Item, pin: string): Promise<string | undefined> {
    if (!isTrusted || root === undefined || !reading) return Promise.resolve(undefined);
    const key = JSON.stringify([root, item.key, pin]);
    let text = this.#known.get(key);
    if (!text) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      text = search(root, reading.extractor, item, pin).catch(() => undefined);
      this.#known.set(key, text);
    }
    return text;
  }

  /** As {@link find}, but undefined too where git does not answer at once, for what is shown while someone waits. */
  async findSoon(folder: SearchedFolder, item: Item, pin: string): Promise<string | undefined> {
    const late = new AbortController();
    const timeout = setTimeout(SOON, undefined, { signal: late.signal, ref: false }).catch(() => undefined);
    const text = await Promise.race([this.find(folder, item, pin), timeout]);
    late.abort();
    return text;
  }
}

async function search(root: string, extractor: Extractor, item: Item, pin: string): Promise<string | undefined> {
  const log = await git(
    root,
    ['log', `--max-count=${MOST_VERSIONS}`, '--format=', '--raw', '--no-abbrev', '--no-renames', '--', `:(literal)${item.path}`],
    { timeout: PATIENCE },
  );
  if (log?.exitCode !== 0) return undefined;
  // `:100644 100644 <blob before> <blob after> M<tab>path`
  const blobs = Array.from(log.output.matchAll(/^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /gmu), ([, before = '', after = '']) => [
    after,
    before,
  ]).flat();
  const signal = AbortSignal.timeout(PATIENCE);
  const breather = new Breather(signal);
  for await (const [, bytes] of readBlobs(
    root,
    blobs.filter((blob) => !/^0+$/u.test(blob)),
    signal,
  )) {
    await breather.pause();
    const content = blobContent(bytes);
    const text = content.kind === 'text' ? textOfPin(item, pin, extractor.extract(item.path, content.text)) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}
