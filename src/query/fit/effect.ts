import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { totalOf } from '../progress.ts';

/** What a configuration changes in a folder. */
export interface Measure {
  readonly met: number;
  readonly partial: number;
  readonly failing: number;
  /** Annotations and tests that point at something. */
  readonly links: number;
  readonly criteria: number;
  readonly errors: number;
  /** Places that are nearly requirements. */
  readonly nearMisses: number;
  readonly brokenLinks: number;
  /** Files with results of tests or line coverage. */
  readonly reports: number;
}

/** Takes the measure of a folder as it is read now. */
export function measure(view: IndexView): Measure {
  const counts = view.counts();
  const findings = view.allFindings();
  const number = (code: string): number => findings.filter((finding) => finding.code === code).length;
  return {
    met: counts.met,
    partial: counts.partial,
    failing: counts.failing,
    links: linksIn(view),
    criteria: totalOf(counts),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    nearMisses: number('near-miss'),
    brokenLinks: number('broken-link'),
    reports: view.evidence.length,
  };
}

/** What changes from one measure to another, `0 → 22 met`, `131 → 198 criteria`; nothing where nothing does. */
export function effectOf(before: Measure, after: Measure): readonly Message[] {
  const changed = (key: keyof Measure, text: (from: string, to: string) => Message): Message[] =>
    before[key] === after[key] ? [] : [text(String(before[key]), String(after[key]))];
  return [
    ...changed('met', (from, to) => say('{0} → {1} met', from, to)),
    ...changed('partial', (from, to) => say('{0} → {1} partial', from, to)),
    ...changed('failing', (from, to) => say('{0} → {1} failing', from, to)),
    ...changed('links', (from, to) => say('{0} → {1} links', from, to)),
    ...changed('criteria', (from, to) => say('{0} → {1} criteria', from, to)),
    ...changed('errors', (from, to) => say('{0} → {1} errors', from, to)),
    ...changed('nearMisses', (from, to) => say('{0} → {1} near misses', from, to)),
    ...changed('brokenLinks', (from, to) => say('{0} → {1} broken links', from, to)),
    ...changed('reports', (from, to) => say('{0} → {1} reports', from, to)),
  ];
}

/** True where more than one in three of what is read newly has no meaning: a pattern by which prose counts. */
export function doesHarm(before: Measure, after: Measure): boolean {
  return after.errors - before.errors > (after.links - before.links) / 2;
}

function linksIn(view: IndexView): number {
  let links = 0;
  for (const [path, role] of view.files)
    if (role === 'code' || role === 'test')
      for (const { annotation, resolution } of view.referencesIn(path)) if (annotation && resolution.kind === 'item') links += 1;
  return links;
}
