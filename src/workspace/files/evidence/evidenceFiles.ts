import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import nodePath from 'node:path';
import { compareText } from '../../../index/order.ts';
import type { Configuration } from '../../../model/configuration.ts';
import type { EvidenceFile } from '../../../model/evidence.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { codeOf } from '../../../text/errors.ts';
import { DEEPEST, findIn, MOST_FOLDERS, walkFor } from './evidenceSearch.ts';
import { isPassedOver } from './passedOver.ts';
import { anchorsWithin, EvidencePlaces, hasAnchorsOnly } from './evidencePlaces.ts';
import { targetOf } from './evidenceLinks.ts';
import { beginsAsReport, evidenceText } from './evidenceText.ts';
import { MOST_BYTES } from './reportText.ts';
import { linkedReport, nothingIn, reportOf, TOO_LARGE, unreadReport } from './reports.ts';
import { toFilePath, toSystemPath } from '../filePaths.ts';
import { isUnder } from '../pathCase.ts';
import { UserError } from '../../userError.ts';
import { sameStamp } from '../../cache/stamp.ts';
import { entryAt, liesBehindLink } from '../entryAt.ts';
import { stampFrom } from '../readFile.ts';
import type { Stamp } from '../readFile.ts';

/** One file per test class is the habit of Java; more than this is a mistake in a glob. */
const MOST_FILES = 5000;

interface Kept {
  /** Of the file that was read. */
  readonly stamp?: Stamp;
  /** Of a symbolic link: the file of the folder that it names. */
  readonly target?: FilePath;
  readonly file: EvidenceFile;
}

/**
 * Files with results of test runs of one workspace folder: found by the globs of the configuration, also where git ignores them, since that is
 * where most of them lie. A file is read again only after it changed.
 */
export class EvidenceFiles {
  readonly #root: string;
  /** Files that the user named, wherever they lie. */
  readonly #named: readonly FilePath[];
  readonly #kept = new Map<FilePath, Kept>();
  readonly #places = new EvidencePlaces();
  /** Where the search ended before all was looked through. */
  #cut: EvidenceFile | undefined;
  #files: readonly EvidenceFile[] = [];

  /**
   * @param named files that count whatever the globs say, absolute or relative to the root.
   * @throws UserError when one of them is not there.
   */
  constructor(root: string, named: readonly string[] = []) {
    this.#root = root;
    this.#named = named.map((file) => {
      const systemPath = nodePath.resolve(root, file);
      if (!lstatSync(systemPath, { throwIfNoEntry: false })) throw new UserError(say('No such file with test results: {0}', file));
      return toFilePath(root, systemPath) ?? systemPath;
    });
  }

  /** What the files said when they were looked at last, by path; the same array as long as nothing changed. */
  get files(): readonly EvidenceFile[] {
    return this.#files;
  }

  /** Files in usual places of which nothing was read, and why, in order. */
  get unread(): readonly { readonly path: FilePath; readonly reason: Message }[] {
    return [...this.#told(), ...(this.#cut ? [this.#cut] : [])]
      .flatMap(({ path, unread, cut, lost, results, coverage }) => {
        const reason = unread ?? cut ?? (results.length + coverage.length === 0 ? lost?.[0] : undefined);
        return reason ? [{ path, reason }] : [];
      })
      .concat(Array.from(this.#places.passedOver, ([path, reason]) => ({ path, reason })))
      .sort((a, b) => compareText(a.path, b.path));
  }

  /** Folders of samples in which tests with annotations lie, so that they are a part of the project; takes effect with what is looked at next. */
  set tested(folders: ReadonlySet<FilePath>) {
    this.#places.tested = folders;
  }

  /**
   * Looks for files everywhere.
   *
   * @param listed files of the folder that are not ignored.
   * @param ignored what `ignoredPlaces` gave.
   * @throws the signal's reason when it is aborted.
   */
  async find(configuration: Configuration, listed: Iterable<FilePath>, ignored: readonly string[], signal?: AbortSignal): Promise<void> {
    this.#places.configure(configuration.evidence);
    this.#places.forgetPassedOver();
    const found = new Set(this.#named);
    const fits = (path: FilePath): boolean => this.#places.fits(path);
    for (const path of listed) if (fits(path)) found.add(path);
    // What is named goes first, so that it is found however much there is beside it.
    const anchored = await findIn(this.#root, anchorsWithin(configuration.evidence, ignored), fits, signal);
    const searched = await findIn(this.#root, ignored, fits, signal);
    for (const path of [...anchored.files, ...searched.files]) found.add(path);
    const cut = anchored.cut ?? (hasAnchorsOnly(configuration.evidence) ? undefined : searched.cut);
    this.#cut = cut === undefined ? undefined : cutAt(cut, this.#cut);
    for (const path of this.#kept.keys()) if (!found.has(path)) this.#kept.delete(path);
    const paths = [...found];
    for (const path of paths.slice(0, MOST_FILES)) this.#read(path);
    const beyond = paths[MOST_FILES];
    // Whoever asks for proof must know that there was more to read.
    if (beyond !== undefined) {
      const reason = say('there are more than {0} files with test results; name fewer under "evidence" in reqtrace.yaml', MOST_FILES);
      this.#kept.set(beyond, { file: unreadReport(beyond, 0, reason) });
    }
    this.#publish();
  }

  /** Forgets all, where there is nothing to prove. */
  clear(): void {
    this.#kept.clear();
    this.#places.forgetPassedOver();
    this.#cut = undefined;
    this.#publish();
  }

  /** Looks again at files and folders that changed, appeared or vanished. */
  refresh(configuration: Configuration, paths: ReadonlySet<FilePath>): void {
    this.#places.configure(configuration.evidence);
    for (const path of this.#kept.keys()) if (isUnder(path, paths)) this.#read(path);
    for (const path of paths) {
      if (isPassedOver(path)) continue;
      if (this.#places.fits(path)) this.#read(path);
      else {
        const { files, cut } = walkFor(this.#root, path, (inside) => this.#places.fits(inside));
        for (const file of files) this.#read(file);
        if (cut !== undefined) this.#cut ??= cutAt(cut, undefined);
      }
    }
    this.#publish();
  }

  #read(path: FilePath): void {
    const kept = this.#kept.get(path);
    const systemPath = toSystemPath(this.#root, path);
    const entry = entryAt(systemPath);
    const isNamed = this.#named.includes(path);
    if (!(entry?.isFile() || entry?.isSymbolicLink()) || (!isNamed && liesBehindLink(this.#root, path))) {
      this.#kept.delete(path);
      return;
    }
    // Whoever unpacks results gives them the time that they had.
    const stamp = stampFrom(entry);
    if (kept?.stamp && sameStamp(kept.stamp, stamp)) return;
    // Links are not followed: what they point at is found where it lies, or lies outside.
    if (entry.isSymbolicLink()) {
      const glob = this.#places.globOf(path);
      const target = targetOf(this.#root, path);
      const file = linkedReport(path, entry.mtimeMs, isNamed || glob?.vague !== true, glob?.of === 'coverage');
      this.#kept.set(path, { stamp, file, ...(target !== undefined && { target }) });
    } else this.#kept.set(path, { stamp, file: this.#parse(path, systemPath, entry) });
  }

  /** What was looked at, but for links to files that were looked at themselves. */
  #told(): readonly EvidenceFile[] {
    return [...this.#kept.values()].flatMap(({ file, target }) => {
      const other = target === undefined ? undefined : this.#kept.get(target);
      return other && other.target === undefined && other.file !== file ? [] : [file];
    });
  }

  #parse(path: FilePath, systemPath: string, { size, mtimeMs }: Stats): EvidenceFile {
    const glob = this.#places.globOf(path);
    try {
      if (glob?.vague && !this.#named.includes(path) && !beginsAsReport(systemPath)) return nothingIn(path, mtimeMs);
      if (size > MOST_BYTES) return unreadReport(path, mtimeMs, TOO_LARGE);
      return reportOf(path, evidenceText(systemPath), mtimeMs, glob);
    } catch (error) {
      const code = codeOf(error);
      return unreadReport(path, mtimeMs, code === undefined ? say('it cannot be read') : say('it cannot be read ({0})', code));
    }
  }

  #publish(): void {
    const files = this.#told()
      .filter(({ results, coverage, problems }) => results.length + coverage.length + problems.length > 0)
      .concat(this.#cut ?? [])
      .sort((a, b) => compareText(a.path, b.path));
    if (files.length !== this.#files.length || files.some((file, at) => file !== this.#files[at])) this.#files = files;
  }
}

/** What is said of the first folder that was not looked into: the same object as long as it is the same folder. */
function cutAt(path: FilePath, known: EvidenceFile | undefined): EvidenceFile {
  if (known?.path === path) return known;
  const cut = say(
    'there are more than {0} folders that git ignores, or more than {1} in one another; name those with results under "evidence" in reqtrace.yaml',
    MOST_FOLDERS,
    DEEPEST,
  );
  return { path, time: Infinity, results: [], coverage: [], problems: [], cut };
}
