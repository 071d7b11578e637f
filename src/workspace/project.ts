import type { Reading } from '../formats/extraction/reading.ts';
import { compareText } from '../index/order.ts';
import type { IndexChange, IndexView } from '../index/view.ts';
import type { Explain, FileFacts, FileRole } from '../model/facts.ts';
import type { Message } from '../model/message.ts';
import type { FilePath } from '../model/position.ts';
import type { OpenTexts } from './files/overlaySource.ts';

/** A file that was not read, and why: `binary`, `larger than 4 MB`, `permission denied`. */
export interface SkippedFile {
  readonly path: FilePath;
  readonly reason: Message;
}

/** The files that were not read, each once, in order of their paths. What was to be read for requirements goes before what was to be read for results. */
export function skippedFiles(results: readonly SkippedFile[], read: ReadonlyMap<FilePath, Message>): readonly SkippedFile[] {
  const skipped = new Map([...results.map(({ path, reason }) => [path, reason] as const), ...read]);
  return Array.from(skipped, ([path, reason]) => ({ path, reason })).sort((a, b) => compareText(a.path, b.path));
}

export interface ProjectOptions {
  /** The day that waivers are held against, `2026-11-21`; the local date by default. */
  readonly today?: string;
  /** False in a folder that the user does not trust: no git is run, files are found by walking. */
  readonly trusted?: boolean;
  /** Folder outside the workspace where facts are kept, so that the next start is quick; without it nothing is kept. */
  readonly cacheFolder?: string;
  /** Files with results of test runs that count whatever `evidence` of the configuration says, absolute or relative to the root. */
  readonly evidence?: readonly string[];
  /** True where code and tests are to be read even if no document defines a requirement, so that what they say is held against nothing. */
  readonly readsAll?: boolean;
  /** Texts of editors as they are at any moment, which win over the disk; what changes in them is taken up by `refresh`. */
  readonly openTexts?: OpenTexts;
  /**
   * Called once when there is much to read, as soon as the documents and the texts of editors have been: requirements are known then, and their
   * coverage is not (`complete` of the index). The others are read when it is done.
   */
  readonly onDocuments?: (project: Project) => void | Promise<void>;
  /** True where what reqtrace.yaml would do is only tried: under another pattern only texts in which it stands are read again. */
  readonly isTrial?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * One workspace folder: its configuration, its files and their index. CLI and server both work on
 * this, so they cannot disagree.
 */
export interface Project {
  /** Absolute path of the folder, in the form of the operating system. */
  readonly root: string;
  /** Where it keeps for the next start what files said; undefined where it keeps nothing. */
  readonly cacheFolder: string | undefined;
  readonly index: IndexView;
  /** How texts are read under the configuration in force; another object once that is another. */
  readonly reading: Reading;
  readonly skipped: readonly SkippedFile[];
  /** False when reqtrace.yaml has an error; the last good configuration (or the default) is in force then. */
  readonly configurationValid: boolean;
  /**
   * Reads these files (or folders) again after they changed, appeared or vanished on disk; a changed reqtrace.yaml or ignore file
   * re-reads everything.
   *
   * @param changed `editor` where only their open texts did, or they were opened or closed: then the disk need not be listed. `pause` where nobody
   * types in them any more: of a long document a key has only the section read in which it was, and now all of it is. `written` where it is known that nothing
   * else changed, none of them came or went, and each is a file as before: then git need not be asked what there is.
   */
  refresh(paths: readonly FilePath[], changed?: 'disk' | 'editor' | 'pause' | 'written'): Promise<IndexChange>;
  /** False while an editor holds another text of a file than the index has. */
  isCurrent(path: FilePath): boolean;
  /** Lists and reads everything again. */
  reload(): Promise<IndexChange>;
  /** Resolves when what was read is kept for the next start. Nothing depends on it; a process ends only then. */
  remembered(): Promise<void>;
  /** What a person has to know where not all of the folder was read: more may be met then than the index says. */
  readonly doubt: Message | undefined;
  roleOf(path: FilePath): FileRole;
  whyRole(path: FilePath): Message;
  /** Facts of one file made afresh, with a note for every line that says something; undefined if the file cannot be read, see `skipped`. */
  explain(path: FilePath, explain: Explain): Promise<FileFacts | undefined>;
  /** The present text of a file: the open editor's, else the disk's. */
  text(path: FilePath): Promise<string | undefined>;
}
