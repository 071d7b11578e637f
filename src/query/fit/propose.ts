import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { evidencePlaces, notationsOnRequest, testLevels } from './habits.ts';
import { ID_SHAPES } from './idShapes.ts';
import { criteriaLabels } from './labels.ts';
import { ownAnnotations } from './ownAnnotations.ts';
import type { Mentioned } from './ownAnnotations.ts';
import { documentFolders, foreignFolders, siteRoot } from './places.ts';
import { asProposal, deliveries } from './deliveries.ts';
import type { Proposal } from './proposal.ts';

/** What is known about a folder before proposals are made for it. */
export interface Survey {
  /** The folder as it is read now. */
  readonly view: IndexView;
  /** The row for shapes of ids, where any were seen. */
  readonly ids: Proposal | undefined;
  /** Ids that comments mention, with those of the shapes in force that {@link ids} proposes. */
  readonly mentioned: readonly Mentioned[];
  /** Every report that lies anywhere, as it would be found if every place were one for reports. */
  readonly reports: Reports;
  /** A line of a file of code or tests in which ids are mentioned. */
  readonly lineOf: (path: FilePath, line: number) => string | undefined;
}

/** Paths of files with results of tests and with line coverage. */
export interface Reports {
  readonly results: readonly FilePath[];
  readonly coverage: readonly FilePath[];
}

/** All that could be said in reqtrace.yaml to fit a folder, what says most first. */
export function propose({ view, ids, mentioned, reports, lineOf }: Survey): readonly Proposal[] {
  const annotations = ownAnnotations(mentioned, lineOf).filter(
    ({ settings }) => !settings.some((setting) => setting.kind === 'list' && isSaid(view, setting.entries)),
  );
  return [
    ...(ids ? [ids] : []),
    ...annotations.map((one) => (ids ? { ...one, needs: [ID_SHAPES] } : one)),
    ...criteriaLabels(view),
    ...foreignFolders(view),
    ...evidencePlaces(reports, reportsIn(view)),
    ...siteRoot(view),
    ...notationsOnRequest(view),
    ...deliveries(view).map(asProposal),
    ...documentFolders(view),
    ...testLevels(view),
  ];
}

/** The reports of which something was read. */
export function reportsIn(view: IndexView): Reports {
  const read = view.evidence.filter(({ unread, cut }) => !unread && !cut);
  return {
    results: read.filter(({ results }) => results.length > 0).map(({ path }) => path),
    coverage: read.filter(({ coverage }) => coverage.length > 0).map(({ path }) => path),
  };
}

function isSaid({ configuration }: IndexView, entries: readonly string[]): boolean {
  return configuration.annotations.some(({ pattern }) => entries.some((entry) => entry.includes(pattern.replaceAll("'", "''"))));
}

/** The proposals that are chosen, and those that they need; in their order. */
export function chosenOf(proposals: readonly Proposal[], ids: readonly string[]): readonly Proposal[] {
  const wanted = new Set(ids);
  for (const { id, needs } of proposals) if (wanted.has(id)) for (const need of needs ?? []) wanted.add(need);
  return proposals.filter(({ id }) => wanted.has(id));
}
