/** A folder of the window. */
export interface WindowFolder {
  readonly name: string;
  readonly uri: string;
  readonly scheme: string;
}

/** Whether `reqtrace mcp` can be started here. */
export interface Starting {
  /** False in a browser, and in a host that knows no such servers. */
  readonly startsServers: boolean;
  readonly trusted: boolean;
  readonly leftAlone: boolean;
}

/**
 * The folders about which the language server answers agents: those for which no server of their own is offered, so that nobody is offered the same twice.
 *
 * @example toolFolders([{ name: 'shop', uri: 'memfs:/shop', scheme: 'memfs' }], { startsServers: true, trusted: true, leftAlone: false }); // the folder
 */
export function toolFolders<F extends WindowFolder>(folders: readonly F[], { startsServers, trusted, leftAlone }: Starting): readonly F[] {
  if (leftAlone) return [];
  return startsServers && trusted ? folders.filter(({ scheme }) => scheme !== 'file') : folders;
}

/** The folder that a question is about, or what the agent has to be told, in English: `folderAsked(folders, { folder: 'shop' })`. */
export function folderAsked<F extends WindowFolder>(folders: readonly F[], given: Readonly<Record<string, unknown>>): F | string {
  const { folder } = given;
  const [first, second] = folder === undefined ? folders : folders.filter(({ name, uri }) => name === folder || uri === folder);
  if (first && !second) return first;
  if (folders.length === 0) return 'ReqTrace answers about no folder here.';
  const names = folders.map(({ name }) => name);
  const isUnique = new Set(names).size === names.length;
  return `Say in "folder" which workspace folder is meant: ${(isUnique ? names : folders.map(({ uri }) => uri)).join(', ')}.`;
}
