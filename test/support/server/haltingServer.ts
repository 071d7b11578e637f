import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { DISK } from '../../../src/server/disk.ts';
import { DISK_FEATURES } from '../../../src/server/features/diskFeatures.ts';
import { startServer } from '../../../src/server/server.ts';

/* The language server, which waits with the bulk of the files until the file that `GO_ON` names is there. */

const goOn = process.env['GO_ON'] ?? '';

startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), DISK_FEATURES, {
  disk: {
    ...DISK,
    openProject: (root, options) =>
      DISK.openProject(root, {
        ...options,
        async onDocuments(project) {
          await options?.onDocuments?.(project);
          while (!existsSync(goOn)) await wait(20);
        },
      }),
  },
  version: '0.0.0',
  windows: false,
  cacheFolder: undefined,
});
