import { basename } from 'node:path';
import { version } from '../../package.json';
import type { IndexView } from '../index/view.ts';
import type { FilePath } from '../model/position.ts';
import type { History } from '../query/history.ts';
import { buildMatrix } from '../report/html/model.ts';
import { matrixPage } from '../report/html/page.ts';
import type { BlameOf } from '../workspace/git/blame.ts';
import { blameLines } from '../workspace/git/blame.ts';
import { gitState } from '../workspace/git/gitState.ts';
import type { Project } from '../workspace/project.ts';

/** The report as one HTML file; with `blame`, who wrote each annotation and when; with a history, a chart of it. */
export async function htmlReport({ index, root }: Project, blame: boolean, history: History | undefined): Promise<string> {
  const { commit, modified } = await gitState(root);
  const authorOf = blame ? await linkAuthors(root, index) : undefined;
  return matrixPage(
    buildMatrix(index, { name: basename(root), version, modified, ...(commit !== undefined && { commit }), ...(authorOf && { authorOf }) }),
    { theme: 'report', ...(history && { history }) },
  );
}

function linkAuthors(root: string, index: IndexView): Promise<BlameOf> {
  const lines = new Map<FilePath, Set<number>>();
  for (const requirement of index.requirements()) {
    for (const { key } of [requirement, ...requirement.criteria]) {
      for (const { path, annotation } of index.coverage(key).links) {
        const { line } = annotation.reference.range.start;
        const known = lines.get(path);
        if (known) known.add(line);
        else lines.set(path, new Set([line]));
      }
    }
  }
  return blameLines(root, lines);
}
