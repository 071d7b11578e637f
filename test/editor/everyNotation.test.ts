import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { annotate } from '../../src/editor/actions/annotate.ts';
import { completion } from '../../src/editor/completion/completion.ts';
import { applyEdits } from '../../src/editor/edits.ts';
import { createReading } from '../../src/formats/extraction/reading.ts';
import type { Reading } from '../../src/formats/extraction/reading.ts';
import { DEFAULT_CONFIGURATION } from '../../src/formats/configuration/defaults.ts';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { withSettings } from '../../src/formats/extraction/toolSettings.ts';
import { NOTATIONS } from '../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import type { Item } from '../../src/model/item.ts';
import { requirementOf, unitsOf } from '../../src/model/item.ts';
import { LineMap } from '../../src/text/lineMap.ts';
import { textOfFile } from '../support/textOfFile.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../../examples/notations');

function filesOf(example: string): Record<string, string> {
  const entries = readdirSync(path.join(EXAMPLES, example), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(path.join(EXAMPLES, example), file).replaceAll('\\', '/'), textOfFile(file)];
    }),
  );
}

interface Opened {
  readonly index: TraceIndex;
  readonly reading: Reading;
}

function opened(files: Readonly<Record<string, string>>): Opened {
  const { configuration: written = DEFAULT_CONFIGURATION } = readConfiguration('reqtrace.yaml', files['reqtrace.yaml'] ?? '');
  const configuration = withSettings(written, new Map(Object.entries(files)));
  const reading = createReading(configuration);
  const index = new TraceIndex({ configuration, today: '2026-11-21' });
  index.update(Object.entries(files).map(([name, text]) => ({ path: name, facts: reading.extractor.extract(name, text) })));
  return { index, reading };
}

const CODE = 'function press() {}\n';
const TEST = "it('presses', () => {});\n";
const NEW_CODE = 'src/zz.ts';
const NEW_TEST = 'test/zz.test.ts';

/** The first line of code and of a test once they are annotated with the first item that counts; `refused` where the notation has no words for it. */
const WORDS: Readonly<Record<string, readonly [code: string, test: string]>> = {
  house: ['// @implements REQ-1', '// @verifies REQ-1'],
  adr: ['// @implements ADR-1', '// @verifies ADR-1'],
  'agent-os': ['// @implements SCOPE-1', '// @verifies SCOPE-1'],
  aidlc: ['// @implements FR-1.1', '// @verifies FR-1.1'],
  backlog: ['// @implements TASK-1/AC1', '// @verifies TASK-1/AC1'],
  bmad: ['// @implements STORY-1.1/AC1', '// @verifies STORY-1.1/AC1'],
  conductor: ['// @implements kettle_20260112#acceptance/AC1', '// @verifies kettle_20260112#acceptance/AC1'],
  doorstop: ['// @implements REQ-001', '// @verifies REQ-001'],
  duvet: ['refused', 'refused'],
  gherkin: ['// @implements kettle#kettle/filled', '// @verifies kettle#kettle/filled'],
  gsd: ['// @implements HEAT-01', '// @verifies HEAT-01'],
  kiro: ['// Feature: kettle, Requirements: 1.1', '// Feature: kettle, Validates: Requirements 1.1'],
  lobster: ['// lobster-trace: tea.boil', '// lobster-trace: tea.boil'],
  needs: ['// @need-ids: REQ_001', '// @need-ids: REQ_001'],
  oft: ['// [impl->dsn~switch~1]', '// [utest->dsn~switch~1]'],
  openspec: ['// @implements kettle#boil/filled', '// @verifies kettle#boil/filled'],
  ralph: ['// @implements US-001/AC1', '// @verifies US-001/AC1'],
  reqif: ['// @implements KE-2', '// @verifies KE-2'],
  reqstool: ['refused', 'refused'],
  'rust-reference': ['refused', 'refused'],
  sheets: ['// @implements KX-1', '// @verifies KX-1'],
  'spec-kit': ['// @implements US-1/AC1', '// @verifies US-1/AC1'],
  strictdoc: ['// @relation(KETTLE-1, scope=function)', '// @relation(KETTLE-1, scope=function)'],
  tables: ['// @implements FR-1', '// @verifies FR-1'],
  taskmaster: ['// @implements US-1/AC1', '// @verifies US-1/AC1'],
  tracey: ['// r[impl kettle.boil+2]', '// r[verify kettle.boil+2]'],
};

/** The first item of the notation that counts and asks for code or a test. */
function firstOf(index: TraceIndex, notation: string): Item {
  const all = Array.from(index.requirements());
  const own = all.filter((one) => one.notation === notation);
  // Tables in Markdown are of the house.
  const units = (own.length > 0 ? own : all).flatMap(unitsOf);
  const found =
    units.find(({ key }) => index.coverage(key).needs.some((need) => ['implements', 'verifies', 'utest'].includes(need))) ?? units[0];
  assert.ok(found, `nothing of ${notation} in its example`);
  return found;
}

function annotated({ index, reading }: Opened, item: Item, file: string, text: string): string | undefined {
  const edit = annotate(index, reading, item, { path: file, text, line: 0 });
  return 'refusal' in edit ? undefined : applyEdits(text, [edit]);
}

// @verifies RT-7.2/AC18
describe('editing in every notation', () => {
  it('has an example of each', () => {
    const missing = NOTATIONS.filter(({ name }) => WORDS[name] === undefined).map(({ name }) => name);
    assert.deepEqual(missing, []);
  });

  for (const { name: notation } of NOTATIONS) {
    const [code, test] = WORDS[notation] ?? [];
    if (code === undefined || test === undefined) continue;
    const files = notation === 'house' ? { 'docs/a.md': '## REQ-1: Boil\n\nText.\n' } : filesOf(notation);
    const place = opened(files);
    const item = firstOf(place.index, notation);

    for (const [file, text, expected, kind] of [
      [NEW_CODE, CODE, code, 'implements'],
      [NEW_TEST, TEST, test, 'verifies'],
    ] as const) {
      const written = annotated(place, item, file, text);

      it(`${notation}: annotates ${file} as "${expected}"`, () => {
        assert.equal(written?.split('\n', 1)[0] ?? 'refused', expected);
        if (written === undefined) return;
        const after = opened({ ...files, [file]: written }).index;
        const links = after.coverage(item.key).links.filter((link) => link.path === file);
        assert.deepEqual(
          links.map(({ is, stale }) => [is, stale]),
          [[kind, false]],
        );
      });

      // That of Kiro is a number, which its own tests complete and correct.
      if (written === undefined || notation === 'kiro') continue;
      const facts = place.reading.extractor.extract(file, written);
      const reference = facts.annotations[0]?.reference;

      it(`${notation}: completes what is typed in ${file}`, () => {
        assert.ok(reference);
        const lines = new LineMap(written);
        const { start, end } = reference.range;
        // Behind two letters of what names the item, or of its document.
        const from = written.indexOf(
          reference.text.includes('#') ? (reference.document ?? '') : reference.id,
          lines.startOf(start.line) + start.character,
        );
        const rest = written.slice(lines.startOf(end.line) + end.character).replace(/^/u, reference.text.endsWith(']') ? ']' : '');
        const typed = written.slice(0, from + 2) + rest;
        const at = { line: start.line, character: from + 2 - lines.startOf(start.line) };
        const { index, reading } = opened({ ...files, [file]: typed });
        const offsetAt = (position: { line: number; character: number }): number => lines.startOf(position.line) + position.character;
        const list = completion(
          index,
          { path: file, offsetAt, getText: (range) => (range ? typed.slice(offsetAt(range.start), offsetAt(range.end)) : typed) },
          at,
          reading.extractor,
        );
        const made = (list?.items ?? []).flatMap(({ textEdit }) =>
          textEdit && 'range' in textEdit ? [applyEdits(typed, [{ range: textEdit.range, newText: textEdit.newText }])] : [],
        );
        const means = made.filter((result) => {
          const after = opened({ ...files, [file]: result }).index;
          // A criterion may take two steps, of which the first is its requirement.
          return [item.key, requirementOf(item).key].some((key) => after.referencesTo(key).some((one) => one.path === file));
        });
        assert.equal(means.length > 0, true, `${JSON.stringify(typed.split('\n', 1)[0])} -> ${JSON.stringify(made.slice(0, 3))}`);
      });

      // Of Doorstop a slip is not a UID of its own form, and of two letters one is half: none is near. A tag of LOBSTER names the package, which what is near may not be in.
      if (notation === 'doorstop' || notation === 'lobster' || notation === 'reqif' || notation === 'sheets') continue;

      it(`${notation}: corrects a slip in ${file}`, () => {
        assert.ok(reference);
        const { id } = reference;
        const slip = id.replace(/[A-Za-z](?=[^A-Za-z]*$)/u, (letter) => (letter < 'a' ? 'X' : 'x'));
        const wrong = written.replace(id, slip);
        const { index } = opened({ ...files, [file]: wrong });
        const fixes = index
          .findings(file)
          .filter(({ code: found }) => found === 'unknown-reference')
          .flatMap(({ fixes: all }) => all.map(({ edits }) => applyEdits(wrong, edits)));
        assert.equal(
          fixes.some((fixed) => fixed.split('\n', 1)[0] === expected),
          true,
          `${wrong.split('\n', 1)[0]} -> ${JSON.stringify(fixes)} ${JSON.stringify(index.findings(file).map((f) => f.code))}`,
        );
      });
    }
  }
});
