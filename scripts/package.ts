import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { HarnessError, repositoryRoot } from './vscode/obtain.ts';
import { packageExtension } from './vsix.ts';

/* `npm run package`: writes reqtrace-VERSION.vsix beside package.json. */

try {
  const { version } = JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
  const file = await packageExtension(path.join(repositoryRoot, `reqtrace-${version}.vsix`));
  console.log(`${path.relative(process.cwd(), file)}: ${Math.ceil((await stat(file)).size / 1024)} KB`);
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exitCode = 2;
}
