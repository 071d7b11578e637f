import type { Project } from '../../../src/workspace/project.ts';

/** What readers of a project see of it: the same for the same files, whatever is in a cache. */
export function pictureOf({ index, skipped }: Project): unknown {
  return { findings: index.allFindings(), counts: index.counts(), skipped, keys: Array.from(index.requirements(), ({ key }) => key) };
}
