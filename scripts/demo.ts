import path from 'node:path';
import { parseArgs } from 'node:util';
import { VsCodeHost } from './vscode/host.ts';
import { HarnessError, repositoryRoot, temporaryFolder } from './vscode/obtain.ts';
import { removeAtExit } from './vscode/cleanup.ts';
import { copyWorkspace } from './vscode/workspace.ts';
import { WebHost } from './vscode/webHost.ts';
import { textsIn } from './vscode/textsIn.ts';
import { packageExtension } from './vsix.ts';

/*
 * `npm run demo -- [FOLDER] [--port N]`: opens a copy of FOLDER (default examples/shop) in a VS Code with the packed
 * extension installed, on an address of this machine, until Ctrl-C. Nothing outside temporary folders is written.
 * With `--web` it is a VS Code that has no server, as vscode.dev is: static files, with the folder in the memory of the page.
 */

const log = (line: string): void => console.log(line);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, web: { type: 'boolean', default: false } },
  });
  const folder = path.resolve(positionals[0] ?? path.join(repositoryRoot, 'examples/shop'));
  const port = Number(values.port ?? 0);
  if (values.web) {
    const host = await WebHost.start({ files: await textsIn(folder), port, log });
    console.log(
      `\n  ${host.address}\n\nThis is a copy of ${folder} in the memory of the page; Ctrl-C ends the demo.\n${host.address}playground/ is a page to write documents and code in.`,
    );
  } else await serveInstalled(folder, port);
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exit(2);
}

async function serveInstalled(folder: string, port: number): Promise<void> {
  const build = await temporaryFolder();
  removeAtExit(build);
  const vsix = await packageExtension(path.join(build, 'reqtrace.vsix'));
  const copy = await copyWorkspace(folder);
  const host = await VsCodeHost.start({ log, vsix, port });
  console.log(`\n  ${host.url(copy.target)}\n\nThis is a copy of ${folder}; Ctrl-C ends the demo and removes it.`);
}
