import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NOISE, SAMPLES, name, word } from './languages.ts';
import type { Sample } from './languages.ts';
import { Random } from './random.ts';

/** Changes whenever the trees come out differently, so that no old one is measured. */
const GENERATION = 4;

/** Writes one file of a tree: `put('docs/plan.md', '# Plan\n')`. */
export type Put = (file: string, text: string) => void;

/** One file of 500 is a document, with five requirements of five criteria each: 200 documents and 5,000 criteria at 100,000 files. */
const FILES_PER_DOCUMENT = 500;
const REQUIREMENTS = 5;
const CRITERIA = 5;
/** Share of the files with annotations, and of those with noise that looks like one. */
const ANNOTATED = 0.02;
const NOISY = 0.15;
const FILES_PER_FOLDER = 25;

/** How the requirements of a tree and the references to them are written. */
export interface Writing {
  readonly name: string;
  /** The text of a document, counted from 1. */
  readonly document: (number: number, random: Random) => string;
  /** What a comment says, in a tree of so many documents. */
  readonly annotation: (isTest: boolean, documents: number, random: Random) => string;
}

const USUAL: Writing = { name: 'usual', document: documentText, annotation: usualAnnotation };

/** A git repository of about that many files, the same for the same seed: `syntheticTree(10_000)`. Returns its absolute path. */
export function syntheticTree(files: number, seed = 1, writing: Writing = USUAL): string {
  return gitTree(`${files}-${seed}-${writing.name}-${GENERATION}`, (put) => write(put, files, new Random(seed), writing));
}

/**
 * A git repository in a temporary folder, with what `fill` puts into it in one commit, and what `goOn` does then. It is kept under its name for the next run.
 *
 * @returns its absolute path.
 */
export function gitTree(title: string, fill: (put: Put) => void, goOn: (root: string) => void = () => undefined): string {
  const folder = path.join(tmpdir(), 'reqtrace-bench', title);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  fill(putIn(making));
  execFileSync('git', ['init', '--quiet'], { cwd: making, stdio: 'ignore' });
  commitAll(making, 'Synthetic tree');
  goOn(making);
  try {
    renameSync(making, folder);
  } catch {
    // Another run made the same tree meanwhile.
    rmSync(making, { recursive: true });
  }
  return folder;
}

/** Commits whatever changed in a repository: `commitAll(root, 'Change 1', 1767225600)`. `at` is in seconds since 1970, by default now. */
export function commitAll(root: string, message: string, at?: number): void {
  const date = at === undefined ? {} : { GIT_AUTHOR_DATE: `${at} +0000`, GIT_COMMITTER_DATE: `${at} +0000` };
  for (const args of [
    ['add', '--all'],
    ['commit', '--quiet', '--message', message],
  ])
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@localhost', '-c', 'gc.auto=0', ...args], {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, ...date },
    });
}

function putIn(root: string): Put {
  const made = new Set<string>();
  return (file, text) => {
    const folder = path.join(root, path.dirname(file));
    if (!made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      made.add(folder);
    }
    writeFileSync(path.join(root, file), text);
  };
}

function write(put: Put, files: number, random: Random, writing: Writing): void {
  const documents = Math.max(2, Math.round(files / FILES_PER_DOCUMENT));
  for (let at = 1; at <= documents; at += 1) put(`docs/area${Math.ceil(at / 20)}/plan-${at}.md`, writing.document(at, random));
  const blocks = new Map(SAMPLES.map(([, sample]) => [sample, blocksOf(sample, random)] as const));
  const weighted = SAMPLES.flatMap(([weight, sample]) => Array<Sample>(weight).fill(sample));
  for (let at = 0; at < files - documents; at += 1) {
    const sample = random.pick(weighted);
    const isTest = random.chance(0.2);
    const text = codeText(sample, blocks.get(sample) ?? [], () => writing.annotation(isTest, documents, random), random);
    const part = `src/part${Math.floor(at / (FILES_PER_FOLDER * 20))}`;
    const stem = `${name(random)}${at}`;
    put(
      isTest ? `${part}/${sample.test(stem)}` : `${part}/${folderWord(at)}${Math.floor(at / FILES_PER_FOLDER)}/${stem}.${sample.extension}`,
      text,
    );
  }
}

/** The same word for all files of a folder. */
function folderWord(at: number): string {
  return word(new Random(Math.floor(at / FILES_PER_FOLDER)));
}

function blocksOf(sample: Sample, random: Random): readonly string[] {
  return Array.from({ length: 300 }, () => {
    const body = Array.from({ length: random.between(3, 15) }, () =>
      random.chance(0.15)
        ? sample.comment(`Keeps the ${word(random)} of each ${word(random)} in step with its ${word(random)}`)
        : sample.statement(word(random), word(random), random.between(1, 99)),
    );
    return sample.block(name(random), body);
  });
}

/** 2 to 12 KB in most files, more in a few, as source code has it. */
function codeText(sample: Sample, blocks: readonly string[], annotation: () => string, random: Random): string {
  const count = random.chance(0.05) ? random.between(30, 120) : random.between(3, 18);
  const parts = Array.from({ length: count }, () => random.pick(blocks));
  const insert = (line: string): void => {
    const at = random.between(0, parts.length - 1);
    parts[at] = `${sample.comment(line)}\n${parts[at] ?? ''}`;
  };
  if (random.chance(NOISY)) insert(random.pick(NOISE));
  if (random.chance(ANNOTATED)) {
    for (let times = random.between(1, 4); times > 0; times -= 1) insert(annotation());
  }
  return parts.join('\n');
}

function usualAnnotation(isTest: boolean, documents: number, random: Random): string {
  const requirement = `PLAN-${random.between(1, documents)}.${random.between(1, REQUIREMENTS)}`;
  // One in fifty names nothing, as real annotations do after a while.
  const criterion = `AC${random.chance(0.02) ? 99 : random.between(1, CRITERIA)}`;
  return isTest ? `@verifies ${requirement}/${criterion}` : `@implements ${requirement}${random.chance(0.5) ? `/${criterion}` : ''}`;
}

function documentText(number: number, random: Random): string {
  const sentence = (): string =>
    `The ${word(random)} of every ${word(random)} is kept with its ${word(random)} for ${random.between(2, 90)} days.`;
  const sections = Array.from({ length: REQUIREMENTS }, (_, at) => {
    const criteria = Array.from({ length: CRITERIA }, () => `- [${random.chance(0.3) ? 'x' : ' '}] ${sentence()}`);
    return `### PLAN-${number}.${at + 1}: ${word(random)} and ${word(random)}\n\n${sentence()} ${sentence()}\n\n**Acceptance Criteria**:\n${criteria.join('\n')}\n`;
  });
  return `# Plan ${number}\n\n${sentence()}\n\n${sections.join('\n')}`;
}
