import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client } from '../../test/support/server/client.ts';
import { verdict } from './budgets.ts';
import type { Verdict } from './budgets.ts';
import { REPOSITORY } from './build.ts';
import { longDocument } from './keys.ts';
import { shapeTree } from './shapes.ts';
import { syntheticTree } from './tree.ts';
import { Watch } from './watched.ts';
import type { Watched } from './watched.ts';

const FILES = 100_000;
const EDITS = 1000;
const KEYS = 30;
/** Criteria of the document that is typed in. */
const CRITERIA = 2000;
/** How long nothing must happen before memory is looked at: the heap is tidied up meanwhile. In milliseconds. */
const REST = 8000;
/** Milliseconds between two keys. */
const PACE = 120;

/** Megabytes and milliseconds that the server may take; the aims of the plan were 180 and 250 MB, and turns of 50 ms. */
const LIMITS = { memory: { files: 420, documents: 1000 }, turn: { cold: 400, warm: 350, typing: 650 } } as const;

/** One look at the server: `['100,000 files, cold', { peak: 300, now: 210, longest: 90 }]`. */
type Look = readonly [what: string, figures: Watched];

/**
 * Memory and longest turns of the language server as a process of its own, on 100,000 files and on a tree of documents: after a cold start, a warm one,
 * 1,000 edits, and while somebody types in a document of 2,000 criteria.
 *
 * @param node the program that runs it, such as the Node of an editor.
 */
export async function serverTable(node: string): Promise<{ readonly text: string; readonly budgets: readonly Verdict[] }> {
  const looks = [...(await looksAt('files', syntheticTree(FILES), node)), ...(await looksAt('documents', shapeTree('documents'), node))];
  const text = looks
    .map(([what, { peak, now, longest }]) => `${what.padEnd(28)}peak ${peak} MB, then ${now} MB, longest turn ${longest} ms\n`)
    .join('');
  return { text, budgets: looks.flatMap(([what, figures]) => budgetsOf(what, figures)) };
}

function budgetsOf(what: string, { peak, longest }: Watched): Verdict[] {
  const kind = what.startsWith('files') ? 'files' : 'documents';
  const moment = (['cold', 'warm'] as const).find((one) => what.endsWith(one)) ?? 'typing';
  return [
    verdict(`server's memory, ${what}`, peak, LIMITS.memory[kind], 'MB'),
    verdict(`server's longest turn, ${what}, processor time`, longest, LIMITS.turn[moment], 'ms'),
  ];
}

async function looksAt(kind: 'files' | 'documents', root: string, node: string): Promise<Look[]> {
  const cache = mkdtempSync(path.join(tmpdir(), 'reqtrace-bench-cache-'));
  try {
    const cold = await look(`${kind}, cold`, { root, cache, node });
    const warm = await look(`${kind}, warm`, { root, cache, node });
    return [...cold, ...warm, ...(kind === 'files' ? await look(`${kind}, typing`, { root, cache, node, typing: true }) : [])];
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

interface Started {
  readonly root: string;
  readonly cache: string;
  readonly node: string;
  readonly typing?: boolean;
}

async function look(what: string, { root, cache, node, typing = false }: Started): Promise<Look[]> {
  const watch = new Watch(true);
  const program = [...watch.args, path.join(REPOSITORY, 'dist/server.cjs'), '--stdio'];
  const client = Client.ofProcess(program, { ...watch.environment, REQTRACE_CACHE_DIR: cache }, node);
  try {
    await client.start([{ uri: pathToFileURL(root).href }]);
    await sleep(REST);
    const started = await watch.ask(client.pid);
    if (!typing) return [[what, started]];
    await typeKeys(client, root);
    const typed = await watch.ask(client.pid);
    await edit(client, root);
    await sleep(REST);
    return [
      [what, typed],
      [`${what}, ${EDITS.toLocaleString('en')} edits`, await watch.ask(client.pid)],
    ];
  } finally {
    await client.stop();
    watch.remove();
  }
}

async function typeKeys(client: Client, root: string): Promise<void> {
  const uri = pathToFileURL(path.join(root, 'docs/long.md')).href;
  const text = longDocument(CRITERIA, '');
  const line = text.split('\n').findIndex((each) => each.includes('Report 2 of 200'));
  await client.open(uri, text, 'markdown');
  await sleep(REST);
  for (let at = 0; at < KEYS; at += 1) {
    await client.type(uri, line, 10, 10, 'x');
    await sleep(PACE);
  }
}

async function edit(client: Client, root: string): Promise<void> {
  const file = 'docs/area1/plan-1.md';
  const uri = pathToFileURL(path.join(root, file)).href;
  await client.open(uri, readFileSync(path.join(root, file), 'utf8'), 'markdown');
  for (let at = 0; at < EDITS; at += 1) {
    await client.type(uri, 0, 2, 2, 'x');
    if (at % 10 === 0) await sleep(PACE);
  }
}
