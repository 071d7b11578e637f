import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { TreeNode } from '../../../src/server/protocol.ts';
import { REFRESH, TREE_CHILDREN } from '../../../src/server/protocol.ts';
import { Random } from '../index/random.ts';
import { Client, TestFolder } from '../server/client.ts';

export interface SoakOptions {
  /** A bundled server. */
  readonly server: string;
  /** In each there are some forty edits, a checkout, results of tests, renames, deletions and a change of the configuration. */
  readonly rounds: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** The server at the end of a round, when nothing is left to do and the garbage is collected. */
export interface Sample {
  /** Bytes of the heap in use. */
  readonly heap: number;
  /** Open files, sockets and pipes; 0 where the system does not tell. */
  readonly handles: number;
}

export interface SoakResult {
  readonly samples: readonly Sample[];
  /** What the server says in the end, and what one says that is started then. */
  readonly final: unknown;
  readonly fresh: unknown;
}

/** Collects the garbage of the server on a signal and writes down what is left: no part of the server itself. */
const PROBE = `process.on('SIGUSR2', () => {
  for (let at = 0; at < 3; at++) global.gc();
  require('node:fs').writeFileSync(process.env.SOAK_PROBE, String(process.memoryUsage().heapUsed));
});`;
const CONFIGURATIONS = [
  '',
  'severity: { unmet-criterion: warning }\n',
  'needs: [implements]\n',
  'implicit: tasks\n',
  'labels: { Contract: CON }\nids: ["HLR_[0-9]+"]\n',
  'needs: [maybe\n',
];
const DOCUMENTS = 12;
const SOURCES = 40;

/** Lets one server live through a long day in short, and compares it with a new one. */
export async function soak({ server, rounds, seed, log }: SoakOptions): Promise<SoakResult> {
  const random = new Random(seed);
  const folder = new TestFolder(files(random));
  const probe = mkdtempSync(join(tmpdir(), 'reqtrace-soak-'));
  writeFileSync(join(probe, 'probe.cjs'), PROBE);
  const start = (): Client =>
    Client.ofProcess(['--expose-gc', '--require', join(probe, 'probe.cjs'), server, '--stdio'], {
      SOAK_PROBE: join(probe, 'heap'),
      REQTRACE_CACHE_DIR: join(probe, 'cache'),
    });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '-b', 'main');
  commit(git, 'one');
  git('checkout', '-b', 'other');
  for (let at = 0; at < DOCUMENTS; at += 2) folder.write(`docs/d${at}.md`, document(random, at));
  for (let at = 0; at < SOURCES; at += 3) folder.write(`src/s${at}.ts`, source(random));
  commit(git, 'two');

  const samples: Sample[] = [];
  const client = start();
  try {
    await client.start([folder]);
    for (let round = 0; round < rounds; round += 1) {
      await day(client, folder, random, git, round);
      samples.push(await measure(client, join(probe, 'heap')));
      log?.(`round ${round + 1}: ${JSON.stringify(samples.at(-1))}`);
      // A client that keeps all it ever heard would be the one that grows.
      client.published.length = 0;
      client.treeChanges.length = 0;
      client.logged.length = 0;
    }
    const final = await picture(client, folder);
    await client.stop();
    const other = start();
    await other.start([folder]);
    const fresh = await picture(other, folder);
    await other.stop();
    return { samples, final, fresh };
  } finally {
    folder.remove();
    rmSync(probe, { recursive: true, force: true });
  }
}

type Git = (...args: string[]) => string;

function commit(git: Git, message: string): void {
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', message);
}

/** One round; all changes of the disk are told as a watcher tells them, in parcels and in any order. */
async function day(client: Client, folder: TestFolder, random: Random, git: Git, round: number): Promise<void> {
  const opened = new Set<string>();
  for (let edit = 0; edit < 40; edit += 1) {
    const path = random.oneIn(3) ? `docs/d${random.below(DOCUMENTS)}.md` : `src/s${random.below(SOURCES)}.ts`;
    const uri = folder.uriOf(path);
    if (!opened.has(uri)) await client.open(uri, path.endsWith('.md') ? document(random, edit % DOCUMENTS) : source(random), 'plaintext');
    opened.add(uri);
    await client.type(
      uri,
      0,
      0,
      0,
      random.pick(['// @verifies REQ-1/AC1\n', 'x', '\n', '# REQ-77: New\n', '// @implements docs/d1#REQ-2\n']),
    );
    // A question has the newest text read at once instead of after a pause.
    if (random.oneIn(2)) await client.ask('textDocument/hover', uri, 0, 5);
    if (random.oneIn(6)) {
      await client.close(uri);
      opened.delete(uri);
    }
  }
  for (const uri of opened) await client.close(uri);

  const moved = `src/moved${round % 3}.ts`;
  folder.write(moved, source(random));
  folder.remove(`src/s${random.below(SOURCES)}.ts`);
  folder.write('reqtrace.yaml', random.pick(CONFIGURATIONS));
  folder.write('reports/junit.xml', results(random));
  await client.watched(
    { uri: folder.uriOf(moved), type: 1 },
    { uri: folder.uriOf('reqtrace.yaml'), type: 2 },
    { uri: folder.uriOf('reports/junit.xml'), type: 2 },
    { uri: folder.uriOf('src'), type: 2 },
  );
  git('checkout', '-q', '-f', round % 2 ? 'main' : 'other');
  await client.watched(...Array.from({ length: DOCUMENTS }, (_, at) => ({ uri: folder.uriOf(`docs/d${at}.md`), type: 2 as const })));
  await client.watched(...Array.from({ length: 300 }, (_, at) => ({ uri: folder.uriOf(`src/s${at % SOURCES}.ts`), type: 2 as const })));
  await client.connection.sendRequest(REFRESH);
}

async function measure(client: Client, file: string): Promise<Sample> {
  // Whatever waits for a pause has its turn.
  await wait(400);
  rmSync(file, { force: true });
  process.kill(client.pid, 'SIGUSR2');
  let heap = 0;
  for (let look = 0; look < 200 && heap === 0; look += 1) {
    await wait(20);
    heap = numberIn(file);
  }
  return { heap, handles: process.platform === 'linux' ? readdirSync(`/proc/${client.pid}/fd`).length : 0 };
}

function numberIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** Everything that a client has been told, files without findings left out. */
async function picture(client: Client, folder: TestFolder): Promise<unknown> {
  const options = { groupBy: 'document', unmetOnly: false };
  const documents = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { options });
  const requirements = await Promise.all(
    documents.map(({ id }) => client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, { id, options })),
  );
  const rows = [...documents, ...requirements.flat()].map(({ label, description, status }) => ({ label, description, status }));
  const findings = [...client.diagnostics]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(
      ([uri, diagnostics]) =>
        [uri.slice(folder.uri.length), diagnostics.map(({ code, range, message }) => ({ code, range, message }))] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { counts: client.state.folders.map(({ phase, counts }) => ({ phase, counts })), rows, findings };
}

function files(random: Random): Record<string, string> {
  const all: Record<string, string> = { 'reqtrace.yaml': '', 'reports/junit.xml': results(random) };
  for (let at = 0; at < DOCUMENTS; at += 1) all[`docs/d${at}.md`] = document(random, at);
  for (let at = 0; at < SOURCES; at += 1) all[`src/s${at}.ts`] = source(random);
  return all;
}

function document(random: Random, at: number): string {
  const sections = Array.from(
    { length: 8 },
    (_, section) =>
      `## REQ-${at * 4 + section}: Title ${random.below(9)}\n\n**Acceptance Criteria**:\n- [${random.pick([' ', 'x'])}] one ${random.below(5)}\n- [ ] two\n\n[link](d${random.below(20)}.md)\n`,
  );
  return sections.join('\n');
}

function source(random: Random): string {
  return Array.from(
    { length: 12 },
    (_, at) =>
      `// @${random.pick(['implements', 'verifies', 'waives'])} REQ-${random.below(60)}${random.pick(['', '/AC1', '/AC2'])}: why\nfunction f${at}() {}\n`,
  ).join('\n');
}

function results(random: Random): string {
  const cases = Array.from(
    { length: 20 },
    (_, at) => `<testcase classname="t" name="REQ-${at}/AC1 works">${random.oneIn(3) ? '<failure message="no"/>' : ''}</testcase>`,
  );
  return `<testsuite name="t" tests="20">${cases.join('')}</testsuite>\n`;
}
