import assert from 'node:assert/strict';
import { annotate, waiveAbove } from '../../src/editor/actions/annotate.ts';
import { offersAt } from '../../src/editor/actions/offers.ts';
import { perform } from '../../src/editor/actions/perform.ts';
import { pinReference } from '../../src/editor/actions/pin.ts';
import { scaffoldTest } from '../../src/editor/actions/scaffold/scaffoldTest.ts';
import { writeCriterionIds, writeId } from '../../src/editor/actions/writeIds.ts';
import { completion } from '../../src/editor/completion/completion.ts';
import { applyEdits, editsByFile } from '../../src/editor/edits.ts';
import type { FileEdits } from '../../src/editor/edits.ts';
import type { Refusal } from '../../src/editor/refusal.ts';
import { rename } from '../../src/editor/rename/rename.ts';
import type { Notation } from '../../src/formats/notation/notation.ts';
import { NOTATIONS } from '../../src/formats/notations/registry.ts';
import type { RequirementItem } from '../../src/model/item.ts';
import { advice } from '../../src/query/gates/mend.ts';
import { lookup } from '../../src/query/lookup.ts';
import type { Workspace } from '../support/editor/workspace.ts';
import { workspace } from '../support/editor/workspace.ts';
import { toy } from '../support/notations/toy.ts';

const TEA = '@@boil Boil the water\n@@steep Steep the tea\n';
/** The same notation, as if nobody had said how it is written. */
const silent: Notation = { ...toy, write: {} };
const UNKNOWN = 'How that is written for boil is not known; write it yourself';

interface Kitchen extends Workspace {
  readonly boil: RequirementItem;
}

function kitchen(files: Readonly<Record<string, string>>, notation: Notation = toy): Kitchen {
  const made = workspace({ 'kitchen/tea.md': TEA, ...files }, {}, [...NOTATIONS, notation]);
  const boil = made.view.item('kitchen#boil');
  assert.equal(boil?.type, 'requirement');
  return { ...made, boil };
}

function made({ text }: Workspace, edit: Parameters<typeof applyEdits>[1][number] | Refusal): string {
  return 'refusal' in edit ? edit.refusal : applyEdits(text.getText(), [edit]);
}

function all(files: Readonly<Record<string, string>>, edits: FileEdits | Refusal | undefined): Readonly<Record<string, string>> | string {
  if (!edits) return 'nothing';
  if ('refusal' in edits) return edits.refusal;
  return Object.fromEntries(Array.from(editsByFile(edits.edits), ([path, ofFile]) => [path, applyEdits(files[path] ?? '', ofFile)]));
}

function textOf(files: Readonly<Record<string, string>>): (path: string) => Promise<string | undefined> {
  return async (path) => files[path];
}

describe('an item of another notation than the house', () => {
  it('is annotated in words of its own', () => {
    for (const path of ['src/tea.ts', 'test/tea.test.ts']) {
      const place = kitchen({ [path]: '|boil();\n' });
      const { view, reading, boil, text } = place;
      assert.equal(made(place, annotate(view, reading, boil, { path, text: text.getText(), line: 0 })), '// %%boil\nboil();\n');
    }
  });

  it('is not annotated where nobody knows how', () => {
    const place = kitchen({ 'src/tea.ts': '|boil();\n' }, silent);
    const { view, reading, boil, text, path } = place;
    assert.equal(made(place, annotate(view, reading, boil, { path, text: text.getText(), line: 0 })), UNKNOWN);
  });

  it('is not waived in code, only in reqtrace.yaml, by its key', async () => {
    const { view, reading, extractor, path, position, text, boil } = kitchen({ 'src/tea.ts': '// %%bo|il\nboil();\n' });
    assert.deepEqual(offersAt(view, reading.ids, path, position), []);
    assert.deepEqual(waiveAbove(view, extractor, boil, { path, text: text.getText(), line: 1 }), { refusal: UNKNOWN });
    const waived = await perform(view, reading, { kind: 'waive', key: boil.key }, async () => undefined);
    assert.deepEqual(all({}, waived), { 'reqtrace.yaml': 'waivers:\n  - ref: kitchen#boil\n    reason:\n' });
  });

  it('gets no pin', () => {
    const { view, extractor, path, position, text } = kitchen({ 'src/tea.ts': '// @implements kitchen#bo|il\nboil();\n' });
    assert.deepEqual(pinReference(view, extractor, path, position, text.getText()), { refusal: UNKNOWN });
  });

  it('is stale with no fix that would pin it again', () => {
    const { view } = kitchen({ 'src/tea.ts': '// @implements kitchen#boil~000000\nboil();\n' });
    const found = view.findings('src/tea.ts').map(({ code, fixes }) => [code, fixes.length]);
    assert.deepEqual(found, [['stale-link', 0]]);
  });

  it('is tested under its own words', () => {
    const place = kitchen({ 'test/tea.test.ts': '|' });
    const test = scaffoldTest(place.view, place.reading, place.boil, 'test/tea.test.ts', '');
    assert.ok(!('refusal' in test));
    assert.match(made(place, test.edits[0] ?? { refusal: 'nothing' }), /^\/\/ %%boil\nit\.skip\('Boil the water'/u);
    const none = kitchen({ 'test/tea.test.ts': '|' }, silent);
    assert.deepEqual(scaffoldTest(none.view, none.reading, none.boil, 'test/tea.test.ts', ''), { refusal: UNKNOWN });
  });

  it('is offered a test only where its notation can be written', () => {
    const offered = (notation: Notation): string[] => {
      const { view, reading, position } = workspace({ 'test/tea.test.ts': '', 'kitchen/tea.md': '@@bo|il Boil\n' }, {}, [
        ...NOTATIONS,
        notation,
      ]);
      return offersAt(view, reading.ids, 'kitchen/tea.md', position).map(({ request }) => request.kind);
    };
    assert.deepEqual(offered(toy), ['scaffold-test', 'waive']);
    assert.deepEqual(offered(silent), ['waive']);
  });

  it('gets no id of the house', () => {
    const { view, reading, extractor, boil } = kitchen({});
    assert.deepEqual(writeId(view, reading, boil, TEA), { refusal: UNKNOWN });
    assert.ok('refusal' in writeCriterionIds(view, extractor, boil, TEA));
  });

  it('takes a name of its notation, everywhere', async () => {
    const files = { 'kitchen/tea.md': TEA, 'test/tea.test.ts': '// %%boil\nit();\n', 'src/tea.ts': '/* %%boil, */ boil();\n' };
    const { view, reading } = kitchen(files);
    const at = { path: 'kitchen/tea.md', position: { line: 0, character: 3 } };
    const renamed = async (name: string): Promise<unknown> => all(files, await rename(view, reading, at, name, textOf(files)));
    assert.deepEqual(await renamed('heat-up'), {
      'kitchen/tea.md': TEA.replace('boil', 'heat-up'),
      'test/tea.test.ts': '// %%heat-up\nit();\n',
      'src/tea.ts': '/* %%heat-up, */ boil();\n',
    });
    assert.equal(await renamed('REQ-7'), '"REQ-7" is not a valid name in the notation toy');
    assert.match(String(await renamed('steep')), /^steep is already used/u);
  });

  it('is renamed at a reference too', async () => {
    const files = { 'kitchen/tea.md': TEA, 'src/tea.ts': '// %%boil\nboil();\n' };
    const { view, reading } = kitchen(files);
    const at = { path: 'src/tea.ts', position: { line: 0, character: 6 } };
    const edits = await rename(view, reading, at, 'heat', textOf(files));
    assert.deepEqual(all(files, edits), { 'kitchen/tea.md': TEA.replace('boil', 'heat'), 'src/tea.ts': '// %%heat\nboil();\n' });
  });

  it('is proposed behind its mark alone, and by its key behind keywords of the house', () => {
    const labels = (source: string): string[] | undefined => {
      const { view, text, position, extractor } = kitchen({ 'docs/a.md': '## REQ-1: Pay\n', 'src/a.ts': source });
      return completion(view, text, position, extractor)?.items.map(({ label }) => label);
    };
    assert.deepEqual(labels('// %%|'), ['boil', 'steep']);
    assert.deepEqual(labels('// %%bo|\n'), ['boil', 'steep']);
    assert.deepEqual(labels('// @implements |'), ['REQ-1', 'kitchen#boil', 'kitchen#steep']);
    assert.equal(labels('const a = "%%|";'), undefined);
  });

  it('is what a gate asks for in its own words', () => {
    const { view, boil } = kitchen({ 'src/tea.ts': '// @implements REQ-1\n' });
    assert.equal(advice('unmet', view, boil).mend, 'write "%%boil" above the code that does it and "%%boil" above a test that shows it');
    assert.equal(advice('unproven', view, boil).mend, 'write "%%boil" above a test that shows it, and run it');
    const none = kitchen({}, silent);
    assert.equal(advice('unproven', none.view, none.boil).mend, 'write "boil" above a test that shows it, and run it');
    const stale = kitchen({ 'src/tea.ts': '// @implements kitchen#boil~000000\nboil();\n', 'test/a.test.ts': '// %%boil\nit("a", f);\n' });
    assert.equal(advice('unmet', stale.view, stale.boil).mend, 'see whether the text in src/tea.ts:1 still fits the text');
  });

  it('takes the place of an unknown name in words of its own', () => {
    const { view } = kitchen({ 'src/tea.ts': '// %%boill\nboil();\n' });
    const fixes = view.findings('src/tea.ts').flatMap((finding) => finding.fixes);
    assert.deepEqual(
      fixes.map(({ edits }) => applyEdits('// %%boill\nboil();\n', edits)),
      ['// %%boil\nboil();\n'],
    );
  });

  it('is found by what someone types', () => {
    const { view, reading, boil } = kitchen({});
    assert.deepEqual(lookup(view, reading.ids, 'boil'), { kind: 'found', item: boil });
  });
});
