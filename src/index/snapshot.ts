import { withCriteria } from '../model/item.ts';
import type { Resolution, ResolvedReference } from '../model/item.ts';
import type { FilePath } from '../model/position.ts';
import { compareText } from './order.ts';
import type { IndexView } from './view.ts';

/** Everything that readers of an index can see, as plain values in one order: by file and by item. */
export function snapshotOf(index: IndexView, paths: Iterable<FilePath>): unknown {
  const files = [...paths].sort(compareText).map((path) => ({
    path,
    facts: index.facts(path),
    references: index.referencesIn(path).map(pictureOfReference),
    findings: index.findings(path),
  }));
  const all = [...index.requirements(), ...index.changes().flatMap(({ planned }) => planned)];
  const items = all.flatMap(withCriteria).map((item) => ({
    key: item.key,
    id: item.id,
    path: item.path,
    facts: item.facts,
    pin: index.pin(item),
    reference: index.referenceTo(item, ''),
    coverage: index.coverage(item.key),
    references: index.referencesTo(item.key).map(pictureOfReference),
  }));
  return { today: index.today, counts: index.counts(), files, items, findings: index.allFindings() };
}

function pictureOfReference({ path, use, reference, resolution }: ResolvedReference): unknown {
  return { path, use, reference, resolution: pictureOfResolution(resolution) };
}

function pictureOfResolution(resolution: Resolution): unknown {
  if (resolution.kind === 'item') return resolution.item.key;
  if (resolution.kind === 'ambiguous') return resolution.candidates.map(({ key }) => key);
  return resolution;
}
