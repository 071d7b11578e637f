import type { StatusCounts } from '../model/item.ts';
import type { FolderState } from '../server/protocol.ts';
import type { Phase } from './contributions.ts';

/** What all workspace folders together come to: `18/24 criteria met`, 3 waived. */
export interface Summary {
  readonly phase: Phase;
  /** True while any folder is being read, also where the others can be shown already. */
  readonly indexing: boolean;
  readonly met: number;
  /** Criteria that count: all but the waived and the exempt ones. */
  readonly total: number;
  /** Criteria that are neither met, waived nor exempt: what is left to do. */
  readonly open: number;
  readonly waived: number;
  readonly exempt: number;
}

/**
 * Adds up the folders. The window is `ready` as soon as one folder is; a folder that cannot be read shows only
 * when there is nothing else. Before the first folder is known, all counts are 0.
 */
export function summarize(folders: readonly FolderState[]): Summary {
  const count = (status: keyof StatusCounts): number => folders.reduce((sum, folder) => sum + folder.counts[status], 0);
  const met = count('met');
  const open = count('failing') + count('stale') + count('unmet') + count('partial');
  const phases = new Set(folders.map((folder) => folder.phase));
  return {
    phase: (['ready', 'indexing', 'failed', 'empty'] as const).find((phase) => phases.has(phase)) ?? 'indexing',
    indexing: phases.has('indexing'),
    met,
    total: met + open,
    open,
    waived: count('waived'),
    exempt: count('exempt'),
  };
}
