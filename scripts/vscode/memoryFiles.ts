import type { ExtensionContext, FileSystemProvider, Uri } from 'vscode';
import { EventEmitter, FileChangeType, FileSystemError, FileType, workspace } from 'vscode';
import type { FileChangeEvent } from 'vscode';

/* An extension for VS Code in a browser: a folder in memory, each question about which takes its time as over a network. `WebHost` builds and serves it. */

declare const FILES: Readonly<Record<string, string>>;
/** Milliseconds. */
declare const LATENCY: number;

const ROOT = '/shop';
const files = new Map(Object.entries(FILES).map(([path, text]) => [`${ROOT}/${path}`, new TextEncoder().encode(text)]));
/** When each file was written, and the rest when the window was opened. */
const written = new Map<string, number>();
const opened = Date.now();
const changed = new EventEmitter<FileChangeEvent[]>();

async function later(): Promise<void> {
  if (LATENCY > 0) await new Promise((resolve) => setTimeout(resolve, LATENCY));
}

function entriesOf({ path: folder }: Uri): [string, FileType][] {
  const start = `${folder.replace(/\/$/u, '')}/`;
  const entries = new Map<string, FileType>();
  for (const path of files.keys()) {
    const [name = '', ...rest] = path.startsWith(start) ? path.slice(start.length).split('/') : [];
    if (name !== '') entries.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
  }
  return [...entries];
}

function bytesOf(uri: Uri): Uint8Array {
  const bytes = files.get(uri.path);
  if (!bytes) throw FileSystemError.FileNotFound(uri);
  return bytes;
}

const provider: FileSystemProvider = {
  onDidChangeFile: changed.event,
  watch: () => ({ dispose: () => undefined }),
  async stat(uri) {
    await later();
    if (entriesOf(uri).length > 0) return { type: FileType.Directory, ctime: opened, mtime: opened, size: 0 };
    return { type: FileType.File, ctime: opened, mtime: written.get(uri.path) ?? opened, size: bytesOf(uri).length };
  },
  async readDirectory(uri) {
    await later();
    const entries = entriesOf(uri);
    if (entries.length === 0) throw FileSystemError.FileNotFound(uri);
    return entries;
  },
  async readFile(uri) {
    await later();
    return bytesOf(uri);
  },
  async writeFile(uri, bytes) {
    await later();
    const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    files.set(uri.path, new Uint8Array(bytes));
    written.set(uri.path, Date.now());
    changed.fire([{ type, uri }]);
  },
  delete(uri) {
    files.delete(uri.path);
    changed.fire([{ type: FileChangeType.Deleted, uri }]);
  },
  createDirectory: () => undefined,
  rename() {
    throw FileSystemError.NoPermissions('Nothing is renamed here');
  },
};

/** Called by VS Code when it needs a file of the folder. */
export function activate(context: ExtensionContext): void {
  context.subscriptions.push(workspace.registerFileSystemProvider('memory', provider, { isCaseSensitive: true }));
}
