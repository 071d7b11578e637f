import assert from 'node:assert/strict';
import { indexOfTexts } from '../../../support/diffStates.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';

function read(path: string, version: object, more: object = { current_version: '' }): readonly string[] {
  const text = JSON.stringify({ ...more, versions: { '0.9': { needs: { OLD: { id: 'OLD' } } }, '': version } }, undefined, 1);
  const lines = readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
  return lines.map((line) => line.replace(/^\d+ /u, ''));
}

describe('needs.json beside the documents that it was made of', () => {
  const RST = '.. req:: Boil\n   :id: A_1\n';
  const JSON_TEXT = JSON.stringify({
    current_version: '1',
    versions: { '1': { needs: { A_1: { id: 'A_1', title: 'Boil soon' }, B_1: { id: 'B_1', title: 'Hiss' } } } },
  });
  const keysOf = (files: Readonly<Record<string, string>>): readonly string[] => {
    const view = indexOfTexts(files);
    assert.deepEqual(
      view.allFindings().filter(({ code }) => code !== 'unmet-criterion'),
      [],
    );
    return [...view.requirements()].map(({ key }) => key);
  };

  it('has only the needs of its own that no document defines', () => {
    const code = '# @need-ids: A_1\ndef boil(): pass\n';
    assert.deepEqual(keysOf({ 'docs/a.rst': RST, 'docs/needs.json': JSON_TEXT, 'src/a.py': code }), ['docs/a#A_1', 'docs/needs#B_1']);
  });

  it('has all of them where there is no document', () =>
    assert.deepEqual(keysOf({ 'docs/needs.json': JSON_TEXT }), ['docs/needs#A_1', 'docs/needs#B_1']));

  it('leaves it to a person where two documents define one', () => {
    const index = indexOfTexts({ 'docs/a.rst': RST, 'docs/b.rst': RST, 'docs/needs.json': JSON_TEXT });
    assert.equal([...index.requirements()].filter(({ facts }) => facts.localId === 'A_1').length, 3);
  });
});

describe('needs.json', () => {
  it('is read by its current version, or the last where that is not there', () => {
    const needs = { A_1: { id: 'A_1', title: 'A' } };
    assert.deepEqual(read('needs.json', { needs }), ['requirement needs#A_1 A']);
    assert.deepEqual(read('needs.json', { needs }, { current_version: '3' }), ['requirement needs#A_1 A']);
    assert.deepEqual(read('needs.json', { needs }, { current_version: '0.9' }), ['requirement needs#OLD OLD']);
  });

  it('has links in the fields that its schema names, or that have a counterpart, and parts and conditions in them', () => {
    const links = { links: ['B.1', 'C[status=="open"]', 'D[[x]]'], implements: ['E'], blocks: ['F'] };
    const schema = { needs_schema: { properties: { implements: { field_type: 'links' }, blocks: { field_type: 'links' } } } };
    const covers = ['covers B', 'covers C', 'covers D'];
    assert.deepEqual(read('needs.json', { ...schema, needs: { A: { id: 'A', ...links } } }), [
      'requirement needs#A A',
      ...covers,
      'covers E',
      'mentions F',
    ]);
    const old = { id: 'A', links: ['B'], implements: ['E'], implements_back: [], parent_needs: ['G'], parent_needs_back: [] };
    assert.deepEqual(read('needs.json', { needs: { A: old } }), ['requirement needs#A A', 'covers B', 'covers E']);
  });

  it('takes what its schema gives for a field that is left out', () => {
    const needs_schema = { properties: { title: { default: 'T' }, status: { default: 'rejected' } } };
    assert.deepEqual(read('needs.json', { needs_schema, needs: { A: { id: 'A' } } }), ['requirement needs#A T (exempt)']);
  });

  it('is known by what is in it, and said to be unread where it is no JSON', () => {
    assert.deepEqual(readExample({ path: 'needs.json', text: '{"needs": {"a": 1}}', read: '' }, NOTATIONS), 'nothing\n');
    const broken = '{"versions": {"1": {"needs": {"A": {"id": "A"}}}}';
    assert.match(
      readExample({ path: 'docs/my_needs.json', text: broken, read: '' }, NOTATIONS),
      /^1 skipped-file This file is not valid JSON/u,
    );
  });
});
