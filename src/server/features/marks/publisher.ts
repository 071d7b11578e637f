import type { Diagnostic } from 'vscode-languageserver-types';
import type { IndexChange, IndexView } from '../../../index/view.ts';
import { CONFIGURATION_FILE } from '../../../model/configuration.ts';
import type { Loudness } from '../../../model/configuration.ts';
import type { FilePath } from '../../../model/position.ts';
import { isSetUp, loudnessOf } from '../../../query/telling.ts';
import { diagnostics } from '../../../editor/marks/diagnostics.ts';
import type { PageOf } from '../../../editor/marks/diagnostics.ts';
import type { Folder } from '../../folder.ts';

/** What the publisher needs of the connection. */
export interface PublisherHost {
  readonly pageOf: PageOf;
  /** How loud the person wants the folder; undefined for one who has no wish. */
  wishOf(folder: Folder): Loudness | undefined;
  /** False where another folder speaks for the file. */
  isOwner(folder: Folder, path: FilePath): boolean;
  /** @param version of the text that they were found in, where the file is open. */
  send(uri: string, published: Diagnostic[], version?: number): void;
}

/** What was published of a file last; of an open one with the version of its text. */
interface Sent {
  readonly uri: string;
  readonly text: string;
  readonly version: number | undefined;
}

/** What is told of a folder. */
interface Told {
  readonly setUp: boolean;
  readonly loudness: Loudness;
}

/** Of more files, the rest is published after others had their turn. */
const MOST_FILES = 100;

/** Like no text that is published. */
const STALE = '-';

/**
 * Keeps the diagnostics of the client equal to the findings of the folders: one message per file whose findings
 * changed, open or not, and an empty one for what is mended or gone.
 */
export class Publisher {
  readonly #host: PublisherHost;
  /** What each file was last sent, by path; files without findings are left out. */
  readonly #sent = new Map<Folder, Map<FilePath, Sent>>();
  /** Files that were passed over since a newer text is about to be read. */
  readonly #late = new Map<Folder, Set<FilePath>>();
  readonly #told = new Map<Folder, Told>();

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /** Publishes what changed; without `change`, everything. */
  update(folder: Folder, change?: IndexChange): void {
    const { view } = folder;
    if (!view) return this.clear(folder);
    const before = this.#told.get(folder);
    const told = this.#listen(folder, view, change);
    // The first link, or a reqtrace.yaml, and everything is told.
    const paths = before?.loudness === told.loudness ? change?.changedFiles : undefined;
    const sent = this.#sent.get(folder) ?? new Map<FilePath, Sent>();
    const late = this.#late.get(folder) ?? new Set<FilePath>();
    this.#sent.set(folder, sent);
    this.#late.set(folder, late);
    const due = new Set([...late, ...(paths ?? [...sent.keys(), ...view.allFindings().map(({ path }) => path)])]);
    // What was said of a text is not said of the next one: clients drop it.
    for (const path of folder.openPaths) if (sent.has(path) && sent.get(path)?.version !== folder.versionOf(path)) due.add(path);
    // What somebody looks at comes first.
    const inOrder = due.size > MOST_FILES ? [...folder.openPaths].filter((path) => due.delete(path)).concat(...due) : [...due];
    for (const path of inOrder.splice(0, MOST_FILES)) {
      if (!folder.isCurrent(path)) late.add(path);
      else {
        late.delete(path);
        this.#publish(folder, path, sent);
      }
    }
    if (inOrder.length > 0) setTimeout(() => this.#goOn(folder, sent, inOrder), 0);
  }

  /** Publishes the rest, unless the folder is gone meanwhile, or everything of it is to be published again. */
  #goOn(folder: Folder, sent: Map<FilePath, Sent>, paths: readonly FilePath[]): void {
    if (this.#sent.get(folder) === sent) this.update(folder, { changedFiles: new Set(paths), changedItems: new Set() });
  }

  /** Publishes a file that was opened, also where nothing changed: some clients keep only what they hear of open files. */
  opened(folder: Folder, path: FilePath): void {
    const sent = this.#sent.get(folder);
    const before = sent?.get(path);
    if (before) sent?.set(path, { ...before, text: STALE });
    this.update(folder, { changedFiles: new Set([path]), changedItems: new Set() });
  }

  /** Takes back everything that was published for a folder. */
  clear(folder: Folder): void {
    for (const [path, { uri }] of this.#sent.get(folder) ?? []) this.#host.send(uri, [], folder.versionOf(path));
    this.#sent.delete(folder);
    this.#late.delete(folder);
    this.#told.delete(folder);
  }

  /** How loud the folder is now. A link comes and goes with the coverage of an item, so that nothing is counted after other changes. */
  #listen(folder: Folder, view: IndexView, change: IndexChange | undefined): Told {
    const before = this.#told.get(folder);
    const isSame = change && change.changedItems.size === 0 && !change.changedFiles.has(CONFIGURATION_FILE);
    const setUp = before && isSame ? before.setUp : isSetUp(view);
    const told = { setUp, loudness: loudnessOf(view, this.#host.wishOf(folder), setUp) };
    this.#told.set(folder, told);
    return told;
  }

  #publish(folder: Folder, path: FilePath, sent: Map<FilePath, Sent>): void {
    const uri = folder.uriOf(path);
    const told = this.#told.get(folder);
    const published =
      folder.view && told && this.#host.isOwner(folder, path)
        ? diagnostics(folder.view, path, folder.uriOf, this.#host.pageOf, told.loudness)
        : [];
    const text = published.length ? JSON.stringify(published) : '';
    const version = folder.versionOf(path);
    const before = sent.get(path);
    if (before && before.uri !== uri) this.#host.send(before.uri, []);
    else if ((before?.text ?? '') === text && (text === '' || version === undefined || version === before?.version)) return;
    if (text === '') sent.delete(path);
    else sent.set(path, { uri, text, version });
    this.#host.send(uri, published, version);
  }
}
