import type { Part } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import type { NotationFiles } from '../../notation/notation.ts';

/** The last one that fits counts: what is not named lies beside the plans, and mentions. */
const PARTS: readonly (readonly [glob: string, part: Part])[] = [
  ['**/*.md', 'plan'],
  ['{milestones,archive,archived}/**/*.md', 'archive'],
  ['{,workstreams/*/}REQUIREMENTS.md', 'spec'],
  ['{,workstreams/*/}milestones/*REQUIREMENTS.md', 'spec'],
];

/** The files of GSD, each with its part: `.planning/REQUIREMENTS.md` defines, and so does what it was when a milestone was shipped. */
export const FILES: readonly NotationFiles[] = PARTS.map(([glob, part]) => ({
  glob: `**/.planning/${glob}`,
  carrier: 'markdown',
  part,
  namespace: namespaceOf,
}));

const PLANNING = /^(?<planning>(?:.*\/)?\.planning(?:\/workstreams\/[^/]+)?)(?:\/milestones\/(?<milestone>v?\d[^/-]*))?/u;

/** `.planning`, its workstream, or the milestone that was shipped: `.planning/milestones/v1.0` for `.planning/milestones/v1.0-REQUIREMENTS.md`. */
function namespaceOf(path: FilePath): string {
  const { planning = '', milestone } = PLANNING.exec(path)?.groups ?? {};
  return milestone === undefined ? planning : `${planning}/milestones/${milestone}`;
}

/** True for the requirements of a milestone that was shipped. */
export function isShipped(path: FilePath): boolean {
  return path.includes('/milestones/');
}
