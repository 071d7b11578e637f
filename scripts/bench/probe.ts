import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { completion } from '../../src/editor/completion/completion.ts';
import { definition } from '../../src/editor/navigation/definition.ts';
import { diagnostics } from '../../src/editor/marks/diagnostics.ts';
import { hover } from '../../src/editor/hover/hover.ts';
import type { FilePath, Position } from '../../src/model/position.ts';
import { DiskFiles } from '../../src/workspace/files/diskFiles.ts';
import { openProject } from '../../src/workspace/openProject.ts';
import type { Project } from '../../src/workspace/project.ts';
import { readingFigures } from './blockParse.ts';
import type { ReadingFigures } from './blockParse.ts';
import { spread } from './figures.ts';
import type { Spread } from './figures.ts';
import { keys } from './keys.ts';
import { longFiles, typedIn } from './longFiles.ts';
import type { Typed } from './longFiles.ts';
import { Random } from './random.ts';

/*
 * Runs in a process of its own and prints one line of JSON:
 *
 *     node --expose-gc probe.cjs open FOLDER CACHE|-      how long opening takes, and what it costs in memory
 *     node --expose-gc probe.cjs editor FOLDER            how long edits and questions take once it is open
 *     node probe.cjs keys                                 what a key in long documents costs
 *     node probe.cjs reading FOLDER                       what reading its documents costs, and parsing their blocks alone
 */

/** What `open` prints: milliseconds and bytes. */
export interface OpenFigures {
  readonly open: number;
  /** Growth of the heap after a collection. */
  readonly heap: number;
  readonly files: number;
  readonly filesWithFacts: number;
}

/** What `editor` prints: milliseconds. */
export interface EditorFigures {
  readonly edit: Spread;
  readonly hover: Spread;
  readonly definition: Spread;
  readonly completion: Spread;
  /** In a file of 5,000 lines: where a reference is typed, and where none is. */
  readonly longInside: Spread;
  readonly longOutside: Spread;
}

const EDITS = 600;
const QUESTIONS = 2000;

const [task, folder = '.', cache = '-'] = process.argv.slice(2);
void run().then((figures) => process.stdout.write(`${JSON.stringify(figures)}\n`));

async function run(): Promise<unknown> {
  if (task === 'keys') return keys();
  if (task === 'reading') return reading(folder);
  return task === 'open' ? open(folder, cache) : editor(folder);
}

async function reading(root: string): Promise<ReadingFigures> {
  const listed = await new DiskFiles(root, true).list();
  return readingFigures(
    root,
    listed.filter((file) => file.endsWith('.md')),
  );
}

async function open(root: string, cacheFolder: string): Promise<OpenFigures> {
  const before = heapUsed();
  const started = performance.now();
  const project = await openProject(root, cacheFolder === '-' ? {} : { cacheFolder });
  const took = performance.now() - started;
  const heap = heapUsed() - before;
  const paths = await filesOf(project);
  return { open: took, heap, files: paths.length, filesWithFacts: paths.filter((file) => saysAnything(project, file)).length };
}

async function editor(root: string): Promise<EditorFigures> {
  const openTexts = new Map<FilePath, string>();
  const project = await openProject(root, { openTexts });
  const random = new Random(7);
  const files = await filesOf(project);
  return { edit: await edits(project, openTexts, files, random), ...questions(project, files, random), ...longQuestions(project, random) };
}

/** Random edits of random files; each time ends when everything that the editor shows of the change is at hand. */
async function edits(project: Project, openTexts: Map<FilePath, string>, all: readonly FilePath[], random: Random): Promise<Spread> {
  const telling = all.filter((file) => saysAnything(project, file));
  const times: number[] = [];
  for (let at = 0; at < EDITS; at += 1) {
    const file = random.chance(0.7) && telling.length ? random.pick(telling) : random.pick(all);
    const text = edited(readFileSync(path.join(project.root, file), 'utf8'), file, random);
    const started = performance.now();
    openTexts.set(file, text);
    const change = await project.refresh([file], 'editor');
    for (const changed of change.changedFiles) diagnostics(project.index, changed, uriOf, () => undefined, 'all');
    for (const key of change.changedItems) if (project.index.item(key)) project.index.coverage(key);
    project.index.counts();
    times.push(performance.now() - started);
    if (random.chance(0.5)) {
      openTexts.delete(file);
      await project.refresh([file], 'editor');
    }
  }
  return spread(times);
}

/** Types an annotation, changes the text of a criterion, adds one, takes a line away. */
function edited(text: string, file: FilePath, random: Random): string {
  const lines = text.split('\n');
  const at = random.between(0, lines.length - 1);
  if (file.endsWith('.md')) {
    const criterion = lines.findIndex((line, index) => index >= at && line.startsWith('- ['));
    if (criterion >= 0 && random.chance(0.5)) lines[criterion] = `${lines[criterion] ?? ''} Always.`;
    else if (criterion >= 0) lines.splice(criterion, random.between(0, 1), '- [ ] One more is kept');
    else lines.splice(at, 1);
  } else if (random.chance(0.5))
    lines.splice(
      at,
      0,
      `${file.endsWith('.py') || file.endsWith('.rb') ? '#' : '//'} @implements PLAN-${random.between(1, 200)}.${random.between(1, 5)}`,
    );
  else lines.splice(at, random.between(0, 2), 'x');
  return lines.join('\n');
}

function questions(
  project: Project,
  files: readonly FilePath[],
  random: Random,
): Pick<EditorFigures, 'hover' | 'definition' | 'completion'> {
  const { index } = project;
  const extractor = createExtractor(index.configuration);
  const telling = files.filter((file) => index.referencesIn(file).length > 0);
  const times: { hover: number[]; definition: number[]; completion: number[] } = { hover: [], definition: [], completion: [] };
  const measure = (list: number[], ask: () => unknown): void => {
    const started = performance.now();
    ask();
    list.push(performance.now() - started);
  };
  for (let at = 0; at < QUESTIONS; at += 1) {
    const file = random.pick(telling);
    const position = random.pick(index.referencesIn(file)).reference.range.start;
    measure(times.hover, () => hover(index, file, position, uriOf));
    measure(times.definition, () => definition(index, file, position, uriOf));
  }
  for (let at = 0; at < QUESTIONS / 10; at += 1) {
    const file = random.pick(telling.filter((each) => /\.(?:ts|js|java|go|rs)$/u.test(each)));
    const typed = random.pick([
      '// @implements ',
      '// @verifies PLAN-',
      '// @implements PLAN-1',
      `// @verifies PLAN-${random.between(1, 100)}.1/`,
    ]);
    const document = TextDocument.create(uriOf(file), 'plaintext', 0, `${typed}\n${readFileSync(path.join(project.root, file), 'utf8')}`);
    const position: Position = { line: 0, character: typed.length };
    const text = { path: file, getText: document.getText.bind(document), offsetAt: document.offsetAt.bind(document) };
    measure(times.completion, () => completion(index, text, position, extractor));
  }
  return { hover: spread(times.hover), definition: spread(times.definition), completion: spread(times.completion) };
}

/** Completion in long files, each time in one that was just typed in. */
function longQuestions({ index }: Project, random: Random): Pick<EditorFigures, 'longInside' | 'longOutside'> {
  const extractor = createExtractor(index.configuration);
  const files = longFiles(random);
  const measure = (kind: 'inside' | 'outside'): Spread => {
    const times: number[] = [];
    for (let at = 0; at < QUESTIONS / 5; at += 1) {
      const file = random.pick(files);
      const { text, line, character } = typedIn(file, random.pick<Typed>(file[kind]), random);
      const document = TextDocument.create(uriOf(file.path), 'plaintext', 0, text);
      // The editor has found the lines of the text before anybody asks.
      document.offsetAt({ line, character });
      const open = { path: file.path, getText: document.getText.bind(document), offsetAt: document.offsetAt.bind(document) };
      const started = performance.now();
      const answer = completion(index, open, { line, character }, extractor);
      times.push(performance.now() - started);
      if ((answer !== null) !== (kind === 'inside')) throw new Error(`Not ${kind}: line ${line + 1} of ${file.path}`);
    }
    return spread(times);
  };
  return { longInside: measure('inside'), longOutside: measure('outside') };
}

function uriOf(file: FilePath): string {
  return pathToFileURL(path.join(folder, file)).href;
}

async function filesOf(project: Project): Promise<readonly FilePath[]> {
  const listed = await new DiskFiles(project.root, true).list();
  return listed.filter((file) => !['other', 'configuration'].includes(project.roleOf(file)));
}

function saysAnything(project: Project, file: FilePath): boolean {
  const facts = project.index.facts(file);
  return (
    facts !== undefined &&
    [facts.requirements, facts.annotations, facts.mentions, facts.waivers, facts.problems].some((list) => list.length > 0)
  );
}

function heapUsed(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
