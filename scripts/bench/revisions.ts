import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { word } from './languages.ts';
import { Random } from './random.ts';
import { specification } from './shapes.ts';
import { commitAll, gitTree } from './tree.ts';

/** Changes whenever the repository comes out differently. */
const GENERATION = 1;
const DOCUMENTS = 400;
/** Commits behind the first one, each of which changes so many documents. */
export const COMMITS = 200;
const CHANGED = 3;
/** Two commits a day, so that a report by week has some to tell of. */
const SECONDS_BETWEEN = 43_200;
const BEGIN = Date.parse('2026-01-01T00:00:00Z') / 1000;

/** A repository of documents with a past, the same each time. Returns its absolute path. */
export function revisionsTree(): string {
  const random = new Random(3);
  const file = (at: number): string => `specs/area${at % 20}/spec-${at}.md`;
  return gitTree(
    `revisions-${GENERATION}`,
    (put) => {
      for (let at = 1; at <= DOCUMENTS; at += 1) put(file(at), specification(at, random));
    },
    (root) => {
      for (let commit = 1; commit <= COMMITS; commit += 1) {
        for (let change = 0; change < CHANGED; change += 1) {
          const changed = path.join(root, file(random.between(1, DOCUMENTS)));
          writeFileSync(changed, readFileSync(changed, 'utf8').replace(/ is (?=[a-z])/u, ` is ${word(random)} and `));
        }
        commitAll(root, `Change ${commit}`, BEGIN + commit * SECONDS_BETWEEN);
      }
    },
  );
}

/** The first commit of the repository, by its hash. */
export function firstCommit(root: string): string {
  return execFileSync('git', ['rev-list', '--max-parents=0', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
}
