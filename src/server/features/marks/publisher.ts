import type { Diagnostic } from 'vscode-languageserver-types';
import type { FilePath } from '../../../model/position.ts';
import { diagnostics } from '../../../editor/marks/diagnostics.ts';
import type { PageOf } from '../../../editor/marks/diagnostics.ts';
import type { Folder } from '../../folder.ts';

/** What the publisher needs of the connection. */
export interface PublisherHost {
  readonly pageOf: PageOf;
  /** False where another folder speaks for the file. */
  isOwner(folder: Folder, path: FilePath): boolean;
  /** @param version of the text that they were found in, where the file is open. */
  send(uri: string, published: Diagnostic[], version?: number): void;
}

/**
 * Keeps the diagnostics of the client equal to the findings of the folders: one message per file whose findings
 * changed, open or not, and an empty one for what is mended or gone.
 */
export class Publisher {
  readonly #host: PublisherHost;
  /** What each file was last sent, by path; files without findings are left out. */
  readonly #sent = new Map<Folder, Map<FilePath, { readonly uri: string; readonly text: string }>>();
  /** Files that were passed over since a newer text is about to be read. */
  readonly #late = new Map<Folder, Set<FilePath>>();

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /** Publishes what changed; without `paths`, everything. */
  update(folder: Folder, paths?: ReadonlySet<FilePath>): void {
    const { view } = folder;
    if (!view) return this.clear(folder);
    const sent = this.#sent.get(folder) ?? new Map<FilePath, { uri: string; text: string }>();
    const late = this.#late.get(folder) ?? new Set<FilePath>();
    this.#sent.set(folder, sent);
    this.#late.set(folder, late);
    const due = paths ? new Set([...late, ...paths]) : new Set([...late, ...sent.keys(), ...view.allFindings().map(({ path }) => path)]);
    for (const path of due) {
      if (!folder.isCurrent(path)) late.add(path);
      else {
        late.delete(path);
        this.#publish(folder, path, sent);
      }
    }
  }

  /** Takes back everything that was published for a folder. */
  clear(folder: Folder): void {
    for (const [path, { uri }] of this.#sent.get(folder) ?? []) this.#host.send(uri, [], folder.versionOf(path));
    this.#sent.delete(folder);
    this.#late.delete(folder);
  }

  #publish(folder: Folder, path: FilePath, sent: Map<FilePath, { readonly uri: string; readonly text: string }>): void {
    const uri = folder.uriOf(path);
    const published =
      folder.view && this.#host.isOwner(folder, path) ? diagnostics(folder.view, path, folder.uriOf, this.#host.pageOf) : [];
    const text = published.length ? JSON.stringify(published) : '';
    const before = sent.get(path);
    if (before && before.uri !== uri) this.#host.send(before.uri, []);
    else if ((before?.text ?? '') === text) return;
    if (text === '') sent.delete(path);
    else sent.set(path, { uri, text });
    this.#host.send(uri, published, folder.versionOf(path));
  }
}
