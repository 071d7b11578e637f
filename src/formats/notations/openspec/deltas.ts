import type { Header } from './outline.ts';

/** What the section of a change does to the requirements in it. */
export type DeltaKind = 'added' | 'modified' | 'removed' | 'renamed';

const KINDS: ReadonlyMap<string, DeltaKind> = new Map([
  ['added requirements', 'added'],
  ['modified requirements', 'modified'],
  ['removed requirements', 'removed'],
  ['renamed requirements', 'renamed'],
]);

/** `## ADDED Requirements` is `added`, in any letter case; undefined for every other heading. */
export function deltaKind({ level, title }: Pick<Header, 'level' | 'title'>): DeltaKind | undefined {
  return level === 2 ? KINDS.get(title.toLowerCase()) : undefined;
}
