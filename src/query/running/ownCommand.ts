import type { TestCommand } from '../../model/configuration.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { inFolder } from '../../text/paths.ts';
import { addTo } from '../../text/grouping.ts';
import { absolute, relativeTo } from './project/knownProject.ts';
import type { KnownProject } from './project/knownProject.ts';
import { watches } from './project/script.ts';
import type { ResultPlace, Selection } from './testRun.ts';
import { plainName, unionPattern } from './titles.ts';
import { unescaped } from '../../text/escapes.ts';
import type { WantedTest } from './wantedTest.ts';

/** Runs of a command of reqtrace.yaml. */
interface OwnRun {
  readonly tests: readonly WantedTest[];
  readonly selection: Selection | { readonly refused: Message };
}

/**
 * A command of reqtrace.yaml with its places filled in: `{file}`, `{line}`, `{title}` and `{name}` of one test, so that each test has a run of its own, `{pattern}` for several, `{files}`, which is an
 * argument for each file, and `{results}`. A value is put into one argument and goes through no shell.
 */
export function ownCommand(command: TestCommand, tests: readonly WantedTest[], project: KnownProject): readonly OwnRun[] {
  const written = command.command.join(' ');
  if (watches(written))
    return [
      { tests, selection: { refused: say('The command of reqtrace.yaml does not end, since it waits for files to change: {0}', written) } },
    ];
  const parts = new Map<string, WantedTest[]>();
  for (const test of tests) {
    const file = /\{file\}/u.test(written) ? test.path : '';
    const place = /\{(?:line|title|name)\}/u.test(written) ? `${test.path}:${test.line}` : '';
    addTo(parts, `${file}\n${place}`, test);
  }
  return [...parts.values()].map((part) => ({ tests: part, selection: selectionOf(command, part, project) }));
}

function selectionOf({ command, folder, results }: TestCommand, tests: readonly WantedTest[], project: KnownProject): Selection {
  const [first] = tests;
  const files = [...new Set(tests.map(({ path }) => relativeTo(folder, path)))];
  const file = project.resultFile('.xml');
  const titles = first ? [...first.groups, first.name].filter((title) => title !== '').map(spoken) : [];
  const values: Readonly<Record<string, string>> = {
    file: files[0] ?? '',
    line: String(first?.line ?? 1),
    title: titles.join(' '),
    name: titles.at(-1) ?? '',
    pattern: tests.some(({ selects }) => selects === 'file') ? '.*' : unionPattern(tests, { between: ' ' }),
    results: file,
  };
  const argv = command.flatMap((argument) =>
    argument === '{files}'
      ? files
      : // A value may hold what looks like another place.
        [argument.replaceAll(/\{(?<name>file|line|title|name|pattern|results)\}/gu, (place, name: string) => values[name] ?? place)],
  );
  return {
    argv,
    result: placeOf(results, folder, file, project),
    ...(!/\{(?:line|title|name|pattern)\}/u.test(command.join(' ')) && {
      also: say('the command does not name tests, so it runs whatever else is in their files'),
    }),
  };
}

function placeOf(results: string | undefined, folder: string, file: string, project: KnownProject): ResultPlace {
  if (results === undefined) return { kind: 'file', path: file };
  if (results === '-') return { kind: 'printed', as: 'evidence' };
  return { kind: 'file', path: absolute(project, inFolder(folder, results)) };
}

function spoken(title: string): string {
  return /\(\)$|^(?:class|module|mod) \S+$/u.test(title) ? plainName(title) : unescaped(title);
}
