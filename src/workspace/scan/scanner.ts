import type { Extractor } from '../../formats/extract.ts';
import type { FilePath } from '../../model/position.ts';
import { Breather } from '../breather.ts';
import { Crew } from './crew.ts';
import type { Work } from './crew.ts';
import { FileScanner } from './fileScanner.ts';
import { runJob } from './job.ts';
import { NOTHING } from './scanned.ts';
import type { Take } from './scanned.ts';
import { workerFile } from './workerFile.ts';

/** Fewer files than this are read before a worker would have started. */
export const FEW_FILES = 200;
/** Files of one job: few enough to share them out evenly, many enough to be worth a message. */
const FILES_PER_JOB = 500;

/** How one scan is to be done. */
export interface ScanRequest {
  /** As in `FileScanner.scan`. */
  readonly known: ReadonlySet<string> | undefined;
  readonly take: Take;
  readonly signal?: AbortSignal | undefined;
}

/** Reads many files of one folder under one configuration: in worker threads where they are many, else here. */
export class Scanner {
  readonly #root: string;
  readonly #extractor: Extractor;
  #own: FileScanner | undefined;

  constructor(root: string, extractor: Extractor) {
    this.#root = root;
    this.#extractor = extractor;
  }

  /**
   * Hands over what became of each file. What cannot be read is skipped, never an error.
   *
   * @throws the signal's reason when it is aborted.
   */
  async scan(paths: readonly FilePath[], { known, take, signal }: ScanRequest): Promise<void> {
    const work = jobs(paths, known);
    const program = paths.length < FEW_FILES ? undefined : workerFile();
    const left = program ? await Crew.run({ root: this.#root, configuration: this.#extractor.configuration, program }, work, take, signal) : work;
    await this.#scanHere(left, take, signal);
  }

  async #scanHere(work: readonly Work[], take: Take, signal: AbortSignal | undefined): Promise<void> {
    this.#own ??= new FileScanner(this.#root, this.#extractor);
    const breather = new Breather(signal);
    for (const each of work) {
      const steps = runJob({ ...each, number: 0 }, this.#own);
      let step = steps.next();
      while (!step.done) {
        await breather.pause();
        step = steps.next();
      }
      const results = new Map(step.value.results);
      for (const [at, path] of each.paths.entries()) take(path, results.get(at) ?? NOTHING);
    }
  }
}

function jobs(paths: readonly FilePath[], known: ReadonlySet<string> | undefined): Work[] {
  const list: Work[] = [];
  for (let at = 0; at < paths.length; at += FILES_PER_JOB) list.push({ paths: paths.slice(at, at + FILES_PER_JOB), known: known && [...known] });
  return list;
}
