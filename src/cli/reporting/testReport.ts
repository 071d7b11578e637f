import * as l10n from '@vscode/l10n';
import { inEnglish, say, sayMany } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { commandLines } from '../../query/running/commandLine.ts';
import type { ItemOutcome, RunResult, TestOutcome } from '../../query/running/outcomes.ts';
import { testTitle } from '../../query/running/runnable.ts';
import type { RunPlan, TestRun } from '../../query/running/testRun.ts';
import type { WantedItem, WantedTest } from '../../query/running/wantedTest.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { SCHEMA_VERSION, toJson } from '../../report/writing/json.ts';
import type { Paint, Palette } from '../../report/writing/palette.ts';
import { plain, truncate } from '../../report/writing/plainText.ts';
import { alignRows } from '../../report/writing/table.ts';

const WORDS: Readonly<Record<TestOutcome['kind'], Message>> = { passed: say('passed'), failed: say('failed'), 'not-run': say('not run') };
const COUNTS: Readonly<Record<TestOutcome['kind'], (count: number) => Message>> = {
  passed: (count) => say('{0} passed', count),
  failed: (count) => say('{0} failed', count),
  'not-run': (count) => say('{0} not run', count),
};

/** One start of a runner as lines: where, what, and what else it runs. */
export function renderRun(run: TestRun, palette: Palette): string {
  const { runner, folder, also, wanted } = run;
  const name = palette.bold(plain(runner));
  const head =
    folder === ''
      ? sayMany('{1}: {0} test', '{1}: {0} tests', wanted.length, name)
      : sayMany('{1}: {0} test in {2}', '{1}: {0} tests in {2}', wanted.length, name, plain(folder));
  return [
    `${localised(head)}\n`,
    ...commandLines(run).map((line) => `  ${plain(line)}\n`),
    ...(also ? [palette.dim(`  ${l10n.t('Note: {0}. Only what was asked for is reported', plain(localised(also)))}\n`)] : []),
  ].join('');
}

/** What `--dry-run` prints. */
export function renderPlan({ runs, refusals }: RunPlan, palette: Palette): string {
  const refused = refusals.flatMap(({ tests, reason }) =>
    tests.map((test) => `${palette.bad(localised(WORDS['not-run']))}  ${placeOf(test)}  ${plain(localised(reason))}\n`),
  );
  return [...runs.map((run) => renderRun(run, palette)), ...refused].join('');
}

/** What became of each criterion, with a line for each of its tests. */
export function renderOutcomes(items: readonly ItemOutcome[], outcomes: ReadonlyMap<WantedTest, TestOutcome>, palette: Palette): string {
  const rows = items.flatMap(({ item, kind, reason, tests }) => [
    [
      { text: localised(WORDS[kind]), paint: paintOf(palette, kind) },
      { text: plain(item.id) },
      { text: tests.length === 0 && reason ? plain(localised(reason)) : '' },
    ],
    ...tests.map((test) => {
      const outcome = outcomes.get(test);
      const why = outcome?.kind === 'not-run' ? ` (${plain(localised(outcome.reason))})` : '';
      return [
        { text: '' },
        { text: `  ${localised(WORDS[outcome?.kind ?? 'not-run'])}`, paint: paintOf(palette, outcome?.kind ?? 'not-run') },
        { text: `${placeOf(test)}  ${truncate(plain(testTitle(test)), 72)}${why}` },
      ];
    }),
  ]);
  const count = (kind: TestOutcome['kind']): number => items.filter((item) => item.kind === kind).length;
  const counts = (['passed', 'failed', 'not-run'] as const).flatMap((kind) =>
    count(kind) > 0 ? [localised(COUNTS[kind](count(kind)))] : [],
  );
  return `${alignRows(rows).join('\n')}\n${localised(sayMany('{0} criterion: {1}', '{0} criteria: {1}', items.length, listed(counts)))}\n`;
}

function paintOf(palette: Palette, kind: TestOutcome['kind']): Paint {
  if (kind === 'passed') return palette.good;
  return kind === 'failed' ? palette.bad : palette.warn;
}

function placeOf({ path, line }: WantedTest): string {
  return `${plain(path)}:${line}`;
}

/** The plan for programs. */
export function planJson({ runs, refusals }: RunPlan, items: readonly WantedItem[]): string {
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    runs: runs.map(jsonRun),
    refusals: refusals.flatMap(({ tests, reason }) => tests.map((test) => ({ ...jsonTest(test), reason: inEnglish(reason) }))),
    items: items.map(({ item, tests }) => ({ id: item.id, key: item.key, tests: tests.map(jsonTest) })),
  });
}

/** The results for programs. */
export function resultJson(
  results: readonly RunResult[],
  items: readonly ItemOutcome[],
  outcomes: ReadonlyMap<WantedTest, TestOutcome>,
): string {
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    runs: results
      .filter(({ run }) => run.argv.length > 0)
      .map(({ run, broken, code }) => ({ ...jsonRun(run), exitCode: code ?? null, ...(broken && { broken: inEnglish(broken) }) })),
    items: items.map(({ item, kind, reason, tests }) => ({
      id: item.id,
      key: item.key,
      outcome: kind,
      ...(reason && { reason: inEnglish(reason) }),
      tests: tests.map((test) => {
        const outcome = outcomes.get(test);
        return {
          ...jsonTest(test),
          outcome: outcome?.kind ?? 'not-run',
          ...(outcome?.kind === 'not-run' && { reason: inEnglish(outcome.reason) }),
          ...saidOf(outcome),
        };
      }),
    })),
  });
}

function saidOf(outcome: TestOutcome | undefined): object {
  if (!outcome || outcome.kind === 'not-run') return {};
  const { message, at } = (outcome.kind === 'failed' ? outcome.failure : undefined) ?? {};
  return {
    ...(outcome.duration !== undefined && { duration: outcome.duration }),
    ...(message !== undefined && { message }),
    ...(at && { failedLine: at.line + 1 }),
  };
}

function jsonRun({ runner, folder, argv, prepare, environment, also, wanted }: TestRun): object {
  return {
    runner,
    folder,
    ...(prepare && { prepare }),
    argv,
    ...(environment && { environment }),
    ...(also && { also: inEnglish(also) }),
    tests: wanted.map(jsonTest),
  };
}

function jsonTest(test: WantedTest): { readonly path: string; readonly line: number; readonly name: string } {
  return { path: test.path, line: test.line, name: testTitle(test) };
}
