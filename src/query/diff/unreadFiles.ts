import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { ReadingLimit } from '../../model/readingLimit.ts';
import type { Item } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import { compileGlob, matchesGlob } from '../../text/patterns/glob.ts';
import type { Comparison } from './comparison.ts';

/** True for a file of which git holds only what Git LFS left in its place. */
export function isPointer(view: IndexView, path: FilePath | undefined): boolean {
  return hasLimit(view, path, 'pointer');
}

/** What keeps parts of a file from being read, such as marks `reqtrace-ignore-…`; empty for a file that is not there. */
export function limitsOf(view: IndexView, path: FilePath | undefined): readonly ReadingLimit[] {
  return (path === undefined ? undefined : view.facts(path)?.limits) ?? [];
}

/** Why a document that is still there says nothing of an item that it defined; undefined where it was deleted, or the item taken out of it. */
export function whyUnread({ base, head, files }: Comparison, { path: before }: Item): string | undefined {
  const file = files.find((each) => each.base === before);
  const path = file ? file.head : before;
  if (path === undefined) return undefined;
  const role = head.files.get(path);
  if (path !== before && role !== 'document')
    return role === undefined
      ? l10n.t('{0} was moved to {1}, which is not read', before, path)
      : l10n.t('{0} was moved to {1}, which is not a document', before, path);
  if (head.configuration.exclude.some((glob) => matches(glob, path)))
    return l10n.t('"exclude" of {0} leaves out {1} now', CONFIGURATION_FILE, path);
  if (role === undefined) return l10n.t('{0} is not read any more', path);
  if (role !== 'document') return l10n.t('{0} is not a document any more, according to {1}', path, CONFIGURATION_FILE);
  if (isPointer(head, path)) return l10n.t('{0} is a pointer of Git LFS here, and its text was not fetched', path);
  const ignores = newlyIgnored(base, before, head, path);
  return ignores && l10n.t('"reqtrace-ignore-{0}" in {1} has it left out now', ignores, path);
}

/** The mark that has all or a part of a file left out, and that the file did not have: `start` of `reqtrace-ignore-start`. */
export function newlyIgnored(
  base: IndexView,
  before: FilePath,
  head: IndexView,
  after: FilePath,
): 'file' | 'start' | 'next-line' | undefined {
  return (['file', 'start', 'next-line'] as const).find((kind) => hasLimit(head, after, kind) && !hasLimit(base, before, kind));
}

/** Changed files of which nobody can tell what changed in them, one sentence each. */
export function doubtsOfFiles({ base, head, files }: Comparison): readonly string[] {
  return files.flatMap((file) => {
    const path = file.head ?? file.base ?? '';
    if (isPointer(base, file.base) || isPointer(head, file.head))
      return [l10n.t('what changed in {0} cannot be told: it is a pointer of Git LFS, and its text was not fetched', path)];
    return hasLimit(head, file.head, 'conflict') ? [l10n.t('{0} has marks of a merge conflict', path)] : [];
  });
}

function hasLimit(view: IndexView, path: FilePath | undefined, kind: ReadingLimit['kind']): boolean {
  return limitsOf(view, path).some((limit) => limit.kind === kind);
}

function matches(glob: string, path: FilePath): boolean {
  const segments = path.split('/');
  return compileGlob(glob).some((compiled) => matchesGlob(compiled, segments));
}
