import path from 'node:path';
import { HarnessError, repositoryRoot } from '../../scripts/vscode/obtain.ts';
import type { Settings } from '../../scripts/vscode/settings.ts';

/**
 * One start of VS Code: what is opened, how, and which tests run in it. Everything a test needs that cannot be
 * changed at run time (trust, the folders, user settings) is a configuration of its own.
 */
export interface Configuration {
  /** What `--only` takes: `shop`. */
  readonly name: string;
  /** The folder to copy and open, relative to the repository root: `examples/shop`. */
  readonly fixture: string;
  /** Sub-folders of the fixture to open as a multi-root workspace: `['api', 'web']`. */
  readonly folders?: readonly string[];
  readonly settings?: Settings;
  /** `false` opens the folder in Restricted Mode. */
  readonly trusted?: boolean;
  /** Language that the extension speaks: `de`; English without it. */
  readonly language?: string;
  /** `true` tests the packed extension as installed by a user, not the sources. */
  readonly installed?: boolean;
  /** Files of `test/vscode/suites` (without `.ts`): they run inside the extension host, with the `vscode` API. */
  readonly suites: readonly string[];
  /** Files of `test/vscode/pages` (without `.ts`): they look at the workbench through the browser, with the folder as it was at first. */
  readonly pages: readonly string[];
  /**
   * Opens it in a VS Code without a server, as a folder that no disk has, with results of a test run in it; each question about a file takes so many milliseconds. With
   * `base` an extension tells of files that the base of the branch has otherwise. There are only pages then, and `webLanguage` is looked at in a second window in the language, where there is one.
   */
  readonly web?: { readonly latency: number; readonly language?: 'de'; readonly base?: Readonly<Record<string, string>> };
  /** `true` opens a second window for the pages: in one that runs suites VS Code asks nothing, it takes the answer for given. */
  readonly asks?: boolean;
}

const FIXTURES = 'test/vscode/fixtures';

/** Before the branch, the document had one criterion. */
const BASE = {
  'docs/stock.md': '# Stock\n\n## REQ-1: Reserve stock\n\n**Acceptance Criteria**:\n\n- A reservation lowers the available amount.\n',
};

/** Every start of VS Code in a test run, cheapest first. A new one costs about 10 s: prefer a suite in an existing one. */
const configurations: readonly Configuration[] = [
  {
    name: 'orders',
    fixture: `${FIXTURES}/orders`,
    suites: [
      'smoke',
      'tree',
      'language',
      'navigation',
      'actions',
      'writing',
      'files',
      'changes',
      'commands',
      'notebooks',
      'running',
      'agents',
    ],
    pages: ['smoke', 'orders', 'rows', 'editor', 'commands', 'health'],
    asks: true,
  },
  { name: 'review', fixture: `${FIXTURES}/orders`, suites: ['review'], pages: ['review', 'matrix'] },
  { name: 'german', fixture: `${FIXTURES}/orders`, language: 'de', suites: ['german'], pages: ['german'] },
  { name: 'bare', fixture: `${FIXTURES}/bare`, suites: ['bare'], pages: ['bare'] },
  { name: 'multi-root', fixture: `${FIXTURES}/multi-root`, folders: ['api', 'web'], suites: ['multi-root'], pages: [] },
  {
    name: 'untrusted',
    fixture: `${FIXTURES}/single`,
    trusted: false,
    suites: ['untrusted'],
    pages: ['untrusted', 'reviewUntrusted', 'trust'],
  },
  { name: 'web', fixture: `${FIXTURES}/single`, web: { latency: 0, language: 'de', base: BASE }, suites: [], pages: ['web'] },
  { name: 'web-slow', fixture: `${FIXTURES}/single`, web: { latency: 100 }, suites: [], pages: ['web'] },
  { name: 'installed', fixture: `${FIXTURES}/single`, installed: true, suites: ['installed'], pages: [] },
];

/**
 * The configurations to run: all, or the one that `--only` names.
 *
 * @throws HarnessError with the names there are.
 */
export function chooseConfigurations(only: string | undefined): readonly Configuration[] {
  const chosen = configurations.filter((configuration) => only === undefined || configuration.name === only);
  if (chosen.length > 0) return chosen;
  throw new HarnessError(`no configuration is called ${only}: choose one of ${configurations.map((each) => each.name).join(', ')}`);
}

/** VS Code runs tests only beside an extension under development: beside an installed one that is an empty probe. */
export function extensionFolder(configuration: Configuration): string {
  return configuration.installed ? path.join(repositoryRoot, 'test/vscode/probe') : repositoryRoot;
}
