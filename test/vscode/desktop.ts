import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { removeAtExit } from '../../scripts/vscode/cleanup.ts';
import { HarnessError, downloadFolder, repositoryRoot, temporaryFolder } from '../../scripts/vscode/obtain.ts';
import { QUIET_SETTINGS, TRUST_SETTINGS, writeSettings } from '../../scripts/vscode/settings.ts';
import { copyWorkspace } from '../../scripts/vscode/workspace.ts';
import { packageExtension } from '../../scripts/vsix.ts';
import { bundleSuites } from './bundle.ts';
import { chooseConfigurations, extensionFolder } from './configurations.ts';
import type { Configuration } from './configurations.ts';
import type { TestRunResult } from './result.ts';

/*
 * Runs the suites of `npm run test:vscode` in the desktop VS Code, for machines that reach its update server:
 *   npm run test:desktop -- [--only CONFIGURATION] [--grep REGEXP] [--vscode VERSION]
 * The page checks need a browser and stay with test:vscode.
 */

const UPDATE_SERVER = 'https://update.code.visualstudio.com';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, grep: { type: 'string' }, vscode: { type: 'string', default: 'stable' } },
  });
  const chosen = chooseConfigurations(values.only);
  await reachUpdateServer();
  const executable = await downloadAndUnzipVSCode({ version: values.vscode, cachePath: downloadFolder });
  const total = { passed: 0, failed: 0 };
  for (const configuration of chosen) {
    console.log(`\n▶ ${configuration.name}`);
    const result = await runConfiguration(executable, configuration, values.grep);
    total.passed += result.passed;
    total.failed += result.failed;
  }
  if (total.passed + total.failed === 0) throw new HarnessError('no test ran: does --grep match a title?');
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function reachUpdateServer(): Promise<void> {
  try {
    await fetch(`${UPDATE_SERVER}/api/releases/stable`, { signal: AbortSignal.timeout(10_000) });
  } catch {
    throw new HarnessError(`${UPDATE_SERVER} does not answer, so the desktop VS Code cannot be had here: use \`npm run test:vscode\``);
  }
}

async function runConfiguration(executable: string, configuration: Configuration, grep: string | undefined): Promise<TestRunResult> {
  const home = await temporaryFolder();
  removeAtExit(home);
  const trust = configuration.trusted === false ? {} : TRUST_SETTINGS;
  await writeSettings(path.join(home, 'User'), { ...QUIET_SETTINGS, ...trust, ...configuration.settings });
  const folders = ['--user-data-dir', home, '--extensions-dir', path.join(home, 'extensions')];
  if (configuration.installed) await installPacked(executable, folders, home);

  const outFolder = path.join(repositoryRoot, 'out', `desktop-${process.pid}`);
  removeAtExit(outFolder);
  const module = path.join(outFolder, `${configuration.name}.cjs`);
  const resultFile = path.join(outFolder, `${configuration.name}.json`);
  await bundleSuites(configuration.suites, module, { timeout: 60_000, resultFile, ...(grep === undefined ? {} : { grep }) });
  const copy = await copyWorkspace(path.join(repositoryRoot, configuration.fixture), configuration.folders);
  const opened = 'workspace' in copy.target ? copy.target.workspace : copy.root;
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensionFolder(configuration),
      extensionTestsPath: module,
      launchArgs: [opened, ...folders],
    });
    return JSON.parse(await readFile(resultFile, 'utf8')) as TestRunResult;
  } catch (error) {
    console.error(`  ✘ VS Code ended before any result: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, cases: [], failed: 1 };
  } finally {
    copy.remove();
  }
}

async function installPacked(executable: string, folders: readonly string[], home: string): Promise<void> {
  const vsix = await packageExtension(path.join(home, 'reqtrace.vsix'));
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  if (cli === undefined) throw new HarnessError(`no command line beside ${executable}`);
  await promisify(execFile)(cli, [...args, ...folders, '--install-extension', vsix], { shell: process.platform === 'win32' });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof HarnessError ? error.message : error);
  process.exitCode = 2;
}
