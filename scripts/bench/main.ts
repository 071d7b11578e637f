import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keyVerdicts, pageVerdicts, readingVerdicts, verdicts } from './budgets.ts';
import type { Verdict } from './budgets.ts';
import type { ReadingFigures } from './blockParse.ts';
import { OUTPUT, REPOSITORY, buildProbe } from './build.ts';
import { ALL_SHAPES, againstTable } from './against.ts';
import { measureKeys } from './keys.ts';
import { ask, measureTree } from './measure.ts';
import { KNOWS_PROCESSOR_TIME } from './processorTime.ts';
import type { TreeFigures } from './measure.ts';
import { measurePage } from './page.ts';
import { agentTable } from './agents.ts';
import { suggestTable } from './suggest/run.ts';
import { deliveryTable } from './delivery.ts';
import { editorTable } from './editor.ts';
import { peerTable } from './peer.ts';
import { serverTable } from './server.ts';
import { shapeTree } from './shapes.ts';
import { renderTree, renderVerdicts } from './table.ts';
import { syntheticTree } from './tree.ts';
import { webTable } from './web.ts';

/*
 * `npm run bench`: how fast the engine and the built CLI are, held to the budgets. Options:
 *
 *     --sizes 1000,10000,100000   sizes of the synthetic trees, in files; empty for keys in long documents and the report of 11,000 criteria alone
 *     --tree FOLDER               a git repository of your own instead; may be given several times
 *     --runs 5                    each time is the median of so many runs
 *     --cli FILE                  another CLI than the built one, such as that of an installed package
 *     --json FILE                 where to write all figures (default: out/bench/results.json)
 *     --check                     exit with 1 if a budget is missed
 *     --suggest FOLDER            nothing of that: how good suggestions are, on the public sets below a folder (docs/suggestions.md)
 *     --peer CLASSES              nothing of that: the processor time of OpenFastTrace, compiled into that folder, and that of ReqTrace, on a generated tree
 *                                 and on the repositories that --tree names, on Linux (docs/performance.md)
 *     --against DIST              nothing of that: races this build with another on trees of several shapes, by processor time, on Linux
 *     --shapes small,documents    only those; see shapes.ts
 *     --server                    nothing of that: memory and longest turns of the language server, on Linux
 *     --editor FOLDER             nothing of that: how soon the tree of that repository is filled in VS Code, against the branch that its own Git shows
 *     --node FILE                 the Node that runs what --against and --server measure, such as that of an editor
 *     --web                       nothing of that: how soon the first findings are there in VS Code for the Web, in a folder that no disk has
 *     --delivery                  nothing of that either: processor time and memory of reading a ReqIF of 18 MB, against its XML alone
 *     --agents                    nothing of that either: tokens and processor time of the answers to coding agents, over 1,000 criteria
 */

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    tree: { type: 'string', multiple: true },
    runs: { type: 'string', default: '5' },
    cli: { type: 'string', default: path.join(REPOSITORY, 'dist/cli.cjs') },
    json: { type: 'string', default: path.join(OUTPUT, 'results.json') },
    check: { type: 'boolean', default: false },
    suggest: { type: 'string' },
    agents: { type: 'boolean', default: false },
    delivery: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    peer: { type: 'string' },
    against: { type: 'string' },
    server: { type: 'boolean', default: false },
    editor: { type: 'string' },
    node: { type: 'string', default: process.execPath },
    shapes: { type: 'string', default: ALL_SHAPES.join(',') },
  },
});

if (values.suggest !== undefined) {
  process.stdout.write(suggestTable(path.resolve(values.suggest)));
  process.exit();
}

if (values.peer !== undefined) {
  if (!KNOWS_PROCESSOR_TIME) throw new Error('--peer needs Linux, which says how much processor time a program took');
  const trees = (values.tree ?? []).map((tree) => path.resolve(tree));
  const { text, isKept } = await peerTable(
    { classes: path.resolve(values.peer), cli: path.resolve(values.cli), trees },
    Number(values.runs),
  );
  process.stdout.write(text);
  process.exit(values.check && !isKept ? 1 : 0);
}

if (values.against !== undefined) {
  if (!KNOWS_PROCESSOR_TIME) throw new Error('--against needs Linux, which says how much processor time a program took');
  const builds = { here: path.dirname(path.resolve(values.cli)), against: path.resolve(values.against), node: values.node };
  const held: Verdict[] = [];
  for (const { line, budgets } of againstTable(builds, values.shapes.split(','), Number(values.runs))) {
    process.stdout.write(line);
    held.push(...budgets);
  }
  exitWith(held);
}

if (values.server) {
  if (!KNOWS_PROCESSOR_TIME) throw new Error('--server needs Linux, which says how much processor time a thread took');
  // A folder of 100,000 files is not there at once.
  process.env['REQTRACE_TEST_PATIENCE'] ??= '600000';
  const { text, budgets } = await serverTable(values.node);
  process.stdout.write(text);
  exitWith(budgets);
}

if (values.editor !== undefined) {
  const { text, budgets } = await editorTable(path.resolve(values.editor), Number(values.runs));
  process.stdout.write(text);
  exitWith(budgets);
}

if (values.web) {
  const { text, isKept } = await webTable(Number(values.runs));
  process.stdout.write(text);
  process.exit(values.check && !isKept ? 1 : 0);
}

if (values.delivery) {
  process.stdout.write(deliveryTable(Number(values.runs)));
  process.exit();
}

if (values.agents) {
  process.stdout.write(await agentTable());
  process.exit();
}

const probe = await buildProbe();
const folders = values.tree
  ? values.tree.map((tree) => path.resolve(tree))
  : values.sizes
      .split(',')
      .filter(Boolean)
      .map((size) => syntheticTree(Number(size)));
const trees: TreeFigures[] = [];
for (const folder of folders) {
  const figures = await measureTree(folder, { probe, cli: path.resolve(values.cli) }, Number(values.runs));
  process.stdout.write(renderTree(figures));
  trees.push(figures);
}
const page = values.tree ? undefined : await measurePage(path.resolve(values.cli), Number(values.runs));
const keys = values.tree ? undefined : measureKeys(probe);
const reading = values.tree ? undefined : (ask(probe, ['reading', shapeTree('documents')]) as ReadingFigures);
const budgets = [
  ...verdicts(trees),
  ...(keys ? keyVerdicts(keys) : []),
  ...(reading ? readingVerdicts(reading) : []),
  ...(page ? pageVerdicts(page) : []),
];
process.stdout.write(renderVerdicts(budgets));

const machine = {
  processors: cpus().length,
  model: cpus()[0]?.model ?? '',
  memory: totalmem(),
  platform: process.platform,
  node: process.version,
};
mkdirSync(path.dirname(path.resolve(values.json)), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ machine, trees, keys, reading, page, budgets }, undefined, 2)}\n`);
if (values.check && budgets.some(({ kept }) => !kept)) process.exitCode = 1;

/** Ends the bench with what kept the budgets and what did not. */
function exitWith(budgets: readonly Verdict[]): never {
  process.stdout.write(renderVerdicts(budgets));
  process.exit(values.check && budgets.some(({ kept }) => !kept) ? 1 : 0);
}
