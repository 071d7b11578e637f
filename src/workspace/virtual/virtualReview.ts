import type { Message } from '../../model/message.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import type { ChangedFile, Comparison } from '../../query/diff/comparison.ts';
import { wantedTexts } from '../../query/diff/comparison.ts';
import { latin1Of } from '../../text/decoding.ts';
import { openContent } from '../files/fileContent.ts';
import type { TreeFile } from '../git/revisionFiles.ts';
import { defaultsUsed } from '../past/notes.ts';
import { indexBlobs } from '../past/revisionLoader.ts';
import type { RevisionIndex } from '../past/revisionLoader.ts';
import type { HeadSide, OlderFiles } from '../past/review/workingSide.ts';
import { unsavedChanges } from '../past/review/workingSide.ts';
import { UserError } from '../userError.ts';

/** Files that are asked for at once. */
const AT_ONCE = 32;
const [OLD, PRESENT] = ['base:', 'head:'];
/** Stands for what is not text. */
const NO_TEXT = '\0';

/** The base of a folder that no disk has, as somebody tells of it. */
export interface VirtualBase {
  readonly name: string;
  /** What the folder has otherwise, but for what is not saved. */
  readonly files: readonly ChangedFile[];
  /** A file as it was; undefined where it cannot be had. */
  text(path: FilePath): Promise<string | undefined>;
}

// @implements RT-8.2/AC5
/** A folder that no disk has, compared with a base that only some extension of the editor can read. What is the same on both sides is read once. */
export class VirtualReview {
  /** What was left out, one sentence each. */
  readonly notes: readonly Message[];
  readonly #base: VirtualBase;
  readonly #old: OldFiles;
  readonly #index: RevisionIndex['index'];

  private constructor(base: VirtualBase, old: OldFiles, { index, configurationValid }: RevisionIndex) {
    this.notes = configurationValid ? [] : [defaultsUsed(base.name)];
    this.#base = base;
    this.#old = old;
    this.#index = index;
  }

  /** @throws UserError where a file of the base cannot be had; the signal's reason when it is aborted. */
  static async open(
    base: VirtualBase,
    head: HeadSide,
    { today, signal }: { readonly today: string; readonly signal?: AbortSignal },
  ): Promise<VirtualReview> {
    const old = new OldFiles(base);
    const changed = new Set(base.files.flatMap((file) => [file.base ?? [], file.head ?? []].flat()));
    const files = new Map<FilePath, TreeFile>();
    for (const path of head.index.files.keys())
      if (!changed.has(path) && !head.openPaths.has(path)) files.set(path, { blob: PRESENT + path, regular: true });
    for (const { base: path } of base.files) if (path !== undefined) files.set(path, { blob: OLD + path, regular: true });
    // What an editor shows may not be saved, and nobody told whether the base has it.
    for (const path of head.openPaths)
      if (!changed.has(path) && (await old.has(path))) files.set(path, { blob: OLD + path, regular: true });
    const read = await indexBlobs(
      {
        contents: (blobs, abort) => contents(blobs, old, head, abort),
        latin1: latin1Of,
      },
      files,
      {
        today,
        like: { index: head.index, same: (path) => files.get(path)?.blob === PRESENT + path },
        ...(signal && { signal }),
      },
    );
    return new VirtualReview(base, old, read);
  }

  /** Compares the folder as it is now. */
  async follow(head: HeadSide): Promise<Comparison> {
    const known = new Set(this.#base.files.flatMap((file) => file.head ?? []));
    const open = [...head.openPaths].filter((path) => !known.has(path) && head.index.files.has(path));
    await Promise.all(open.map((path) => this.#old.has(path)));
    const files = [...this.#base.files, ...(await unsavedChanges(head, this.#old.files, open))];
    const sides = { base: this.#index, head: head.index, files };
    const documents = files.filter(({ base, head: now }) =>
      [base === undefined ? undefined : this.#index.files.get(base), now === undefined ? undefined : head.index.files.get(now)].includes(
        'document',
      ),
    );
    const wanted = [...wantedTexts(sides), ...documents];
    const before = await this.#old.files.texts(wanted.flatMap(({ base }) => base ?? []));
    const after = await head.texts(wanted.flatMap((file) => file.head ?? []));
    return { ...sides, baseText: (path) => before.get(path), headText: (path) => after.get(path) };
  }
}

/** Files of the base, each read once. */
class OldFiles {
  readonly #base: VirtualBase;
  readonly #read = new Map<FilePath, Promise<string | undefined>>();
  readonly #there = new Map<FilePath, boolean>();

  constructor(base: VirtualBase) {
    this.#base = base;
    for (const { base: path } of base.files) if (path !== undefined) this.#there.set(path, true);
  }

  /** What unsaved texts are held against; of a file that was asked for with {@link has}. */
  get files(): OlderFiles {
    return {
      has: (path) => this.#there.get(path) === true,
      texts: async (paths) => {
        const texts = new Map<FilePath, string>();
        for (const path of new Set(paths)) {
          const text = (await this.has(path)) ? await this.text(path) : undefined;
          const content = text === undefined ? undefined : openContent(text);
          if (content?.kind === 'text') texts.set(path, content.text);
        }
        return texts;
      },
    };
  }

  /** Asks for it, where nobody told. */
  async has(path: FilePath): Promise<boolean> {
    const known = this.#there.get(path) ?? (await this.text(path)) !== undefined;
    this.#there.set(path, known);
    return known;
  }

  text(path: FilePath): Promise<string | undefined> {
    const known = this.#read.get(path) ?? this.#base.text(path);
    this.#read.set(path, known);
    return known;
  }

  /** @throws UserError where it cannot be had. */
  async surely(path: FilePath): Promise<string> {
    const text = await this.text(path);
    if (text === undefined) throw new UserError(say('{0} of {1} could not be read', path, this.#base.name));
    return text;
  }
}

async function* contents(
  blobs: Iterable<string>,
  old: OldFiles,
  head: HeadSide,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly [string, Uint8Array | undefined]> {
  const all = [...new Set(blobs)];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    const some = all.slice(at, at + AT_ONCE);
    const present = some.filter((blob) => blob.startsWith(PRESENT)).map((blob) => blob.slice(PRESENT.length));
    const texts = await head.texts(present);
    yield* await Promise.all(
      some.map(async (blob) => {
        const text = blob.startsWith(OLD) ? await old.surely(blob.slice(OLD.length)) : (texts.get(blob.slice(PRESENT.length)) ?? NO_TEXT);
        return [blob, new TextEncoder().encode(text)] as const;
      }),
    );
  }
}
