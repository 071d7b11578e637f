/** How an agent's server for one folder is started. */
export interface ServerDefinition {
  /** What people choose it by, and what the names of its tools begin with. */
  readonly label: string;
  readonly args: readonly string[];
}

/** A folder of the window. */
interface OpenFolder {
  readonly name: string;
  readonly scheme: string;
  readonly path: string;
}

/**
 * The servers that are offered to agents, one for each folder on the disk: `serverDefinitions('/ext/dist/cli.cjs', folders, true)`. None where they would
 * start a program that nobody is to start, in Restricted Mode or where ReqTrace is turned off.
 */
export function serverDefinitions(program: string, folders: readonly OpenFolder[], isWanted: boolean): readonly ServerDefinition[] {
  const onDisk = isWanted ? folders.filter(({ scheme }) => scheme === 'file') : [];
  return onDisk.map(({ name, path }) => ({
    label: onDisk.length === 1 ? 'ReqTrace' : `ReqTrace ${name}`,
    args: [program, 'mcp', '--root', path],
  }));
}
