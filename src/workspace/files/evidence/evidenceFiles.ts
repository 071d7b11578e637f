import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import nodePath from 'node:path';
import { compileGlob } from '../../../text/patterns/glob.ts';
import type { CompiledGlob } from '../../../text/patterns/glob.ts';
import { GlobSet } from '../../../text/patterns/globSet.ts';
import { readEvidence } from '../../../formats/evidence/readEvidence.ts';
import type { EvidencePlace } from '../../../formats/evidence/unknownText.ts';
import { DEFAULT_CONFIGURATION } from '../../../formats/configuration/defaults.ts';
import { compareText } from '../../../index/order.ts';
import type { Configuration } from '../../../model/configuration.ts';
import { POSSIBLE_RESULTS } from '../../../model/usualFiles/evidenceGlobs.ts';
import type { EvidenceFile } from '../../../model/evidence.ts';
import type { Message } from '../../../model/message.ts';
import { say } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { FILE_START } from '../../../model/position.ts';
import { codeOf } from '../../../text/errors.ts';
import { extensionOf } from '../../../text/paths.ts';
import { DEEPEST, findIn, isPassedOver, MOST_FOLDERS, passedOverIn, walkFor } from './evidenceSearch.ts';
import { linkedReport, targetOf } from './evidenceLinks.ts';
import { beginsAsReport, evidenceText, MOST_BYTES } from './evidenceText.ts';
import { isUnder, toFilePath, toSystemPath } from '../filePaths.ts';
import { sampleFoldersOf } from './sampleFolders.ts';
import { UserError } from '../../userError.ts';
import { sameStamp } from '../../cache/stamp.ts';
import { entryAt, liesBehindLink } from '../entryAt.ts';
import { stampFrom } from '../readFile.ts';
import type { Stamp } from '../readFile.ts';

/** One file per test class is the habit of Java; more than this is a mistake in a glob. */
const MOST_FILES = 5000;

const GZIP = '.gz';

/** Why nothing is read in a folder of samples. */
const SAMPLES_REASON = say('a folder of samples without a linked test: what looks like results there is read for nothing');
/** Why nothing is read in folders of other people's code and of caches. */
const PASSED_OVER_REASON = say("a folder of other people's code or of a cache: what looks like results there is read for nothing");

/** What a glob of the configuration is for, and whether somebody wrote it. */
interface Glob {
  readonly of: EvidencePlace;
  readonly named: boolean;
  /** True where the name may be that of anything, so that what stands in the file tells. */
  readonly vague: boolean;
}

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
  #globs = new GlobSet<Glob>([]);
  /** What names that the globs match end in, behind their last full stop; undefined where one may end in anything. A look at it spares nearly every file more. */
  #endings: ReadonlySet<string> | undefined;
  #source: Configuration['evidence'] | undefined;
  /** Where the search ended before all was looked through. */
  #cut: EvidenceFile | undefined;
  #files: readonly EvidenceFile[] = [];
  /** Folders in which something looks like results and is not read, and why. */
  readonly #passedOver = new Map<FilePath, Message>();
  #tested: ReadonlySet<FilePath> = new Set();

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
      .concat(Array.from(this.#passedOver, ([path, reason]) => ({ path, reason })))
      .sort((a, b) => compareText(a.path, b.path));
  }

  /** Folders of samples in which tests with annotations lie, so that they are a part of the project; takes effect with what is looked at next. */
  set tested(folders: ReadonlySet<FilePath>) {
    this.#tested = folders;
  }

  /**
   * Looks for files everywhere.
   *
   * @param listed files of the folder that are not ignored.
   * @param ignored what `ignoredPlaces` gave.
   * @throws the signal's reason when it is aborted.
   */
  async find(configuration: Configuration, listed: Iterable<FilePath>, ignored: readonly string[], signal?: AbortSignal): Promise<void> {
    this.#configure(configuration);
    this.#passedOver.clear();
    const found = new Set(this.#named);
    const fits = (path: FilePath): boolean => this.#fits(path);
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
      this.#kept.set(beyond, { file: unread(beyond, 0, reason) });
    }
    this.#publish();
  }

  /** Forgets all, where there is nothing to prove. */
  clear(): void {
    this.#kept.clear();
    this.#passedOver.clear();
    this.#cut = undefined;
    this.#publish();
  }

  /** Looks again at files and folders that changed, appeared or vanished. */
  refresh(configuration: Configuration, paths: ReadonlySet<FilePath>): void {
    this.#configure(configuration);
    for (const path of this.#kept.keys()) if (isUnder(path, paths)) this.#read(path);
    for (const path of paths) {
      if (isPassedOver(path)) continue;
      if (this.#fits(path)) this.#read(path);
      else {
        const { files, cut } = walkFor(this.#root, path, (inside) => this.#fits(inside));
        for (const file of files) this.#read(file);
        if (cut !== undefined) this.#cut ??= cutAt(cut, undefined);
      }
    }
    this.#publish();
  }

  #configure({ evidence }: Configuration): void {
    if (evidence === this.#source) return;
    this.#source = evidence;
    const usual = DEFAULT_CONFIGURATION.evidence;
    const marked = (of: EvidencePlace) =>
      evidence[of].map((glob) => [glob, { of, named: evidence[of] !== usual[of], vague: false }] as const);
    const vague = evidence.results === usual.results ? POSSIBLE_RESULTS : [];
    // The last one counts: of what may be either, results matter more.
    this.#globs = new GlobSet<Glob>([
      ...vague.map((glob) => [glob, { of: 'results', named: false, vague: true }] as const),
      ...marked('coverage'),
      ...marked('results'),
    ]);
    const endings = [...vague, ...evidence.results, ...evidence.coverage]
      .flatMap(compileGlob)
      .map(({ segments }) => endingOf(segments.at(-1)));
    this.#endings = endings.includes(undefined) ? undefined : new Set(endings.filter((ending) => ending !== undefined));
  }

  #fits(path: FilePath): boolean {
    const glob = this.#globOf(path);
    if (!glob) return false;
    const over = passedOverIn(path);
    const samples = glob.named || over !== undefined ? undefined : sampleFoldersOf(path).at(-1);
    if (over === undefined && (samples === undefined || this.#tested.has(samples))) return true;
    // What may be anything by its name says nothing of a folder.
    if (!glob.vague && over !== undefined) this.#passedOver.set(over, PASSED_OVER_REASON);
    else if (!glob.vague && samples !== undefined) this.#passedOver.set(samples, SAMPLES_REASON);
    return false;
  }

  /** The glob that a path fits, or would without the ending that gzip gives. */
  #globOf(path: FilePath): Glob | undefined {
    const isKnown = (one: FilePath): boolean => !this.#endings || this.#endings.has(extensionOf(one));
    const own = isKnown(path) ? this.#globs.last(path)?.value : undefined;
    if (own || !path.endsWith(GZIP)) return own;
    const plain = path.slice(0, -GZIP.length);
    return isKnown(plain) ? this.#globs.last(plain)?.value : undefined;
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
      const glob = this.#globOf(path);
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
    const glob = this.#globOf(path);
    try {
      if (glob?.vague && !this.#named.includes(path) && !beginsAsReport(systemPath))
        return { path, time: mtimeMs, results: [], coverage: [], problems: [] };
      if (size > MOST_BYTES) return unread(path, mtimeMs, say('it is larger than 32 MB; leave the output of the tests out of it'));
      const plain = path.endsWith(GZIP) ? path.slice(0, -GZIP.length) : path;
      const read = { ...readEvidence(plain, evidenceText(systemPath), mtimeMs, glob?.of), path };
      const within = glob?.named === false ? sampleFoldersOf(path).at(-1) : undefined;
      return within === undefined ? read : { ...read, within };
    } catch (error) {
      const code = codeOf(error);
      return unread(path, mtimeMs, code === undefined ? say('it cannot be read') : say('it cannot be read ({0})', code));
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

/** What a file with results says that was not read. */
function unread(path: FilePath, time: number, reason: Message): EvidenceFile {
  const message = say('This file with test results was not read: {0}', reason);
  return {
    path,
    time,
    results: [],
    coverage: [],
    problems: [{ code: 'malformed-evidence', range: FILE_START, message }],
    lost: [reason],
  };
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

/** Folders that globs begin with, `out/reports` of `out/reports/**`, without those that are never looked into. */
function anchorsOf(globs: readonly string[]): readonly FilePath[] {
  return globs.flatMap(compileGlob).map(({ segments }) => {
    const named = segments
      .slice(0, -1)
      .map((segment) => (segment !== '**' && segment.every(({ kind }) => kind === 'text') ? segment : undefined));
    const end = named.indexOf(undefined);
    return named
      .slice(0, end < 0 ? named.length : end)
      .map((segment) => (segment ?? []).map((token) => (token.kind === 'text' ? token.text : '')).join(''))
      .join('/');
  });
}

function hasAnchorsOnly({ results, coverage }: Configuration['evidence']): boolean {
  return !anchorsOf([...results, ...coverage]).includes('');
}

/** Those that lie in ignored places, as such places. */
function anchorsWithin({ results, coverage }: Configuration['evidence'], ignored: readonly string[]): readonly string[] {
  return [...new Set(anchorsOf([...results, ...coverage]))]
    .filter((anchor) => anchor !== '' && ignored.some((place) => place === '/' || (place.endsWith('/') && `${anchor}/`.startsWith(place))))
    .map((anchor) => `${anchor}/`);
}

/** `xml` for the last part of a glob that ends in `*.xml`; undefined where the end is not fixed. */
function endingOf(segment: CompiledGlob['segments'][number] | undefined): string | undefined {
  const last = segment === undefined || segment === '**' ? undefined : segment.at(-1);
  return last?.kind === 'text' && last.text.includes('.') ? extensionOf(last.text) : undefined;
}
