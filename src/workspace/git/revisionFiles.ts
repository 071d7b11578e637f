import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { cleanEnvironment, git } from './git.ts';
import type { GitOptions } from './git.ts';
import { HEAD_BYTES } from '../../formats/glance/largeTexts.ts';
import { isLarge, MOST_BYTES, MOST_BYTES_OF_LARGE } from '../files/fileContent.ts';
import { UserError } from '../userError.ts';

/** A file as git stores it. */
export interface TreeFile {
  /** Hash of its content. */
  readonly blob: string;
  /** False for a symbolic link, whose content is a path. */
  readonly regular: boolean;
}

/** The files of one commit, or of what is staged. */
export interface Tree {
  /** By path, relative to the workspace folder. */
  readonly files: ReadonlyMap<FilePath, TreeFile>;
  /** Folders that are other repositories; their files are not among these. */
  readonly submodules: readonly FilePath[];
}

const SUBMODULE = '160000';
const LINK = '120000';

/**
 * Lists the files of a commit that lie in a folder, without a checkout.
 *
 * @throws UserError when git cannot read it.
 */
export async function treeOf(folder: string, commit: string): Promise<Tree> {
  return parseEntries(await list(folder, ['ls-tree', '-r', '-z', commit]), /^(?<mode>\d+) \w+ (?<blob>[0-9a-f]+)\t(?<path>.*)$/su);
}

/**
 * Lists what is staged in a folder.
 *
 * @param index git's index file, where it is not the usual one.
 * @throws UserError when git cannot read it, or a merge is not resolved.
 */
export async function stagedTree(folder: string, index?: string): Promise<Tree> {
  const entries = await list(folder, ['ls-files', '--stage', '-z'], { index });
  const unmerged = entries.find((entry) => /^\d+ [0-9a-f]+ [123]\t/u.test(entry));
  if (unmerged !== undefined)
    throw new UserError(say('{0} has merge conflicts: resolve and stage them first', unmerged.slice(unmerged.indexOf('\t') + 1)));
  return parseEntries(entries, /^(?<mode>\d+) (?<blob>[0-9a-f]+) 0\t(?<path>.*)$/su);
}

async function list(folder: string, args: readonly string[], options: GitOptions = {}): Promise<string[]> {
  const answer = await git(folder, args, options);
  if (answer?.exitCode !== 0) throw new UserError(say('git could not list the files: "git {0}" failed in {1}', args.join(' '), folder));
  return answer.output.split('\0').filter(Boolean);
}

function parseEntries(entries: readonly string[], pattern: RegExp): Tree {
  const files = new Map<FilePath, TreeFile>();
  const submodules: FilePath[] = [];
  for (const entry of entries) {
    const { mode, blob, path } = pattern.exec(entry)?.groups ?? {};
    if (mode === undefined || blob === undefined || path === undefined) continue;
    if (mode === SUBMODULE) submodules.push(path);
    else files.set(path, { blob, regular: mode !== LINK });
  }
  return { files, submodules };
}

/**
 * Reads contents by their hashes, each once, with one process and without holding more than one at a time. Neither the
 * index nor the working tree is looked at, and nothing is fetched.
 *
 * @throws UserError when one is missing, as in a partial clone; the signal's reason when it is aborted.
 */
export async function* readBlobs(
  folder: string,
  blobs: Iterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<readonly [blob: string, bytes: Uint8Array | undefined]> {
  const wanted = [...new Set(blobs)];
  if (!wanted.length) return;
  signal?.throwIfAborted();
  const child = catFile(folder);
  // What goes wrong shows in what it does not answer.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  try {
    child.stdin.end(`${wanted.join('\n')}\n`);
    const reader = new ChunkReader(child.stdout);
    for (const blob of wanted) {
      const header = await reader.line();
      signal?.throwIfAborted();
      const size = /^[0-9a-f]+ blob (\d+)$/u.exec(header ?? '')?.[1];
      if (size === undefined)
        throw new UserError(
          say(
            'git has no content for {0}: this clone is partial or damaged; fetch what is missing, as with "git fetch --refetch --filter=blob:limit=10m"',
            blob,
          ),
        );
      const bytes = await takeContent(reader, Number(size));
      await reader.take(1, 1);
      yield [blob, bytes];
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill();
  }
}

/** The bytes of a content, up to the size that a file may have; of a large one its first bytes decide. */
async function takeContent(reader: ChunkReader, size: number): Promise<Uint8Array | undefined> {
  if (size <= MOST_BYTES || size > MOST_BYTES_OF_LARGE) return await reader.take(size, MOST_BYTES);
  const start = await reader.take(HEAD_BYTES, HEAD_BYTES);
  const head = start && Buffer.from(start);
  const rest = await reader.take(size - HEAD_BYTES, head && isLarge(head) ? MOST_BYTES_OF_LARGE : 0);
  return head && rest && Buffer.concat([head, rest]);
}

function catFile(folder: string): ChildProcessByStdio<Writable, Readable, null> {
  try {
    return spawn('git', ['--no-optional-locks', 'cat-file', '--batch', '--buffer'], {
      cwd: folder,
      env: cleanEnvironment(process.env),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
  } catch {
    throw new UserError(say('git could not be run: install it, and see that it is on the PATH'));
  }
}

/** Takes a stream apart. */
class ChunkReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Up to the next line feed; undefined at the end. */
  async line(): Promise<string | undefined> {
    let end = this.#rest.indexOf(0x0a);
    while (end < 0) {
      const from = this.#rest.length;
      if (!(await this.#more())) return undefined;
      end = this.#rest.indexOf(0x0a, from);
    }
    const text = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return text;
  }

  /** So many bytes, which stand until the next call; more than `most` are passed over and give undefined. */
  async take(count: number, most: number): Promise<Buffer | undefined> {
    if (count <= this.#rest.length) {
      const part = this.#cut(count);
      return count <= most ? part : undefined;
    }
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) return undefined;
      const part = this.#cut(Math.min(missing, this.#rest.length));
      missing -= part.length;
      if (count <= most) parts.push(part);
    }
    return count <= most ? Buffer.concat(parts) : undefined;
  }

  #cut(count: number): Buffer {
    const part = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return part;
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#rest = this.#rest.length ? Buffer.concat([this.#rest, next.value]) : next.value;
    return true;
  }
}
