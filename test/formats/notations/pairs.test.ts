import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { SETTINGS_FILES, withSettings } from '../../../src/formats/extraction/toolSettings.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import { allItems } from '../../../src/query/lookup.ts';
import { requirementOf } from '../../../src/model/item.ts';
import { TODAY } from '../../support/index/build.ts';
import { textOfFile } from '../../support/textOfFile.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples/notations');

type Files = ReadonlyMap<string, string>;

/** What is asked of an example once for each of the others is found once. */
function once<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}

const filesOf = once((example: string): Files => {
  const entries = readdirSync(join(EXAMPLES, example), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(join(EXAMPLES, example).length + 1).replaceAll('\\', '/'), textOfFile(file)]),
  );
});

/** Another place for a file, in a folder of its example. */
function moved(path: string, example: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}${example}/${path.slice(slash)}`;
}

/** A path without its extension: a document goes by that, so two documents must not share it. */
function stem(path: string): string {
  return path.replace(/\.[^./]+$/u, '');
}

/** The files of an example without the paths that another one has, in their texts, too. */
function beside(files: Files, others: Files, example: string): Files {
  const taken = new Set([...others.keys()].map(stem));
  if (![...files.keys()].some((path) => taken.has(stem(path)))) return files;
  const places = Array.from(files.keys(), (path) => [path, taken.has(stem(path)) ? moved(path, example) : path] as const);
  const written = (text: string): string => places.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return new Map(places.map(([from, to]) => [to, written(files.get(from) ?? '')]));
}

function indexed(files: Files): TraceIndex {
  const written = readConfiguration(CONFIGURATION_FILE, files.get(CONFIGURATION_FILE) ?? '').configuration ?? DEFAULT_CONFIGURATION;
  const configuration = withSettings(written, new Map([...files].filter(([path]) => SETTINGS_FILES.has(path))));
  const extractor = createExtractor(configuration);
  const view = new TraceIndex({ configuration, today: TODAY });
  view.update(Array.from(files, ([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return view;
}

/** What each item is, by its notation and ID, and each link; findings by their files and codes. */
function summary(files: Files): readonly string[] {
  const view = indexed(files);
  const references = [...files.keys()].flatMap((path) =>
    view.referencesIn(path).filter(({ use }) => use !== 'mention' && use !== 'definition'),
  );
  return [
    ...Array.from(allItems(view), (item) => {
      const { notation, path } = requirementOf(item);
      return `${notation} ${path} ${item.id} ${view.coverage(item.key).status}`;
    }),
    ...references.map(({ path, use, reference, resolution }) => {
      const meaning = resolution.kind === 'item' ? resolution.item.id : resolution.kind;
      return `${path}:${reference.range.start.line} ${use} ${reference.text} ${meaning}`;
    }),
    ...view.allFindings().map(({ path, code, range }) => `${path}:${range.start.line} ${code}`),
  ].toSorted();
}

const summaryAlone = once(summary);
const idsOf = once(
  (files: Files): ReadonlySet<string> =>
    new Set(Array.from(allItems(indexed(files)), ({ facts }) => facts.localId).filter((id) => !/^AC\d/u.test(id))),
);

/** References that mean an item in files of the other example. */
function strays(files: Files, others: Files): readonly string[] {
  const view = indexed(new Map([...files, ...others]));
  return [...files.keys()].flatMap((path) =>
    view
      .referencesIn(path)
      .flatMap(({ reference, resolution }) =>
        resolution.kind === 'item' && others.has(resolution.item.path) ? [`${path} ${reference.text}`] : [],
      ),
  );
}

const NAMES = readdirSync(EXAMPLES).filter((name) => !name.includes('.'));
/** Of those, the ones whose settings name their files, which stay where they are. */
const FIXED = new Set(['duvet', 'rust-reference']);

// @verifies RT-1.4/AC28
describe('two notations in one repository', () => {
  for (const [at, first] of NAMES.entries())
    for (const second of NAMES.slice(at + 1)) {
      const [stays, moves] = FIXED.has(second) ? [second, first] : [first, second];
      const one = filesOf(stays);
      const other = beside(filesOf(moves), one, moves);
      const ids = idsOf(one);
      const shared = [...idsOf(other)].filter((id) => ids.has(id));
      if (shared.length === 0)
        it(`do not disturb each other: ${first} and ${second}`, () =>
          assert.deepEqual(summary(new Map([...one, ...other])), [...summaryAlone(one), ...summaryAlone(other)].toSorted()));
      else
        it(`keep ${shared.join(', ')} apart: ${first} and ${second}`, () =>
          assert.deepEqual([...strays(one, other), ...strays(other, one)], []));
    }
});
