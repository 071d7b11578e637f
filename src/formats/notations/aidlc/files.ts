import type { Part } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import type { NotationFiles } from '../../notation/notation.ts';

/** The last one that fits counts: what is not named is a design or a question, and mentions. */
const PARTS: readonly (readonly [glob: string, part: Part])[] = [
  ['**/*.md', 'design'],
  ['**/audit*.md', 'archive'],
  ['**/inception/plans/**/*.md', 'plan'],
  ['**/*questions*.md', 'plan'],
  ['**/construction/plans/**/*.md', 'tasks'],
  ['**/inception/**/unit-of-work*.md', 'tasks'],
  ['**/inception/requirements/**/requirements*.md', 'spec'],
  ['**/inception/user-stories/**/*stories*.md', 'spec'],
];

/** The files of AI-DLC, each with its part. */
export const FILES: readonly NotationFiles[] = PARTS.map(([glob, part]) => ({
  glob: `**/aidlc-docs/${glob}`,
  carrier: 'markdown',
  part,
  namespace: namespaceOf,
}));

const CYCLE = /^(?<cycle>(?:.*\/)?aidlc-docs(?:\/.*?)?)\/(?:inception|construction|operations)\//u;
const DOCS = /^(?:.*\/)?aidlc-docs(?=\/)/u;

/** `aidlc-docs`, or the folder in it of one of several cycles. */
function namespaceOf(path: FilePath): string {
  return CYCLE.exec(path)?.groups?.['cycle'] ?? DOCS.exec(path)?.[0] ?? path;
}
