import { execFile } from 'node:child_process';
import { chmod, cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { marketplacePage } from './marketplacePage.ts';
import { HarnessError, repositoryRoot, temporaryFolder } from './vscode/obtain.ts';

/** The same sources make the same archive, whenever and wherever it is packed: times in it are local ones. */
const SAME_BYTES = { SOURCE_DATE_EPOCH: String(Date.UTC(2000, 0, 1) / 1000), TZ: 'UTC' };
const MANIFESTS = ['package.nls.json', 'package.nls.de.json', 'package.nls.zh-cn.json'];
const VSCE = path.join(repositoryRoot, 'node_modules/@vscode/vsce/vsce');

/**
 * Packs the extension as it is built now (`npm run build` first) into `file`, with a page of its own in place of the README of the repository.
 *
 * @returns the absolute path of the VSIX.
 * @throws HarnessError with vsce's own message.
 */
export async function packageExtension(file: string): Promise<string> {
  const target = path.resolve(file);
  const stage = await staged(['.vscodeignore', ...MANIFESTS, 'README.md', 'snippets', 'media']);
  try {
    await writeFile(path.join(stage, 'README.md'), await pageOfExtension());
    await vsce(['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', target], stage);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return target;
}

/**
 * A temporary folder with these files and folders of the repository and what all packages hold, in which all may be read by all: what a clone makes of that depends on
 * who made it. What of it is packed is said by the list of what to ignore, which has to be among them.
 */
export async function staged(names: readonly string[]): Promise<string> {
  const stage = await temporaryFolder();
  for (const name of [...names, 'package.json', 'CHANGELOG.md', 'LICENSE', 'dist', 'docs/findings', 'l10n', 'schemas'])
    await cp(path.join(repositoryRoot, name), path.join(stage, name), { recursive: true });
  for (const entry of await readdir(stage, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), 0o644);
  return stage;
}

/** What the Marketplaces and VS Code show of the extension. */
async function pageOfExtension(): Promise<string> {
  const [page, manifest] = await Promise.all(
    ['media/marketplace.md', 'package.json'].map((name) => readFile(path.join(repositoryRoot, name), 'utf8')),
  );
  const { repository } = JSON.parse(manifest ?? '{}') as { readonly repository?: { readonly url: string } };
  return marketplacePage(page ?? '', 'media', repository?.url);
}

async function vsce(args: readonly string[], cwd: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [VSCE, ...args], {
      cwd,
      env: { ...process.env, ...SAME_BYTES },
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new HarnessError(`vsce ${args[0] ?? ''}: ${(stderr ?? '').trim() || message}`);
  }
}
