import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { defaultCacheFolder } from '../workspace/cache/cacheFolder.ts';
import { optimiseLater } from '../workspace/pace/optimiseLater.ts';
import { DISK } from './disk.ts';
import { DISK_FEATURES } from './features/diskFeatures.ts';
import { startServer } from './server.ts';

/** Arguments by which a client chooses how to talk: VS Code's passes `--node-ipc`. Without one it is standard input and output. */
const TRANSPORT = /^--(?:node-ipc|socket=|pipe=)/u;

optimiseLater();
const connection = process.argv.some((argument) => TRANSPORT.test(argument))
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

// Where the package is installed as a whole, its pages are there for every editor.
const pages = join(dirname(realpathSync(process.argv[1] ?? '.')), '../docs/findings');

startServer(connection, DISK_FEATURES, {
  disk: DISK,
  version,
  engine: `Node ${process.version}`,
  windows: process.platform === 'win32',
  cacheFolder: defaultCacheFolder(process.env),
  ...(existsSync(pages) && { findingPages: pathToFileURL(pages).href }),
});
