import type { StatusCounts } from '../../model/item.ts';
import type { FolderState } from '../../server/protocol.ts';

/** What all workspace folders together come to: `18/24 criteria met`, 3 waived. */
export interface Summary {
  readonly phase: FolderState['phase'];
  /** True while any folder is being read, also where the others can be shown already. */
  readonly indexing: boolean;
  readonly met: number;
  /** Criteria that count: all but the waived and the exempt ones. */
  readonly total: number;
  /** Criteria that are neither met, waived nor exempt: what is left to do. */
  readonly open: number;
  /** Of those, by status. */
  readonly failing: number;
  readonly stale: number;
  readonly unmet: number;
  readonly partial: number;
  readonly waived: number;
  readonly exempt: number;
  /** Documents that define something. */
  readonly documents: number;
  /** True where code or a test points at any criterion. */
  readonly linked: boolean;
  /** True where somebody asked for traceability, by a reqtrace.yaml or a keyword; also as long as nobody can know. */
  readonly setUp: boolean;
  /** Whether there is a reqtrace.yaml, and whether each of them can be read. */
  readonly configuration: 'none' | 'valid' | 'broken';
  /** Files that should have been read and were not. */
  readonly skipped: number;
  /** What else should have been read and was not, one sentence each. */
  readonly doubts: readonly string[];
  /** Of those the ones that say how many files were read, where not all were. */
  readonly partly: readonly string[];
  /** Notations in which something is defined, and in how many documents. */
  readonly notations: readonly { readonly name: string; readonly files: number }[];
}

/**
 * Adds up the folders. The window is `ready` as soon as anything can be shown; a folder that cannot be read shows
 * only when there is nothing else. Before the first folder is known, all counts are 0.
 */
export function summarize(folders: readonly FolderState[]): Summary {
  const count = (status: keyof StatusCounts): number => folders.reduce((sum, folder) => sum + folder.counts[status], 0);
  const met = count('met');
  const [failing, stale, unmet, partial] = [count('failing'), count('stale'), count('unmet'), count('partial')];
  const open = failing + stale + unmet + partial;
  const found = folders.flatMap((folder) => folder.found ?? []);
  const configurations = new Set(folders.map((folder) => folder.configuration));
  const waived = count('waived');
  const exempt = count('exempt');
  const phases = new Set(folders.map((folder) => folder.phase));
  if (met + open + waived + exempt > 0) phases.add('ready');
  return {
    phase: (['ready', 'indexing', 'failed', 'empty'] as const).find((phase) => phases.has(phase)) ?? 'indexing',
    indexing: phases.has('indexing'),
    met,
    total: met + open,
    open,
    failing,
    stale,
    unmet,
    partial,
    waived,
    exempt,
    documents: found.reduce((sum, { documents }) => sum + documents, 0),
    linked: found.some(({ linked }) => linked),
    setUp: found.length === 0 || found.some(({ setUp }) => setUp),
    configuration: (['broken', 'valid'] as const).find((state) => configurations.has(state)) ?? 'none',
    skipped: folders.reduce((sum, folder) => sum + (folder.skipped ?? 0), 0),
    doubts: [...new Set(folders.flatMap(({ doubts = [] }) => doubts))],
    partly: [...new Set(folders.flatMap(({ partly }) => partly ?? []))],
    notations: notationsOf(folders),
  };
}

function notationsOf(folders: readonly FolderState[]): Summary['notations'] {
  const files = new Map<string, number>();
  for (const { notations = [] } of folders) for (const one of notations) files.set(one.name, (files.get(one.name) ?? 0) + one.files);
  return Array.from(files, ([name, number]) => ({ name, files: number }));
}

/**
 * Keeps the last counts of a folder while a server that was started again has none yet, so that nothing flickers.
 */
export function keepCounts(before: readonly FolderState[], now: readonly FolderState[]): FolderState[] {
  return now.map((folder) => {
    const known = before.find(({ uri }) => uri === folder.uri);
    const isNew = folder.phase === 'indexing' && Object.values(folder.counts).every((count) => count === 0);
    return isNew && known !== undefined ? { ...folder, counts: known.counts } : folder;
  });
}
