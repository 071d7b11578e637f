import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildProbe } from './build.ts';
import { name, word } from './languages.ts';
import type { OpenFigures } from './probe.ts';
import { processorTime } from './processorTime.ts';
import { race } from './race.ts';
import type { Random } from './random.ts';
import { syntheticTree } from './tree.ts';
import type { Writing } from './tree.ts';

const MAIN = 'org.itsallcode.openfasttrace.core.cli.CliStarter';
/** OpenFastTrace's own list of what it traces of itself. */
const SELF_TRACE = 'oft-self-trace.sh';
const FILES = 20_000;
/** One document of 500 files, so 40 documents and 2,000 items. */
const ITEMS = 50;
/** Of them, those that the others cover. */
const HIGHER = 10;

/** A tree with items of OpenFastTrace and tags in code, and the same tree with as many requirements of ReqTrace's own notation. */
const WRITINGS = {
  oft: writing('oft', {
    item: (level, id, higher) =>
      `\`${level}~${id}~1\`\n\nTEXT\n\n${higher === undefined ? '' : `Covers:\n\n* \`req~${higher}~1\`\n\n`}Needs: ${level === 'req' ? 'dsn' : 'impl, utest'}\n`,
    tag: (isTest, id) => `[${isTest ? 'utest' : 'impl'}->dsn~${id}~1]`,
    id: (document, at) => `plan-${document}.${at}`,
  }),
  house: writing('house', {
    item: (_level, _id, higher) => `${higher === undefined ? '' : `**Covers**: ${higher}\n\n`}TEXT\n`,
    tag: (isTest, id) => `${isTest ? '@verifies' : '@implements'} ${id}`,
    id: (document, at) => `PLAN-${document}.${at}`,
  }),
} as const;

function writing(
  title: string,
  words: {
    readonly item: (level: 'req' | 'dsn', id: string, higher: string | undefined) => string;
    readonly tag: (isTest: boolean, id: string) => string;
    readonly id: (document: number, at: number) => string;
  },
): Writing {
  const item = (document: number, at: number, random: Random): string => {
    const [id, isHigher] = [words.id(document, at), at < HIGHER];
    const text = `The ${word(random)} of every ${word(random)} is kept with its ${name(random)}.`;
    const heading = title === 'house' ? `## ${id}: Part ${at}` : `## Part ${at}`;
    const body = words.item(isHigher ? 'req' : 'dsn', id, isHigher ? undefined : words.id(document, at % HIGHER));
    return `${heading}\n${title === 'house' ? '\n' : ''}${body.replace('TEXT', text)}`;
  };
  return {
    name: `peer-${title}`,
    document: (number, random) => Array.from({ length: ITEMS }, (_one, at) => item(number, at, random)).join('\n'),
    annotation: (isTest, documents, random) => words.tag(isTest, words.id(random.between(1, documents), random.between(HIGHER, ITEMS - 1))),
  };
}

/** What is compared: OpenFastTrace's compiled classes, the CLI of ReqTrace, and repositories. */
interface Compared {
  readonly classes: string;
  readonly cli: string;
  readonly trees: readonly string[];
}

/**
 * Whole programs, cold, in turn: the processor time of both on a generated tree and on these repositories, and what the notation costs in memory:
 * `await peerTable({ classes: 'out/oft', cli: 'dist/cli.cjs', trees: [] }, 5)`.
 */
export async function peerTable(
  { classes, cli, trees }: Compared,
  runs: number,
): Promise<{ readonly text: string; readonly isKept: boolean }> {
  const generated = syntheticTree(FILES, 1, WRITINGS.oft);
  const raced = (tree: string): number => {
    const runners = [
      { name: 'OpenFastTrace', command: 'java', args: ['-cp', classes, MAIN, 'trace', ...tracedOf(tree)] },
      { name: 'ReqTrace', command: process.execPath, args: [cli, 'report', '--no-cache'] },
    ];
    const { OpenFastTrace: peer = Number.NaN, ReqTrace: own = Number.NaN } = race(runners, tree, runs, processorTime);
    process.stdout.write(`${tree}: OpenFastTrace ${peer} ms, ReqTrace ${own} ms\n`);
    return own / peer;
  };
  const heap = await heaps(await buildProbe());
  const verdicts = [
    ...trees.map((tree) => ({ what: `processor time on ${tree}, of that of OpenFastTrace`, value: raced(tree), limit: 0.6 })),
    { what: 'processor time on the generated tree, of that of OpenFastTrace', value: raced(generated), limit: 0.4 },
    // @verifies RT-10.1/AC16
    { what: 'heap of its items, of that of as many requirements of the house', value: heap.oft / heap.house, limit: 1.5 },
    { what: 'heap of its items, of that of the same tree in which none is read', value: heap.oft / heap.off, limit: 1.5 },
  ];
  const lines = verdicts.map(
    ({ what, value, limit }) => `${value <= limit ? 'kept  ' : 'MISSED'}  ${what}: ${value.toFixed(2)} (at most ${limit})\n`,
  );
  return { text: lines.join(''), isKept: verdicts.every(({ value, limit }) => value <= limit) };
}

/** What OpenFastTrace is to read: in its own repository what it reads of itself, else the whole folder. */
function tracedOf(tree: string): readonly string[] {
  const script = path.join(tree, SELF_TRACE);
  if (!existsSync(script)) return ['.'];
  return Array.from(readFileSync(script, 'utf8').matchAll(/^\s+"\$base_dir\/([^"]+)"/gmu), ([, folder]) => folder ?? '.');
}

/** Bytes of heap after a collection, of the generated tree in each of its notations, and without the one of OpenFastTrace. */
async function heaps(probe: string): Promise<Readonly<Record<keyof typeof WRITINGS | 'off', number>>> {
  const of = (tree: string): number => {
    const printed = execFileSync(process.execPath, ['--expose-gc', probe, 'open', tree, '-'], { encoding: 'utf8' });
    return (JSON.parse(printed) as OpenFigures).heap;
  };
  const off = syntheticTree(FILES, 1, { ...WRITINGS.oft, name: 'peer-off' });
  writeFileSync(path.join(off, 'reqtrace.yaml'), 'notations: [house]\n');
  return { oft: of(syntheticTree(FILES, 1, WRITINGS.oft)), house: of(syntheticTree(FILES, 1, WRITINGS.house)), off: of(off) };
}
