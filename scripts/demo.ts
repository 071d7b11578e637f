import path from 'node:path';
import { parseArgs } from 'node:util';
import { VsCodeHost } from './vscode/host.ts';
import { HarnessError, repositoryRoot, temporaryFolder } from './vscode/obtain.ts';
import { removeAtExit } from './vscode/cleanup.ts';
import { copyWorkspace } from './vscode/workspace.ts';
import { packageExtension } from './vsix.ts';

/*
 * `npm run demo -- [FOLDER] [--port N]`: opens a copy of FOLDER (default examples/shop) in a VS Code with the packed
 * extension installed, on an address of this machine, until Ctrl-C. Nothing outside temporary folders is written.
 */

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
  const folder = path.resolve(positionals[0] ?? path.join(repositoryRoot, 'examples/shop'));
  const build = await temporaryFolder();
  removeAtExit(build);
  const vsix = await packageExtension(path.join(build, 'reqtrace.vsix'));
  const copy = await copyWorkspace(folder);
  const host = await VsCodeHost.start({ log: (line) => console.log(line), vsix, port: Number(values.port ?? 0) });
  console.log(`\n  ${host.url(copy.target)}\n\nThis is a copy of ${folder}; Ctrl-C ends the demo and removes it.`);
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exit(2);
}
