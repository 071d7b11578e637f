import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { openProject } from '../workspace/project.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { startServer } from './server.ts';

// The transport is in the arguments: `--stdio`, or `--node-ipc` from the client in VS Code.
startServer(createConnection(ProposedFeatures.all), {
  openProject,
  version: packageJson.version,
  windows: process.platform === 'win32',
});
