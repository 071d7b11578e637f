import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import type { Waiver } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { meaningOf } from '../../model/linkKind.ts';
import { lineOf } from '../../model/position.ts';
import { compareText } from '../../index/order.ts';
import { nameOf } from '../../query/list.ts';

/** How many of the met criteria are proven by tests: `{ met: 7, proven: 2, outdated: 1, untested: 0 }`. */
export interface MatrixProof {
  /** Criteria that are met, a requirement without criteria counted as its own. */
  readonly met: number;
  /** Of these, those whose tests passed in the newest results. */
  readonly proven: number;
  /** Of the proven ones, those whose results are older than the test or the code. */
  readonly outdated: number;
  /** Of the met ones, those that need no test. */
  readonly untested: number;
}

/** A file with results of tests by which something counts. */
export interface MatrixResults {
  readonly file: FilePath;
  /** When the run began: `2026-11-20T10:00:00.000Z`. */
  readonly time: string;
  /** What it is written in, `JUnit XML`; absent where that is not known. */
  readonly format?: string;
  /** The runner that wrote it, `Vitest`; absent where the format has its name, or nothing tells. */
  readonly runner?: string;
  readonly tests: number;
}

/** A waiver with all that it holds for. */
export interface MatrixWaiver {
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly until?: string;
  /** False once its last day has passed. */
  readonly valid: boolean;
  readonly file: FilePath;
  readonly line: number;
  readonly items: readonly { readonly id: string; readonly key: string; readonly text: string }[];
}

/** What the head of the page says beside the counts by status. */
export interface Standing {
  readonly proof: MatrixProof;
  /** Those that count for any criterion, the newest first. */
  readonly results: readonly MatrixResults[];
  /** Files with results that count for none. */
  readonly otherResults: number;
  /** Those that end first come first, those without an end last. */
  readonly waivers: readonly MatrixWaiver[];
}

/** How far what an index says is proven, by which results, and which gaps were accepted. */
export function standingOf(view: IndexView): Standing {
  const units = Array.from(view.requirements()).flatMap(unitsOf);
  const counting = new Set(units.flatMap(({ key }) => view.coverage(key).links.flatMap(({ result }) => (result ? [result.path] : []))));
  const files = view.evidence.filter(({ results }) => results.length > 0);
  const results = files
    .filter(({ path }) => counting.has(path))
    .toSorted((a, b) => b.time - a.time || compareText(a.path, b.path))
    .map(({ path, time, format, runner, results: { length } }): MatrixResults => {
      return {
        file: path,
        time: new Date(time).toISOString(),
        ...(format !== undefined && { format }),
        ...(runner !== undefined && { runner }),
        tests: length,
      };
    });
  return { proof: proofOf(view, units), results, otherResults: files.length - results.length, waivers: waiversOf(view, units) };
}

function proofOf(view: IndexView, units: readonly Item[]): MatrixProof {
  const met = units.map(({ key }) => view.coverage(key)).filter(({ status }) => status === 'met');
  const proven = met.filter(({ proof }) => proof === 'proven');
  return {
    met: met.length,
    proven: proven.length,
    outdated: proven.filter(({ outdated }) => outdated).length,
    untested: met.filter(
      ({ needs }) => !needs.some((kind) => ['verifies', 'covers'].includes(meaningOf(view.configuration.kinds, kind) ?? 'covers')),
    ).length,
  };
}

function waiversOf(view: IndexView, units: readonly Item[]): MatrixWaiver[] {
  const found = new Map<Waiver, { readonly path: FilePath; readonly valid: boolean; readonly items: Item[] }>();
  for (const item of units) {
    for (const { waiver, path, valid } of view.coverage(item.key).waivers) {
      const known = found.get(waiver);
      if (known) known.items.push(item);
      else found.set(waiver, { path, valid, items: [item] });
    }
  }
  return Array.from(found, ([{ reason, owner, until, range }, { path, valid, items }]): MatrixWaiver => {
    return {
      reason,
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { until }),
      valid,
      file: path,
      line: lineOf(range),
      items: items.map((item) => ({ id: item.id, key: item.key, text: nameOf(item) })),
    };
  }).sort((a, b) => compareText(a.until ?? '~', b.until ?? '~') || compareText(a.file, b.file) || a.line - b.line);
}
