import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { FilePath } from '../../model/position.ts';
import { folderOf, upwards } from '../../text/paths.ts';
import type { ItemsChange } from '../items/itemsChange.ts';
import type { SiteIndex } from '../sites/siteIndex.ts';
import type { Dependency, FindingStore } from './findingStore.ts';

/**
 * Adds the files whose findings may be others after a change of items and files: `addDependents(state, toCheck, itemsChange, { toggled, anchored })`.
 *
 * @param toCheck takes them.
 */
export function addDependents(
  { findings, sites }: { readonly findings: FindingStore; readonly sites: SiteIndex },
  toCheck: Set<FilePath>,
  { keys, ids, documents, rewritten }: ItemsChange,
  { toggled, anchored }: { readonly toggled: ReadonlySet<FilePath>; readonly anchored: ReadonlySet<FilePath> },
): void {
  const add = (dependency: Dependency) => {
    for (const path of findings.dependentsOn(dependency)) toCheck.add(path);
  };
  // An attribute that a condition of reqtrace.yaml asks for may have come or gone.
  if (documents.size + rewritten.size > 0) toCheck.add(CONFIGURATION_FILE);
  for (const key of keys) add(`item:${key}`);
  for (const id of ids) add(`id:${id}`);
  const moved = sites.update(new Set([...toggled, ...anchored]));
  // The first update of a large tree brings all its files at once.
  if (findings.dependOnNothing) return;
  for (const key of moved) add(`page:${key}`);
  for (const path of anchored) add(`anchors:${path}`);
  for (const path of toggled) {
    add(`path:${path}`);
    for (const folder of upwards(folderOf(path))) add(`path:${folder}`);
  }
}
