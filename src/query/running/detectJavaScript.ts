import { allOf, say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { inFolder } from '../../text/paths.ts';
import type { KnownProject } from './project/knownProject.ts';
import { nearestWith } from './project/knownProject.ts';
import { packagesAround } from './project/packageJson.ts';
import type { Package } from './project/packageJson.ts';
import { buildBefore, scriptOf, watches } from './project/script.ts';
import type { Detected, Runner } from './runner.ts';
import { bun } from './runners/bun.ts';
import { deno } from './runners/deno.ts';
import { jest } from './runners/jest.ts';
import { mocha } from './runners/mocha.ts';
import { node } from './runners/node.ts';
import { playwright } from './runners/playwright.ts';
import { vitest } from './runners/vitest.ts';

/** What tells one runner of JavaScript from the others. */
interface Signs {
  readonly runner: Runner;
  /** Its imports in a file of tests. */
  readonly imports: RegExp;
  /** The package that brings it; absent for what is not a package. */
  readonly packageName?: string;
  readonly settings: RegExp;
  /** Its program in scripts. */
  readonly program: RegExp;
}

const KNOWN: readonly Signs[] = [
  {
    runner: playwright,
    imports: /['"](?:@playwright\/test|playwright\/test)['"]/u,
    packageName: '@playwright/test',
    settings: /^playwright\.config\./u,
    program: /^playwright$/u,
  },
  {
    runner: vitest,
    imports: /['"]vitest['"]/u,
    packageName: 'vitest',
    settings: /^vitest\.(?:config|workspace)\./u,
    program: /^vitest(?:\.mjs)?$/u,
  },
  { runner: jest, imports: /['"]@jest\/globals['"]/u, packageName: 'jest', settings: /^jest\.config\./u, program: /^jest(?:\.js)?$/u },
  { runner: mocha, imports: /['"]mocha['"]/u, packageName: 'mocha', settings: /^\.mocharc\./u, program: /^_?mocha(?:\.js)?$/u },
  { runner: bun, imports: /['"]bun:test['"]/u, settings: /^bunfig\.toml$/u, program: /^bun$/u },
  { runner: deno, imports: /\bDeno\.test\b|['"](?:jsr:)?@std\/testing/u, settings: /^deno\.jsonc?$/u, program: /^deno$/u },
  { runner: node, imports: /['"]node:test['"]/u, settings: /^$/u, program: /^(?:node|tsx)$/u },
];

/** Names of files by which settings are found, since a plan cannot list folders. */
const SETTINGS = [
  ...['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].flatMap((ending) =>
    ['playwright', 'vitest', 'jest'].map((name) => `${name}.config.${ending}`),
  ),
  'jest.config.json',
  'vitest.workspace.ts',
  ...['js', 'cjs', 'mjs', 'yaml', 'yml', 'json', 'jsonc'].map((ending) => `.mocharc.${ending}`),
  'bunfig.toml',
  'deno.json',
  'deno.jsonc',
];

/** Runners that are known, and that nothing here starts. */
const OTHERS = ['ava', 'tap', 'jasmine', 'uvu', 'qunit', 'tape', '@hapi/lab', 'react-scripts', '@web/test-runner', 'karma', 'cypress'];

/** What starts tests and does not name their runner. */
const NODE_TEST = /(?:^|\s)--test(?:\s|$)/u;

/**
 * The runner of a file of tests in JavaScript: the one that it imports; else the one that the `test` script starts; else the one with settings; else the one that the package asks for. Of
 * two that could be meant, neither.
 */
export function detectJavaScript(project: KnownProject, path: FilePath): Detected | { readonly refused: Message } | undefined {
  const text = project.text(path) ?? '';
  const packages = packagesAround(project, path);
  const home = packages[0]?.folder ?? '';
  const imported = KNOWN.filter(({ imports }) => imports.test(text));
  const foreign = OTHERS.find((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
  const [first] = imported;
  if (first && imported.length === 1) return detected(first, project, path, packages);
  if (foreign !== undefined) return cannotStart(foreign);
  for (const around of packages) {
    const meant = inPackage(project, around);
    if (meant.length === 1 && meant[0]) return detected(meant[0], project, path, packages);
    if (meant.length > 1) return several(meant, path);
    const other = OTHERS.find((name) => around.asks.has(name));
    if (other !== undefined) return cannotStart(other);
  }
  const alone = KNOWN.filter(({ settings }) => SETTINGS.some((name) => settings.test(name) && project.has(inFolder(home, name))));
  if (alone.length === 1 && alone[0]) return detected(alone[0], project, path, packages);
  const script = packages.flatMap(({ scripts }) => (typeof scripts['test'] === 'string' ? [scripts['test']] : []))[0];
  if (script !== undefined && watches(script))
    return {
      refused: say(
        'The script "test" does not end, since it waits for files to change: {0}. Name a command that ends under "tests: run:" in reqtrace.yaml',
        script,
      ),
    };
  return undefined;
}

/** What the package itself says: its scripts before its settings before what it asks for. */
function inPackage(project: KnownProject, { folder, scripts, asks, keys }: Package): readonly Signs[] {
  const test = scripts['test'];
  const started = KNOWN.filter(({ runner, program }) => {
    const script = typeof test === 'string' ? scriptOf({ test }, program) : undefined;
    return (
      script !== undefined && (runner !== node || NODE_TEST.test(script.text)) && (runner !== bun || /\bbun test\b/u.test(script.text))
    );
  });
  if (started.length > 0) return started;
  const set = KNOWN.filter(
    ({ settings, packageName }) =>
      SETTINGS.some((name) => settings.test(name) && project.has(inFolder(folder, name))) ||
      (packageName !== undefined && keys.has(packageName)),
  );
  if (set.length > 0) return set;
  return KNOWN.filter(({ packageName }) => packageName !== undefined && asks.has(packageName));
}

function detected(
  { runner, program }: Signs,
  project: KnownProject,
  path: FilePath,
  packages: readonly Package[],
): Detected | { readonly refused: Message } {
  const home = runner === deno ? nearestWith(project, path, ['deno.json', 'deno.jsonc', 'package.json']) : packages[0]?.folder;
  const script = packages
    .map(({ scripts }) => scriptOf(scripts, program))
    .find((found) => found !== undefined && (runner !== node || NODE_TEST.test(found.text)));
  const build = script && buildBefore(script);
  if (script && build !== undefined) {
    return {
      refused: say(
        'The script "{0}" builds before it tests: {1}. Name a command that does both under "tests: run:" in reqtrace.yaml',
        script.name,
        build,
      ),
    };
  }
  return { runner, folder: home ?? '', script };
}

function several(meant: readonly Signs[], path: FilePath): { readonly refused: Message } {
  const names = allOf(meant.map(({ runner }) => runner.name));
  return { refused: say('Several test runners could run {0}: {1}. Name the command under "tests: run:" in reqtrace.yaml', path, names) };
}

function cannotStart(name: string): { readonly refused: Message } {
  return { refused: say('ReqTrace does not start {0} by itself. Name the command under "tests: run:" in reqtrace.yaml', name) };
}
