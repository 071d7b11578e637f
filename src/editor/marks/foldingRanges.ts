import type { FoldingRange } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { FilePath } from '../../model/position.ts';
import { definitionsIn } from '../requirementsIn.ts';

/** Folds each requirement and each criterion of a document that has more than one line. */
export function foldingRanges(view: IndexView, path: FilePath): FoldingRange[] {
  const lines = new Set<number>();
  return definitionsIn(view, path).flatMap(({ facts }) => {
    const { start, end } = facts.range;
    // A range that ends at the start of a line does not reach into it.
    const endLine = end.character === 0 ? end.line - 1 : end.line;
    if (endLine <= start.line || lines.has(start.line)) return [];
    lines.add(start.line);
    return [{ startLine: start.line, endLine }];
  });
}
