import { basename } from 'node:path';
import { version } from '../../../package.json';
import type { IndexView } from '../../index/view.ts';
import { withCriteria } from '../../model/item.ts';
import type { FilePath } from '../../model/position.ts';
import type { DiffReport } from '../../report/diff/diffReport.ts';
import type { CheckOutside, ReportOutside } from '../../report/formatInput.ts';
import type { MatrixRun } from '../../report/html/model.ts';
import type { BlameOf } from '../../workspace/past/blame.ts';
import { blameLines } from '../../workspace/past/blame.ts';
import { utf8Mark } from '../../workspace/files/utf8Mark.ts';
import { toSystemPath } from '../../workspace/files/filePaths.ts';
import { gitPrefix, gitState } from '../../workspace/past/gitState.ts';
import { forgeLines } from '../../workspace/past/permalink.ts';
import { readHistory } from '../../workspace/past/history/readHistory.ts';
import type { Project } from '../../workspace/project.ts';
import { findingPages } from './findingPages.ts';
import { readReview } from '../opening/review.ts';

/** Of a chart: nearly four years. */
const MOST_WEEKS = 200;

/** What a report shall tell beyond the index. */
export interface Wishes {
  /** Who wrote each annotation, and when. */
  readonly blame: boolean;
  /** A chart of the last commits of each week. */
  readonly history: boolean;
  /** What happened to the requirements since this revision. */
  readonly base: string | undefined;
  /** True where the day was asked for by `--today`. */
  readonly dateIsGiven: boolean;
}

/** What formats of findings may ask of a project. */
export function checkOutside(project: Project): CheckOutside {
  return { prefix: () => gitPrefix(project.root), pages: findingPages, texts: (paths) => textsOf(project, paths) };
}

/** Texts that are UTF-8, with the byte order mark that the file begins with. */
async function textsOf(project: Project, paths: Iterable<FilePath>): Promise<ReadonlyMap<FilePath, string>> {
  const texts = new Map<FilePath, string>();
  for (const path of paths) {
    const text = await project.text(path);
    const mark = text === undefined ? undefined : utf8Mark(toSystemPath(project.root, path));
    if (mark !== undefined) texts.set(path, mark + (text ?? ''));
  }
  return texts;
}

/** What formats of the report may ask of a project; what nobody wishes for is undefined. */
export function reportOutside(project: Project, { blame, history, base, dateIsGiven }: Wishes): ReportOutside {
  const { root, cacheFolder } = project;
  return {
    ...checkOutside(project),
    run: () => runOf(project, blame, dateIsGiven),
    forge: async () => forgeLines(root, await gitState(root)),
    history: async () =>
      history ? readHistory(root, { every: 'week', limit: MOST_WEEKS }, cacheFolder === undefined ? {} : { cacheFolder }) : undefined,
    changes: async () => (base === undefined ? undefined : changesSince(project, base)),
  };
}

async function runOf({ index, root }: Project, blame: boolean, dateIsGiven: boolean): Promise<MatrixRun> {
  const { prefix: _prefix, ...state } = await gitState(root);
  const authorOf = blame ? await linkAuthors(root, index) : undefined;
  return { name: basename(root), version, dateIsGiven, ...state, ...(authorOf && { authorOf }) };
}

function changesSince(project: Project, base: string): Promise<DiffReport> {
  return readReview(project.root, { base, today: project.index.today, cacheFolder: project.cacheFolder }, () => Promise.resolve(project));
}

function linkAuthors(root: string, index: IndexView): Promise<BlameOf> {
  const lines = new Map<FilePath, Set<number>>();
  for (const requirement of index.requirements()) {
    for (const { key } of withCriteria(requirement)) {
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
