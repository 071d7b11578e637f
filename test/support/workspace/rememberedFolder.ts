import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { FilePath } from '../../../src/model/position.ts';
import { renderJson } from '../../../src/report/json/report.ts';
import { factFolder } from '../../../src/workspace/cache/cacheFolder.ts';
import { FolderMemory } from '../../../src/workspace/cache/folderMemory.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import type { Project } from '../../../src/workspace/project.ts';
import { ADD_AND_COMMIT } from '../git.ts';
import type { folders } from './folder.ts';
import type { Folder } from './folder.ts';

/** A folder with a file of every kind that a start has to tell apart. */
export const FILES = {
  '.gitignore': 'out/\n',
  'reqtrace.yaml': 'version: 1\nwaivers:\n  - { ref: IP-1.1/AC2, reason: later, until: 2030-01-01 }\n',
  'docs/plan.md':
    '### Integration Point 1.1: Orders\n\n**Acceptance Criteria**:\n\n- Orders are kept\n- Orders are counted\n\n[Code](../src/orders.ts) and [nothing](missing.ts)\n',
  'src/orders.ts': '// @implements IP-1.1\nfunction reserve() {}\n',
  'src/encoding.ts': '// see ENC-8\n',
  'src/silent.ts': 'const a = 1;\n',
  'src/binary.ts': '// @implements IP-1.1\0\n',
  'src/bundle.js': `/* @implements IP-1.1 */${'f(1);'.repeat(20_000)}`,
  'src/chunk.js': 'f(1);'.repeat(20_000),
  'test/orders.test.ts': 'describe("IP-1.1", () => { it("AC1 keeps them", () => {}); });\n',
  'data/picture.png': 'x',
};

/** Longer than what git and we take for "just now". */
export const settle = (): Promise<void> => wait(250);

/** A committed folder that has been at rest for a while. */
export async function repository(make: ReturnType<typeof folders>, files: Readonly<Record<string, string>> = FILES): Promise<Folder> {
  const folder = make(files);
  commit(folder);
  await settle();
  return folder;
}

/** Makes a repository of a folder, with all of it committed. */
export function commit(folder: Folder): void {
  folder.git(['init', '--quiet']);
  folder.git(['-c', ADD_AND_COMMIT, 'record', '--message', 'All']);
}

/** Opens a folder and waits until it is remembered. */
export async function open(root: string, cache?: Folder): Promise<Project> {
  const project = await openProject(root, { today: '2026-11-21', ...(cache && { cacheFolder: cache.path }) });
  await project.remembered();
  return project;
}

/** All that readers see, of these files and in the report. */
export function picture(project: Project, paths: readonly FilePath[]): unknown {
  const { index, skipped } = project;
  return {
    files: paths.map((path) => [path, project.roleOf(path), index.files.has(path), index.referencesIn(path), index.findings(path)]),
    skipped,
    report: renderJson(index, []),
  };
}

/** What a start would have to look at, were the folder remembered, and `-path` of what it would forget; undefined where it is not remembered. */
export async function freshFiles(root: string, cache: Folder, { index }: Project): Promise<readonly FilePath[] | undefined> {
  const memory = await new FolderMemory(root, factFolder(cache.path, root, index.configuration)).recall();
  const news = await memory?.news;
  return news && [...news.fresh, ...news.gone.map((path) => `-${path}`)].toSorted();
}

/** Paths of the folder, those of git and links to folders left out. */
export function pathsIn(root: string): FilePath[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.startsWith('.git/'))
    .sort();
}
