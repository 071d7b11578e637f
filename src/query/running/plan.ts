import type { TestCommand } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import { addTo } from '../../text/grouping.ts';
import { ownCommand } from './ownCommand.ts';
import { detect } from './detect.ts';
import type { Detected, Runner } from './runner.ts';
import type { Script } from './project/script.ts';
import type { KnownProject } from './project/knownProject.ts';
import { relativeTo } from './project/knownProject.ts';
import type { Refusal, RunPlan, Selection, TestRun } from './testRun.ts';
import type { WantedTest } from './wantedTest.ts';

/** Said of a file that runs as a whole, unless its runner knows more. */
const EVERY = say('every test there runs, since the annotation is not on a single test');

/**
 * The runs to start for these tests: for each runner and folder, as few as possible. A command that reqtrace.yaml names for a file takes precedence.
 *
 * @param commands those of `tests: run:`, of which the first that fits a file counts.
 */
export function planRuns(tests: readonly WantedTest[], project: KnownProject, commands: readonly TestCommand[]): RunPlan {
  const runs: TestRun[] = [];
  const refusals: Refusal[] = [];
  const take = (
    { name, debugged }: Pick<Runner, 'name' | 'debugged'>,
    folder: FilePath,
    wanted: readonly WantedTest[],
    selection: Selection | { readonly refused: Message },
    origin: Script | TestCommand | undefined,
  ): void => {
    if ('refused' in selection) refusals.push({ tests: wanted, reason: selection.refused });
    else {
      const family = JSON.stringify([name, folder, selection.argv[0], selection.prepare, origin]);
      runs.push({ runner: name, folder, wanted, family, ...(debugged && { debugged }), ...selection });
    }
  };
  // The last one that fits counts there, the first one here.
  const byFile = new GlobSet(commands.toReversed().flatMap((command) => command.files.map((glob) => [glob, command] as const)));
  const named = new Map<TestCommand, WantedTest[]>();
  const found = new Map<string, { readonly detected: Detected; readonly tests: WantedTest[] }>();
  const known = new Map<FilePath, Detected | { readonly refused: Message }>();
  for (const test of new Set(tests)) {
    const command = byFile.last(test.path)?.value;
    if (command) {
      addTo(named, command, test);
      continue;
    }
    let detected = known.get(test.path);
    if (!detected) known.set(test.path, (detected = detect(project, test.path)));
    if ('refused' in detected) refusals.push({ tests: [test], reason: detected.refused });
    else {
      const key = [detected.runner.name, detected.folder, detected.runner.apart?.(test, project) ?? ''].join('\0');
      const group = found.get(key);
      if (group) group.tests.push(test);
      else found.set(key, { detected, tests: [test] });
    }
  }
  for (const [command, wanted] of named)
    for (const part of ownCommand(command, wanted, project))
      take({ name: command.command[0] ?? '' }, command.folder, part.tests, part.selection, command);
  for (const { detected, tests: wanted } of found.values()) {
    const { runner, folder, script } = detected;
    // What is on a file, or on no test in it, asks for all of it.
    const wholeFiles = new Set(wanted.filter(({ selects }) => selects === 'file').map(({ path }) => path));
    for (const whole of [false, true]) {
      const part = wanted.filter(({ path }) => wholeFiles.has(path) === whole);
      const files = [...new Set(part.map(({ path }) => relativeTo(folder, path)))];
      if (part.length === 0) continue;
      const selection = runner.select({ project, folder, tests: part, files, whole, script });
      take(runner, folder, part, whole && 'argv' in selection ? { also: EVERY, ...selection } : selection, script);
    }
  }
  return { runs, refusals };
}
