import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runCli } from '../../../../src/cli/run.ts';
import { Random } from '../../index/random.ts';
import { COMMAND_OPERATIONS } from './commandOperations.ts';
import { attempt, FILE_OPERATIONS } from './fileOperations.ts';
import type { OtherGits } from './otherGits.ts';
import { otherOperations } from './otherOperations.ts';
import { SETTING_OPERATIONS } from './settingOperations.ts';
import { World } from './world.ts';
import type { Operation } from './world.ts';

/** Where a cached answer is not the fresh one. */
export interface Difference {
  readonly seed: number;
  /** Operations until then, the last one last. */
  readonly trail: readonly string[];
  readonly command: string;
  readonly cached: string;
  readonly fresh: string;
  /** The repository as it is, to look into. */
  readonly place: string;
}

export interface LifeOptions {
  readonly seed: number;
  readonly operations: number;
  readonly others: OtherGits;
  /** Leaves the repository where it is when something differs. */
  readonly keep?: boolean;
}

export interface Life {
  readonly done: number;
  /** Answers that were given while a folder was remembered. */
  readonly remembered: number;
  readonly difference?: Difference;
}

const COMMANDS: readonly (readonly string[])[] = [
  ['report', '--format', 'json'],
  ['check', '--format', 'json', '--fail-on', 'never'],
];

/** All kinds of operation that can be done with these programs. */
export function operationsWith(others: OtherGits): readonly Operation[] {
  return [...FILE_OPERATIONS, ...COMMAND_OPERATIONS, ...SETTING_OPERATIONS, ...otherOperations({ others })];
}

/** Lets a repository live, and compares after every few operations what is answered with a cache and without; ends at the first difference. */
export async function liveWithGit({ seed, operations, others, keep = false }: LifeOptions): Promise<Life> {
  const random = new Random(seed);
  const world = new World(random, others);
  const kinds = weighted(operationsWith(others));
  const trail: string[] = [];
  let remembered = 0;
  let difference: Difference | undefined;
  try {
    await answerOf(world, COMMANDS[0] ?? [], true);
    for (let done = 0; done < operations; done += 1) {
      const operation = random.pick(kinds);
      trail.push(operation.name);
      attempt(() => operation.run(world));
      // Mostly at once: what happens in one moment is what stamps cannot tell apart.
      if (random.oneIn(4)) await wait(random.pick([20, 150, 150, 1100]));
      if (random.oneIn(2)) continue;
      if (isRemembered(world)) remembered += 1;
      difference = await compare(world, seed, trail);
      if (difference) return { done: done + 1, remembered, difference };
    }
    return { done: operations, remembered };
  } finally {
    world.git('fsmonitor--daemon', 'stop');
    if (!difference || !keep) world.delete();
  }
}

async function compare(world: World, seed: number, trail: readonly string[]): Promise<Difference | undefined> {
  const command = world.random.pick(COMMANDS);
  const cached = await answerOf(world, command, true);
  const fresh = await answerOf(world, command, false);
  return cached === fresh ? undefined : { seed, trail, command: command.join(' '), cached, fresh, place: world.place };
}

async function answerOf({ root, place, cache }: World, [command = '', ...rest]: readonly string[], isCached: boolean): Promise<string> {
  let text = '';
  const stream = { isTTY: false, write: (part: string) => (text += part) };
  const argv = [command, '--root', root, '--today', '2026-11-29', ...(isCached ? [] : ['--no-cache']), ...rest];
  const code = await runCli(argv, { stdout: stream, stderr: stream, cwd: place, env: { REQTRACE_CACHE_DIR: cache } });
  return `${text}exit code ${code}\n`;
}

function isRemembered({ cache }: World): boolean {
  return namesIn(cache).some((folder) => namesIn(path.join(cache, folder)).includes('folder'));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function weighted(operations: readonly Operation[]): readonly Operation[] {
  return operations.flatMap((operation) => Array.from({ length: Math.max(1, Math.round((operation.weight ?? 1) * 5)) }, () => operation));
}
