import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Stats } from 'node:fs';
import nodePath from 'node:path';
import { parsed, textIn } from '../../formats/evidence/json.ts';
import { isOfRun } from '../../formats/evidence/trueTime.ts';
import { readOutput } from '../../formats/evidence/printed/readOutput.ts';
import type { EvidenceFile } from '../../model/evidence.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { inFolder } from '../../text/paths.ts';
import { relativeTo } from '../../query/running/project/knownProject.ts';
import type { RunResult } from '../../query/running/outcomes.ts';
import type { TestRun } from '../../query/running/testRun.ts';
import { toSystemPath } from '../files/filePaths.ts';
import { runChild } from './child.ts';
import type { ChildEnd, ChildOptions } from './child.ts';

/** How runs are watched and ended. */
export interface RunOptions extends Pick<ChildOptions, 'limit' | 'signal' | 'onOutput'> {
  /** What starts the runner itself in place of {@link runChild}: a debugger. */
  readonly start?: ((run: TestRun, options: ChildOptions) => Promise<ChildEnd>) | undefined;
}

/** Characters of what a runner prints that are kept to be read. */
const MOST_PRINTED = 256 * 1024 * 1024;
/** Milliseconds by which the clock of a disk may lag. */
const LAG = 20;

/** Has something done with a new folder for what runners write, outside of any workspace, and takes it away then. */
export async function withResultFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'reqtrace-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts one runner and reads what it wrote. It never throws: whatever keeps it from telling how tests ended is said in the result. */
export async function runTests(root: string, run: TestRun, options: RunOptions): Promise<RunResult> {
  const { runner, folder, argv, prepare, environment, result, helper } = run;
  const broken = (reason: Message, code?: number): RunResult => ({ run, broken: reason, files: [], code });
  const { start = (_run, child) => runChild(child), ...watched } = options;
  const place = { folder: toSystemPath(root, folder), environment, ...watched };
  if (prepare) {
    const end = await runChild({ ...place, argv: prepare });
    const fault = faultOf(end, runner, prepare);
    if (fault) return broken(fault);
    if (end.kind === 'ended' && end.code !== 0) return broken(say('{0} failed, so nothing was run', prepare.join(' ')), end.code);
  }
  if (helper) writeFileSync(helper.path, helper.text);
  const before = stampsOf(run);
  const began = Date.now();
  let printed = '';
  const show = result.kind === 'printed' && result.as === 'evidence' ? outputOfEvents(options.onOutput) : options.onOutput;
  const end = await start(run, {
    ...place,
    argv,
    onOutput(text, from) {
      // unittest writes to the other one.
      const counts = result.kind === 'printed' && (from === 'stdout') === (result.as !== 'unittest');
      if (counts && printed.length < MOST_PRINTED) printed += text;
      show(text, from);
    },
  });
  const fault = faultOf(end, runner, argv);
  if (fault) return broken(fault);
  const code = end.kind === 'ended' ? end.code : undefined;
  const files = result.kind === 'printed' ? [readOutput(result.as, pathIn(run, 'output'), printed, began)] : filesOf(run, began, before);
  if (files.length === 0) return broken(say('{0} ended with {1} and wrote no results', runner, code ?? say('a signal')), code);
  const ended = Date.now();
  const own = files.filter(({ timestamp }) => isOfRun(timestamp, { began, ended }));
  if (own.length === 0) return broken(say('{0} ended with {1} and left results of an earlier run', runner, code ?? say('a signal')), code);
  return { run, files: own.map((file) => placed(run, file)), code };
}

/** Shows what tests print instead of the events of `go test -json` that tell of it; other lines as they are. */
function outputOfEvents(show: RunOptions['onOutput']): RunOptions['onOutput'] {
  let rest = '';
  return (text, from) => {
    if (from === 'stderr') return show(text, from);
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    const shown = lines.map((line) => (line.startsWith('{') ? (textIn(parsed(line), 'Output') ?? '') : `${line}\n`)).join('');
    if (shown !== '') show(shown, from);
  };
}

function faultOf(end: ChildEnd, runner: string, argv: readonly string[]): Message | undefined {
  switch (end.kind) {
    case 'missing':
      return say('{0} cannot be started: there is no program {1}', runner, argv[0] ?? '');
    case 'refused':
      return say('{0} cannot be started: {1} is not a program that the system can run', runner, argv[0] ?? '');
    case 'late':
      return say('{0} did not end in time and was ended', runner);
    case 'stopped':
      return say('the run was cancelled');
    case 'ended':
      return undefined;
  }
}

/** Files of results lie in the folder of the run for those who look for what they name. */
function pathIn({ folder }: TestRun, name: string): string {
  return inFolder(folder, `reqtrace-${name}`);
}

/** Files in which a run may leave its results. */
function candidates({ result }: TestRun): readonly string[] {
  if (result.kind === 'printed') return [];
  return result.kind === 'file' ? [result.path] : listed(result.path).filter((name) => name.endsWith(result.ending));
}

/** How these files are before the run: nothing is taken away, since a command of reqtrace.yaml may name any file of the folder. */
function stampsOf(run: TestRun): ReadonlyMap<string, string> {
  return new Map(candidates(run).map((name) => [name, stampOf(lstatSync(name, { throwIfNoEntry: false }))]));
}

function stampOf(stat: Stats | undefined): string {
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '';
}

function filesOf(run: TestRun, began: number, before: ReadonlyMap<string, string>): readonly EvidenceFile[] {
  const { result } = run;
  return candidates(run).flatMap((name, at) => {
    const text = newText(name, began, before.get(name));
    if (text === undefined) return [];
    return [readOutput(result.kind === 'file' ? (result.as ?? 'evidence') : 'evidence', pathIn(run, `results-${at}`), text, began)];
  });
}

/** The text of a regular file that was written in this run; undefined where there is none. */
function newText(file: string, began: number, before: string | undefined): string | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.mtimeMs < began - LAG || stat.size > MOST_PRINTED || stampOf(stat) === before) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => nodePath.join(folder, name));
  } catch {
    return [];
  }
}

/** The file with the places of its results, where the run knows them and the runner does not say. */
function placed({ folder, files, onlyFile }: TestRun, file: EvidenceFile): EvidenceFile {
  if (!files && onlyFile === undefined) return file;
  const results = file.results.map((result) => {
    const path = result.file === undefined ? (files?.get(result.title) ?? onlyFile) : undefined;
    return path === undefined ? result : { ...result, file: relativeTo(folder, path) };
  });
  return { ...file, results };
}
