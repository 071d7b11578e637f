import type { FilePath } from '../../../model/position.ts';
import type { NotationFiles } from '../../notation/notation.ts';

/** Folders that hold nothing but decisions: `doc/adr` of adr-tools, `docs/decisions` of MADR, `docs/adr` of log4brains, and how else people call them. */
const LOGS = [
  'adr',
  'adrs',
  'ADR',
  'ADRs',
  'decisions',
  'decision-log',
  'decision-record',
  'decision-records',
  'architecture-decisions',
  'architecture_decisions',
  'architecture-decision-record',
  'architecture-decision-records',
  'architectural-decisions',
  'architectural-decision-records',
  'design-decisions',
  'technical-decisions',
] as const;

/** In the folder itself or in that of a category; the number leads the name, maybe behind `adr-`. What has none is about decisions, as an index of them is. */
const NUMBERED = new RegExp(`(?:^|/)(?:${LOGS.join('|')})/(?:[^/]+/)?(?:adr[-_ ]?)?\\d[^/]*(?<!template)\\.md$`, 'iu');

/** The files of decision logs. Each folder numbers its own, as categories of MADR do. */
export const FILES: readonly NotationFiles[] = LOGS.map((folder) => ({
  glob: `**/${folder}/**`,
  only: NUMBERED,
  carrier: 'markdown',
  part: 'spec',
  namespace: 'folder',
}));

/** How a decision is called by its file. */
export interface FileName {
  /** Undefined where the file is named by a date, as log4brains does, since a day may have several. */
  readonly number?: number;
  /** The name without its ending. */
  readonly stem: string;
  /** The words behind the number: `Use induction` of `0003-use-induction.md`. */
  readonly words: string;
}

const DATE = /^(?:19|20)\d{2}(?<sign>[-_]?)(?:0[1-9]|1[0-2])\k<sign>(?:0[1-9]|[12]\d|3[01])(?!\d)[-_. ]*/u;
const NUMBER = /^(?:adr[-_ ]?)?(?<number>\d{1,9})(?!\d)[-_. ]*/iu;

/** Takes the name of a decision's file apart: `docs/adr/0003-use-induction.md` is number 3. */
export function fileName(path: FilePath): FileName {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/iu, '');
  const date = DATE.exec(stem);
  const numbered = date ? null : NUMBER.exec(stem);
  const words = stem.slice((date ?? numbered)?.[0].length ?? 0).replaceAll(/[-_]+/gu, ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { stem, words: title, ...(numbered && { number: Number(numbered.groups?.['number']) }) };
}
