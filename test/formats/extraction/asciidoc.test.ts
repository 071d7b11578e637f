import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../src/formats/notations/registry.ts';
import { writeId } from '../../../src/editor/actions/writeIds.ts';
import { applyEdits } from '../../../src/editor/edits.ts';
import { rename } from '../../../src/editor/rename/rename.ts';
import { readExample } from '../../support/notations/pages.ts';
import { workspace } from '../../support/editor/workspace.ts';

function read(text: string, path = 'docs/a.adoc'): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS)
    .replace(/^document .*\n/u, '')
    .trimEnd()
    .split('\n');
}

const CASES: readonly (readonly [what: string, text: string, facts: readonly string[]])[] = [
  ['a heading', '= A\n\n== REQ-1: Boil\n', ['3 requirement REQ-1 Boil']],
  ['a name above a heading', '[[REQ-2]]\n=== Stop\n', ['2 requirement REQ-2 Stop']],
  ['a short name above a heading', '[#FR-001]\n=== Stop\n', ['2 requirement FR-001 Stop']],
  ['a row', '|===\n|ID |Text\n\n|NFR-3 |It shall be quick\n|===\n', ['4 requirement NFR-3 It shall be quick']],
  ['a bold ID', '* *SWE-REQ-12* It stops\n', ['1 requirement SWE-REQ-12 It stops']],
  ['a term', 'REQ-5:: It sings\n', ['1 requirement REQ-5 It sings']],
  [
    'what is struck out as exempt',
    '== REQ-1: A\n\n* [line-through]#*REQ-2* It stops#\n',
    ['1 requirement REQ-1 A', '3 requirement REQ-2 It stops (exempt)'],
  ],
  ['nothing in a listing', '== REQ-1: A\n\n[source]\n----\n== REQ-2: B\n----\n', ['1 requirement REQ-1 A']],
  ['nothing in a comment', '== REQ-1: A\n\n////\n== REQ-2: B\n////\n\n// == REQ-3: C\n', ['1 requirement REQ-1 A']],
  ['nothing that is literal', '== REQ-1: A\n\n  REQ-2: B\n\n[literal]\nREQ-3: C\n', ['1 requirement REQ-1 A']],
  [
    'nothing that is switched off',
    '== REQ-1: A\n\n// reqtrace-ignore-start\n== REQ-2: B\n// reqtrace-ignore-end\n',
    ['1 requirement REQ-1 A'],
  ],
  ['what is below HTML that has no end', '== REQ-1: A\n\n<!-- x\n\n== REQ-2: B\n', ['1 requirement REQ-1 A', '5 requirement REQ-2 B']],
  ['what is below a fence of tildes', '== REQ-1: A\n\n~~~~\n\n== REQ-2: B\n', ['1 requirement REQ-1 A', '5 requirement REQ-2 B']],
  ['no document without an ID of requirements', '= A\n\n== Use UTF-8\n\n* ISO-8601: dates\n', ['nothing']],
  ['annotations in comments of any other', '= A\n\n// @implements REQ-1\n', ['3 implements REQ-1']],
  ['items of OpenFastTrace', '[.specitem, oft-sid=dsn~a~1]\n.Title\n--\nIt boils.\n--\n', ['2 requirement dsn~a Title (needs nothing)']],
  [
    'no item of OpenFastTrace without its role',
    '[oft-sid="dsn~a~1"]\n== A\n',
    ['1 malformed-annotation Without ".specitem" before it, "oft-sid" is not read'],
  ],
  [
    'no item of OpenFastTrace without a revision',
    '[.specitem, oft-sid="dsn~a"]\n== A\n',
    ['1 malformed-annotation "dsn~a" is not a valid ID. Write an artifact type, a name and a revision, such as dsn~boil~1'],
  ],
  [
    'no item that is handed on from two',
    '[.specitem, oft-skipped="arch", oft-covers="req~a~1, req~b~1"]\n--\n--\n',
    ['1 malformed-annotation An item that is handed on has "oft-covers" with just one ID'],
  ],
  [
    'an item once',
    '[.specitem, oft-sid="dsn~a~1"]\n== A\n\n[.specitem, oft-sid="dsn~a~2"]\n== B\n',
    ['2 requirement dsn~a A (needs nothing)', '4 duplicate-id dsn~a is defined twice in this document. Renumber the second definition'],
  ],
];

// @verifies RT-1.1/AC1
describe('documents in AsciiDoc', () => {
  for (const [what, text, facts] of CASES) it(`have ${what}`, () => assert.deepEqual(read(text), facts));

  it('are documents where the project says so, whatever their IDs are', () => {
    const extractor = createExtractor({ ...DEFAULT_CONFIGURATION, documents: [{ glob: '**/*.adoc', steps: false, targets: false }] });
    const { requirements } = extractor.extract('docs/a.adoc', '== KETTLE-1: Boil\n\n.Acceptance criteria\n* It boils\n');
    assert.deepEqual(
      requirements.map(({ localId, criteria }) => [localId, criteria.map(({ text }) => text)]),
      [['KETTLE-1', ['It boils']]],
    );
  });

  for (const text of [
    '* *REQ-1* It boils\n** *REQ-2* It stops, see REQ-1\n',
    '|===\n|ID |Requirement\n\n|REQ-1\n|It shall boil\n|===\n\nSee <<REQ-1>>.\n',
    '[[REQ-1]]\n== Boil\n\nSee *REQ-1*.\n',
    'REQ-1:: It boils\n',
  ])
    it(`are renamed in: ${text.split('\n')[0] ?? ''}`, async () => {
      const code = { 'src/a.ts': '// @implements REQ-|1\nfunction a() {}\n' };
      const { view, reading, path, position } = workspace({ 'docs/a.adoc': text, ...code });
      const texts: Readonly<Record<string, string>> = { 'docs/a.adoc': text, 'src/a.ts': code['src/a.ts'].replace('|', '') };
      const result = await rename(view, reading, { path, position }, 'REQ-9', async (file) => texts[file]);
      assert.ok(result && 'edits' in result);
      const edits = result.edits.filter((edit) => edit.path === 'docs/a.adoc');
      assert.equal(applyEdits(text, edits), text.replaceAll('REQ-1', 'REQ-9'));
    });

  it('get an ID before the words of a heading', () => {
    const { view, reading, text } = workspace({ 'docs/a.adoc': '== REQ-1: A\n\n== Boil\n\n.Acceptance criteria\n* It boils\n' });
    const item = Array.from(view.requirements()).find(({ facts }) => facts.implicit);
    assert.ok(item);
    const result = writeId(view, reading, item, text.getText());
    assert.ok('edits' in result);
    assert.match(applyEdits(text.getText(), result.edits), /^== REQ-2: Boil$/mu);
  });
});
