import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfiguration } from '../../../../src/formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../../../src/model/configuration.ts';
import { Random } from '../../index/random.ts';
import { Client } from '../../server/client.ts';
import { picture } from '../../server/picture.ts';
import { LivedIn } from './livedIn.ts';
import type { ServerOperation } from './livedIn.ts';
import { SERVER_OPERATIONS } from './serverOperations.ts';

/** Operations between two comparisons with a new server. */
const BETWEEN = 50;
/** Looks at the server until it has done what it was told of, and the time between two, in milliseconds. */
const LOOKS = 50;
const PAUSE = 100;

/** What the server that ran on says otherwise than one that was started then. */
export interface ServerDifference {
  /** Operations since the last comparison. */
  readonly trail: readonly string[];
  readonly done: number;
  readonly lasting: unknown;
  readonly fresh: unknown;
}

export interface ServerLifeOptions {
  /** A bundled server. */
  readonly server: string;
  readonly seed: number;
  readonly operations: number;
  /** Compares after each operation: slow, and finds the one. */
  readonly each?: boolean;
}

/** Lets a server follow random edits, changes of the disk and of git; undefined where it says the same as a new one each time. */
export async function liveWithServer({ server, seed, operations, each = false }: ServerLifeOptions): Promise<ServerDifference | undefined> {
  const random = new Random(seed);
  const life = new LivedIn(random, (environment) => Client.ofProcess([server, '--stdio'], environment));
  const kinds = SERVER_OPERATIONS.flatMap((operation) => Array.from({ length: operation.weight ?? 1 }, () => operation));
  let trail: string[] = [];
  try {
    await life.client.start([life.folder]);
    for (let done = 1; done <= operations; done += 1) {
      const operation = random.pick(kinds);
      trail.push(operation.name);
      await act(life, operation);
      if (!each && done % BETWEEN !== 0 && done !== operations) continue;
      await mendConfiguration(life);
      const difference = await compare(life, server, done % (2 * BETWEEN) === 0);
      if (difference) return { ...difference, trail, done };
      trail = [];
    }
    return undefined;
  } finally {
    await life.stop();
  }
}

async function act(life: LivedIn, { run }: ServerOperation): Promise<void> {
  try {
    await run(life);
  } catch (error) {
    // A file is a folder by now, or the like; that the server ended is told by the next question.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  await life.tell();
}

/** A server keeps to the last good configuration while the file has an error; what that was, a new one cannot know. */
async function mendConfiguration(life: LivedIn): Promise<void> {
  const texts = [life.read(CONFIGURATION_FILE), life.open.get(CONFIGURATION_FILE) ?? ''];
  if (texts.every((text) => readConfiguration(CONFIGURATION_FILE, text).configuration)) return;
  if (life.open.delete(CONFIGURATION_FILE)) await life.client.close(life.folder.uriOf(CONFIGURATION_FILE));
  life.folder.remove(CONFIGURATION_FILE);
  life.folder.write(CONFIGURATION_FILE, 'version: 1\n');
  await life.tell();
}

/** @param remembers true for a new server that begins with what the lasting one keeps for the next start. */
async function compare(
  life: LivedIn,
  server: string,
  remembers: boolean,
): Promise<Pick<ServerDifference, 'lasting' | 'fresh'> | undefined> {
  const cache = remembers ? {} : { REQTRACE_CACHE_DIR: `${life.outside}/no-cache` };
  const client = Client.ofProcess([server, '--stdio'], { ...life.environment, ...cache });
  const open = Object.fromEntries([...life.open].map(([name, text]) => [life.folder.uriOf(name), text]));
  let fresh: unknown;
  let lasting: unknown;
  try {
    await client.start([life.folder], { open });
    for (let look = 0; look < LOOKS; look += 1) {
      fresh = await picture(client, life.folder);
      lasting = await picture(life.client, life.folder);
      if (isDeepStrictEqual(lasting, fresh)) return undefined;
      await wait(PAUSE);
    }
    return { lasting, fresh };
  } finally {
    await client.stop();
  }
}
