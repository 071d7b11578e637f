import { resolve } from 'node:path';
import type { AskedFolder, BranchQuestion, BranchReview, ComparedBranch } from '../../agents/askedFolder.ts';
import { isNewer } from '../../index/evidence/times.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { codeTimes, writtenAt } from '../../workspace/files/codeTimes.ts';
import { toFilePath } from '../../workspace/files/filePaths.ts';
import { whyUnread } from '../reporting/whyUnread.ts';
import { readBranch, reviewBranch } from './review.ts';
import { today } from '../../workspace/localDay.ts';
import { openProject } from '../../workspace/openProject.ts';
import { DiskPicture } from '../../workspace/files/diskPicture.ts';
import type { Project } from '../../workspace/project.ts';
import type { Suggester } from '../../suggest/suggest.ts';
import { KeptReviews } from '../../workspace/past/review/keptReviews.ts';
import type { Suggestions } from '../../workspace/suggestions.ts';
import { suggestionsOnDisk } from '../../workspace/suggestionsOnDisk.ts';

/** Milliseconds by which times of files are behind the clock: some systems count them in steps. */
const CLOCK_STEP = 20;

/** How the folder is opened. */
export interface AgentFolderOptions {
  readonly cacheFolder?: string | undefined;
  /** False where no git is to be run. */
  readonly trusted: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The one folder on the disk that an agent asks about. It stays open between questions, and each is answered by what lies there at that moment:
 * `(await folder.project()).index`.
 */
export class AgentFolder implements AskedFolder {
  readonly root: string;
  readonly options: AgentFolderOptions;
  #open: { readonly project: Project; readonly day: string } | undefined;
  #picture: DiskPicture | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #suggestions: { readonly of: Project; readonly all: Suggestions } | undefined;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly reviews = new KeptReviews();

  constructor(root: string, options: AgentFolderOptions) {
    this.root = root;
    this.options = options;
  }

  /**
   * The folder as it is now; read again only if something changed since the last question.
   *
   * @throws UserError where it cannot be opened.
   */
  project(): Promise<Project> {
    const answer = this.#queue.then(() => this.#current());
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  /** What was worked out from the folder as it was with the last `project()`: `await folder.once('review', read)`. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name) as Promise<T> | undefined;
    if (known) return known;
    const answer = make();
    this.#answers.set(name, answer);
    // A fault may be gone the next time.
    answer.catch(() => this.#answers.delete(name));
    return answer;
  }

  /** What may meet what, by the files as they are with the last `project()`: worked out when it is first asked for. */
  async suggester(): Promise<Suggester> {
    const project = await this.project();
    if (this.#suggestions?.of !== project) this.#suggestions = { of: project, all: suggestionsOnDisk(project, this.options.trusted) };
    const { all } = this.#suggestions;
    return this.once('suggester', () => all.now());
  }

  /** From the folder, or from the root of the disk. */
  pathIn(given: string): FilePath | undefined {
    const { root } = this.#open?.project ?? this;
    return toFilePath(root, resolve(root, given.replaceAll('\\', '/')));
  }

  whyUnread(project: Project, path: FilePath): Promise<Message | undefined> {
    return whyUnread(project, path);
  }

  touchedAfter(paths: readonly FilePath[], time: number): readonly FilePath[] {
    const { root } = this.#open?.project ?? this;
    return paths.filter((path) => isNewer(writtenAt(root, path) ?? 0, time));
  }

  async writtenAfter(paths: readonly FilePath[], time: number): Promise<readonly FilePath[]> {
    const { root } = this.#open?.project ?? this;
    const times = await codeTimes(root, paths, { began: time, arrived: time }, this.options.trusted);
    return paths.filter((path) => isNewer(times.get(path) ?? 0, time));
  }

  compared(question: BranchQuestion): Promise<ComparedBranch> {
    return readBranch(this, question);
  }

  review(question: BranchQuestion): Promise<BranchReview> {
    return reviewBranch(this, question);
  }

  changed(): void {
    this.#picture = undefined;
  }

  async #current(): Promise<Project> {
    const day = today();
    const open = this.#open?.day === day ? this.#open.project : undefined;
    const changed = open && this.#picture?.changedFiles();
    if (open && changed?.length === 0) return open;
    const { cacheFolder, trusted } = this.options;
    const began = Date.now();
    this.#answers.clear();
    const project = open ?? (await openProject(this.root, { trusted, ...(cacheFolder !== undefined && { cacheFolder }) }));
    // What reqtrace.yaml leaves out may be other files.
    if (!changed || changed.includes(CONFIGURATION_FILE)) this.reviews.repositoryChanged();
    else this.reviews.filesWritten(changed);
    if (open) await (changed ? open.refresh(changed, 'written') : open.reload());
    this.#open = { project, day };
    const { files, evidence } = project.index;
    const picture = DiskPicture.take(project.root, [...files.keys(), ...evidence.map(({ path }) => path)]);
    // What changed while it was read is looked at again with the next question.
    this.#picture = picture && picture.newest < began - CLOCK_STEP ? picture : undefined;
    return project;
  }
}
