/** A folder of `src` and what holds for all files in it. */
interface Layer {
  readonly name: string;
  /** Without Node and without VS Code, so that it can be tested in memory and run anywhere. */
  readonly pure?: boolean;
}

/** The folders of `src` in the order in which data flows: each imports only from those before it. */
export const LAYERS: readonly Layer[] = [
  { name: 'model', pure: true },
  { name: 'text', pure: true },
  { name: 'formats', pure: true },
  { name: 'index', pure: true },
  { name: 'suggest', pure: true },
  { name: 'query', pure: true },
  { name: 'editor', pure: true },
  { name: 'report', pure: true },
  { name: 'workspace' },
  { name: 'agents' },
  { name: 'mcp' },
  { name: 'cli' },
  { name: 'server' },
  { name: 'extension' },
];

/** Imports that are forbidden, as patterns of what stands behind `from`, and what to say of them. */
interface Ban {
  readonly group: readonly string[];
  readonly message: string;
}

/** An override of the linter's configuration: `src/index` imports nothing from `src/server`. */
interface Override {
  readonly files: readonly string[];
  readonly rules: { readonly 'no-restricted-imports': readonly ['error', { readonly patterns: readonly Ban[] }] };
}

const NODE = ['node:*'];
const VSCODE = ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'];
const PROTOCOL = ['vscode-languageserver', 'vscode-languageserver/*'];

const CARRIERS: Ban = {
  group: ['**/notations/**', '**/languages/**', '**/evidence/**', '**/configuration/**'],
  message: 'A carrier says how a text is built, never what it means.',
};

/**
 * What one notation may not import of another, a number of folders below its own: `../kiro/lists.ts` in
 * `src/formats/notations/house/index.ts`, `../../kiro/lists.ts` in a folder of the house.
 */
function otherNotations(depth: number): Ban {
  const up = '../'.repeat(depth);
  return { group: [`${up}*/**`, `!${up}../**`], message: 'A notation knows nothing of the others.' };
}

/** A file of a notation, `./notations/house/ids.ts`, asked by anybody but another file of it; the registry alone may, in the folder of them all. */
const NOTATIONS: Ban = {
  group: ['**/notations/*/**'],
  message: 'Nobody but the registry knows a notation: ask what src/formats/notation/notation.ts has of it.',
};

/** What each block of a document is, the house says before anything is put together: from the first pass no arrow leads into the second. */
const ASSEMBLY: Ban = { group: ['../assembly/**'], message: 'A block is classified alone; what it is where it stands, the assembly says.' };

/** Files of the server and of the extension that only a machine with a disk has: of these nothing is in the programs for a browser. */
const ON_DISK: Readonly<Record<string, readonly string[]>> = {
  agents: [],
  server: [
    'src/server/{main,disk}.ts',
    'src/server/features/diskFeatures.ts',
    'src/server/features/running/*.ts',
    'src/server/features/sync/{firstFile,ownWatch}.ts',
  ],
  extension: ['src/extension/extension.ts', 'src/extension/client/languageClient.ts'],
};

const IN_BROWSERS: Ban = {
  group: [...NODE, 'vscode-languageserver/node', 'vscode-languageclient/node'],
  message: 'It runs in a browser as well, which has no Node: put what needs it behind src/server/disk.ts or src/extension/extension.ts.',
};

const GIT: Ban = {
  group: ['**/workspace/git/**'],
  message: 'Git is run by src/workspace only; what its answers mean, src/workspace/past says.',
};

/**
 * The rules that keep the layers apart, as overrides for `.oxlintrc.layers.json`. The linter takes only the last of several lists
 * that fit a file, so each inner folder repeats those of its layer.
 */
function layerOverrides(): readonly Override[] {
  const overrides: Override[] = [];
  const add = (files: string, ...patterns: Ban[]) => {
    overrides.push({ files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } });
  };
  for (const [at, { name }] of LAYERS.entries()) {
    const bans = bansOf(at);
    const onDisk = ON_DISK[name];
    add(`src/${name}/**`, ...bans, NOTATIONS, ...(onDisk ? [IN_BROWSERS] : []));
    for (const files of onDisk ?? []) add(files, ...bans, NOTATIONS);
    if (name === 'workspace') add('src/workspace/{virtual/**,folderProject.ts,world.ts}', ...bans, NOTATIONS, IN_BROWSERS);
    if (name !== 'formats') continue;
    add('src/formats/carriers/**', ...bans, CARRIERS);
    add('src/formats/notations/*.ts', ...bans);
    for (const depth of [1, 2, 3]) add(`src/formats/notations/*/${'*/'.repeat(depth - 1)}*.ts`, ...bans, otherNotations(depth));
    for (const part of ['criteria', 'document', 'requirements'])
      add(`src/formats/notations/house/${part}/*.ts`, ...bans, otherNotations(2), ASSEMBLY);
  }
  return overrides;
}

function bansOf(at: number): Ban[] {
  const layer = LAYERS[at];
  if (!layer) return [];
  const { name, pure } = layer;
  if (at === 0) return [{ group: ['*', '!./*'], message: 'src/model imports nothing outside itself.' }];
  const bans: Ban[] = [];
  const below = LAYERS.slice(at + 1).map((other) => `**/${other.name}/**`);
  if (below.length > 0)
    bans.push({
      // The package of a protocol is called as a folder of ours.
      group: name === 'mcp' ? [...below, '!@modelcontextprotocol/**'] : below,
      message: `Data flows one way: src/${name} imports only from the layers before it (see docs/architecture.md).`,
    });
  if (pure) bans.push({ group: [...NODE, ...VSCODE, ...PROTOCOL], message: `src/${name} is pure: no Node, no VS Code.` });
  else if (name !== 'extension') bans.push({ group: VSCODE, message: 'Only src/extension talks to VS Code.' });
  if (name === 'cli' || name === 'server') bans.push(GIT);
  if (name === 'server') bans.push({ group: ['**/cli/**'], message: 'The faces do not import each other.' });
  if (name === 'extension')
    bans.push({
      group: [
        '**/cli/**',
        '**/server/**',
        '!**/server/protocol.ts',
        '!**/server/baseProtocol.ts',
        '!**/server/fileProtocol.ts',
        '!**/server/agentProtocol.ts',
        '!**/server/scaffoldProtocol.ts',
        '!**/server/suggestProtocol.ts',
        '!**/server/reviewProtocol.ts',
        '!**/server/runProtocol.ts',
        '!**/server/fitProtocol.ts',
        '**/workspace/**',
      ],
      message: 'The client reaches the engine through the language server only.',
    });
  return bans;
}

/** The file that `.oxlintrc.json` extends, as it has to stand in the folder of the project. */
export function layersFile(): string {
  const lines = layerOverrides().map((override) => `    ${JSON.stringify(override)}`);
  return `{\n  "overrides": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
