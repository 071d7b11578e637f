import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createReading } from '../../../src/formats/extraction/reading.ts';
import { readConfiguration } from '../../../src/formats/configuration/readConfiguration.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import type { IndexView } from '../../../src/index/view.ts';
import { applyEdits, editsByFile } from '../../../src/editor/edits.ts';
import { renameItem } from '../../../src/editor/rename/rename.ts';
import type { Configuration } from '../../../src/model/configuration.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { CONFIGURATION_FILE } from '../../../src/model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { allItems } from '../../../src/query/lookup.ts';
import { textOfFile } from '../../support/textOfFile.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

function filesOf(example: string): Map<string, string> {
  const entries = readdirSync(join(EXAMPLES, example), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(join(EXAMPLES, example).length + 1).replaceAll('\\', '/'), textOfFile(file)]),
  );
}

type Extract = (path: string, text: string) => FileFacts;

/** A rename leaves most files as they are: their facts are found once. */
function extractOnce(configuration: Configuration): Extract {
  const { extractor } = createReading(configuration);
  const found = new Map<string, FileFacts>();
  return (path, text) => {
    const key = JSON.stringify([path, text]);
    const facts = found.get(key) ?? extractor.extract(path, text);
    found.set(key, facts);
    return facts;
  };
}

function indexed(files: ReadonlyMap<string, string>, configuration: Configuration, extract: Extract): IndexView {
  const view = new TraceIndex({ configuration, today: '2026-11-21' });
  view.update(Array.from(files, ([path, text]) => ({ path, facts: extract(path, text) })));
  return view;
}

/** What must be the same after a rename: every status, and every finding but for the words. */
function summary(view: IndexView): unknown {
  return {
    statuses: Array.from(allItems(view), ({ key }) => view.coverage(key).status),
    findings: view
      .allFindings()
      .map(({ path, code, range }) => `${path}:${range.start.line} ${code}`)
      .sort(),
  };
}

describe('rename in the examples', () => {
  for (const example of readdirSync(EXAMPLES)) {
    const files = filesOf(example);
    const configuration = readConfiguration(CONFIGURATION_FILE, files.get(CONFIGURATION_FILE) ?? '').configuration ?? DEFAULT_CONFIGURATION;
    const extract = extractOnce(configuration);
    const view = indexed(files, configuration, extract);
    for (const item of allItems(view)) {
      if (!item.facts.idRange) continue;
      const isUnclear = [...files.keys()].some((path) =>
        view
          .referencesIn(path)
          .some(({ resolution }) => resolution.kind === 'ambiguous' && resolution.candidates.some(({ key }) => key === item.key)),
      );
      if (isUnclear) {
        it(`${example}: ${item.key} is refused, since a reference may mean it or another`, async () => {
          const result = await renameItem(
            view,
            createReading(configuration),
            item,
            item.facts.localId.replace(/[\d.]+$/u, '987'),
            async (path) => files.get(path),
          );
          assert.match(JSON.stringify(result), /could mean/u);
        });
        continue;
      }
      if (view.furtherPlaces(item).length > 0) {
        it(`${example}: ${item.key} is refused, since the name of one of its files says the number as well`, async () => {
          const name = item.facts.localId.replace(/[\d.]+$/u, '987');
          const result = await renameItem(view, createReading(configuration), item, name, async (path) => files.get(path));
          assert.match(JSON.stringify(result), /would mean something else/u);
        });
        continue;
      }
      it(`${example}: ${item.key} keeps every link and every finding`, async () => {
        const { localId } = item.facts;
        // Of `FR-1.2` the number of its own: `FR-987` would be no part of FR-1.
        const name = /^AC\d/u.test(localId) ? 'AC987' : localId.replace(/\d+$/u, '987');
        const result = await renameItem(view, createReading(configuration), item, name, async (path) => files.get(path));
        assert.ok('edits' in result, JSON.stringify(result));
        const after = new Map(files);
        for (const [path, edits] of editsByFile(result.edits)) after.set(path, applyEdits(files.get(path) ?? '', edits));
        assert.deepEqual(summary(indexed(after, configuration, extract)), summary(view));
      });
    }
  }
});
