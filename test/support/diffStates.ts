import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { CONFIGURATION_FILE } from '../../src/model/configuration.ts';
import { compileGlob, matchesGlob } from '../../src/text/patterns/glob.ts';
import type { FilePath } from '../../src/model/position.ts';
import { compare } from '../../src/query/diff/compare.ts';
import type { ChangedFile, Comparison } from '../../src/query/diff/comparison.ts';
import { LIST_NAMES } from '../../src/query/diff/difference.ts';
import type { Difference } from '../../src/query/diff/difference.ts';
import { TODAY } from './index/build.ts';

/** Texts of files by path. */
export type Files = Readonly<Record<FilePath, string>>;

const usual = createExtractor(DEFAULT_CONFIGURATION);

/** The index of these texts, under the reqtrace.yaml that is among them. */
export function indexOfTexts(files: Files): TraceIndex {
  const written = files[CONFIGURATION_FILE];
  const read = written === undefined ? undefined : readConfiguration(CONFIGURATION_FILE, written).configuration;
  const configuration = read ?? DEFAULT_CONFIGURATION;
  const extractor = read ? createExtractor(read) : usual;
  const index = new TraceIndex({ configuration, today: TODAY });
  const isRead = (path: FilePath): boolean => !configuration.exclude.some((glob) => matches(glob, path));
  const texts = Object.entries(files).filter(([path]) => isRead(path));
  index.update(texts.map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return index;
}

function matches(glob: string, path: FilePath): boolean {
  return compileGlob(glob).some((compiled) => matchesGlob(compiled, path.split('/')));
}

/** Two states of a folder; files are the same by their path, or as `renamed` says, old path to new one. */
export function comparisonOf(base: Files, head: Files, renamed: Readonly<Record<FilePath, FilePath>> = {}): Comparison {
  const old = new Set(Object.keys(renamed));
  const fresh = new Set(Object.values(renamed));
  const files: ChangedFile[] = [
    ...Object.entries(renamed).map(([before, after]) => ({ base: before, head: after })),
    ...Object.keys(base)
      .filter((path) => !old.has(path) && base[path] !== head[path])
      .map((path) => (path in head ? { base: path, head: path } : { base: path })),
    ...Object.keys(head)
      .filter((path) => !fresh.has(path) && !(path in base))
      .map((path) => ({ head: path })),
  ];
  return { base: indexOfTexts(base), head: indexOfTexts(head), files, baseText: (path) => base[path], headText: (path) => head[path] };
}

/** What `compare` says of them. */
export function difference(base: Files, head: Files, renamed?: Readonly<Record<FilePath, FilePath>>): Difference {
  return compare(comparisonOf(base, head, renamed));
}

/** Ids and reasons by list, lists without entries left out: `{ met: ['IP-1/AC1: was unmet, is met'] }`. */
export function told({ lists }: Difference): Record<string, string[]> {
  return Object.fromEntries(
    LIST_NAMES.filter((name) => lists[name].length).map((name) => [
      name,
      lists[name].map(
        ({ item, renumberedFrom, reason }) => `${item.id}${renumberedFrom === undefined ? '' : ` < ${renumberedFrom}`}: ${reason}`,
      ),
    ]),
  );
}

/** Ids by list, `{ suspect: ['IP-1/AC1'] }`, for tests in which the verdict matters and not its words. */
export function listed({ lists }: Difference): Record<string, string[]> {
  return Object.fromEntries(LIST_NAMES.filter((name) => lists[name].length).map((name) => [name, lists[name].map(({ item }) => item.id)]));
}

/** What it says of rules that changed, with what they ask for: `less: the gate merge is gone`. */
export function toldRules({ rules }: Difference): string[] {
  return rules.map(({ effect, reason }) => `${effect}: ${reason}`);
}
