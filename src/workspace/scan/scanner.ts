import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { fnv1a } from '../../text/fnv1a.ts';
import { Breather } from '../pace/breather.ts';
import { tidyUp } from '../cache/cacheFolder.ts';
import { FactCache } from '../cache/factCache.ts';
import { Crew } from './crew.ts';
import { FileScanner } from './fileScanner.ts';
import { runJob } from './job.ts';
import type { Work } from './messages.ts';
import type { Take } from './scanned.ts';
import { FEW_FILES } from './scanRequest.ts';
import type { FileScan, ScanRequest } from './scanRequest.ts';
import { workerFile } from './workerFile.ts';

/** Bytes that take longer to read than a worker takes to start. */
const MUCH = 2 * 1024 * 1024;

/** Files of one job: few enough to share them out evenly, many enough to be worth a message. */
const FILES_PER_JOB = 1000;

/** Reads many files of one folder under one configuration: in worker threads where they are many, else here. */
export class Scanner implements FileScan {
  readonly #root: string;
  readonly #extractor: Extractor;
  readonly #cacheFolder: string | undefined;
  readonly #cache: FactCache | undefined;
  readonly #crew: Crew;
  readonly #isFree: boolean;
  readonly #since = Date.now();
  #own: FileScanner | undefined;

  /**
   * @param cacheFolder the folder for exactly this root and configuration, see `FactCache`.
   * @param isFree true where nobody waits for this thread while it reads.
   */
  constructor(root: string, extractor: Extractor, cacheFolder?: string, isFree = false) {
    this.#root = root;
    this.#extractor = extractor;
    this.#isFree = isFree;
    this.#cacheFolder = cacheFolder;
    this.#cache = cacheFolder === undefined ? undefined : new FactCache(root, cacheFolder);
    const { configuration } = extractor;
    // A pattern of the project's own may never come to an end on some file, and a worker can be ended then.
    const helps = isFree && configuration.annotations.length + configuration.ids.length === 0;
    const here = helps ? (work: Work, take: Take, signal?: AbortSignal) => this.#scanHere([work], take, signal) : undefined;
    this.#crew = new Crew({ root, configuration, cacheFolder, program: workerFile(), here });
  }

  /**
   * @throws the signal's reason when it is aborted.
   */
  async scan(files: ReadonlyMap<FilePath, FileRole>, { known, kind, take, signal }: ScanRequest): Promise<void> {
    const cached = this.#cacheFolder === undefined ? undefined : kind;
    const work = (cached === undefined ? consecutive(files) : hashed(files, cached)).map((each) => ({
      ...each,
      known: known && [...known],
    }));
    const isLittle = files.size < FEW_FILES && (this.#isFree || !this.#isMuch(files.keys()));
    const left = isLittle ? work : await this.#crew.run(work, take, signal);
    await this.#scanHere(left, take, signal);
  }

  /** To be called when there will be so many files to read, as far as that is known: what takes a moment to start is started. */
  prepare(files: number): void {
    if (files >= FEW_FILES) this.#crew.prepare(files / FILES_PER_JOB, this.#cache?.names() ?? []);
  }

  /** Lets the workers go, until the next scan. */
  async dismiss(): Promise<void> {
    await this.#crew.dismiss();
  }

  /** The same, and tidies up after them. */
  async rest(): Promise<void> {
    await this.dismiss();
    if (this.#cacheFolder !== undefined) tidyUp(this.#cacheFolder, this.#since);
  }

  /** True for few files that take long to read all the same, such as a delivery of many MB: nobody could type meanwhile. */
  #isMuch(paths: Iterable<FilePath>): boolean {
    let size = 0;
    for (const path of paths) size += statSync(join(this.#root, path), { throwIfNoEntry: false })?.size ?? 0;
    return size > MUCH;
  }

  async #scanHere(work: readonly Work[], take: Take, signal: AbortSignal | undefined): Promise<void> {
    this.#own ??= new FileScanner(this.#root, this.#extractor);
    const breather = new Breather(signal);
    for (const each of work) {
      const steps = runJob(each, this.#own, this.#cache);
      let step = steps.next();
      while (!step.done) {
        await breather.pause();
        step = steps.next();
      }
      for (const [at, scanned] of step.value) {
        const path = each.paths[at];
        if (path !== undefined) take.file(path, scanned);
      }
      take.done(each.paths.length);
    }
  }
}

type Files = Pick<Work, 'paths' | 'roles' | 'shard'>;

function consecutive(files: ReadonlyMap<FilePath, FileRole>): Files[] {
  const paths = [...files.keys()];
  const roles = [...files.values()];
  const list: Files[] = [];
  for (let at = 0; at < paths.length; at += FILES_PER_JOB) {
    list.push({ paths: paths.slice(at, at + FILES_PER_JOB), roles: roles.slice(at, at + FILES_PER_JOB), shard: undefined });
  }
  return list;
}

/** Every file in the shard that its path alone says, as long as there are about as many files. */
function hashed(files: ReadonlyMap<FilePath, FileRole>, kind: string): Files[] {
  let shards = 1;
  while (shards * FILES_PER_JOB < files.size) shards *= 2;
  const list = Array.from({ length: shards }, (_, at) => ({
    paths: [] as FilePath[],
    roles: [] as FileRole[],
    shard: `${kind}-${shards}-${at}`,
  }));
  for (const [path, role] of files) {
    const shard = list[fnv1a(path) % shards];
    shard?.paths.push(path);
    shard?.roles.push(role);
  }
  return list;
}
