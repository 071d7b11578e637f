import assert from 'node:assert/strict';
import type { FileFacts, Reference } from '../../../src/model/facts.ts';
import { annotation, code, document, indexOf, reference, requirement } from '../../support/index/build.ts';

function spec(namespace: string): FileFacts {
  return document(`${namespace}/requirements.md`, [requirement('REQ-1', ['AC1', 'AC2'], { namespace, notation: 'kiro' })], { namespace });
}

function design(name: string, properties: Readonly<Record<string, readonly string[]>>): FileFacts {
  const aliases = Object.entries(properties).map(([property, texts]) => ({
    name: property,
    references: texts.map((text) => reference(text)),
  }));
  return { ...document(`${name}/design.md`, [], { namespace: name, part: 'design' }), aliases };
}

function test(path: string, name: string, more: Partial<Reference> = {}): FileFacts {
  const place: Reference = { ...reference('REQ-1'), text: name, id: name, notation: 'kiro', alias: true, reach: 'only', ...more };
  return { ...code(path), role: 'test', annotations: [{ ...annotation('verifies', 'REQ-1'), reference: place }] };
}

const KETTLE = '.kiro/specs/kettle';
const TEA = '.kiro/specs/tea';
const kettle = [spec(KETTLE), design(KETTLE, { 'Property 1': ['REQ-1/AC2'], 'Property 2': ['REQ-1/AC1', 'REQ-1/AC2', 'REQ-1/AC9'] })];
const tea = [spec(TEA), design(TEA, { 'Property 1': ['REQ-1/AC1'] })];

describe('an alias', () => {
  const cases: readonly (readonly [what: string, files: readonly FileFacts[], means: readonly string[]])[] = [
    ['what it stands for', [...kettle, test('a.test.ts', 'Property 1')], ['kettle#REQ-1/AC2']],
    ['several, without what is missing', [...kettle, test('a.test.ts', 'Property 2')], ['kettle#REQ-1/AC1', 'kettle#REQ-1/AC2']],
    ['nothing where nobody explains it', [...kettle, test('a.test.ts', 'Property 7')], []],
    ['nothing without a design', [spec(KETTLE), test('a.test.ts', 'Property 1')], []],
    ['what the scope explains', [...kettle, ...tea, test('a.test.ts', 'Property 1', { scope: 'tea' })], ['tea#REQ-1/AC1']],
    ['nothing in another scope', [...kettle, test('a.test.ts', 'Property 1', { scope: 'mug', reach: 'namespace' })], []],
    ['nothing where several explain it', [...kettle, ...tea, test('a.test.ts', 'Property 1')], []],
  ];
  for (const [what, files, means] of cases)
    it(`means ${what}`, () => {
      const path = files.at(-1)?.path ?? '';
      const found = indexOf(files).referencesIn(path);
      const keys = found.map(({ resolution }) =>
        resolution.kind === 'item' ? resolution.item.key.replace('.kiro/specs/', '') : resolution.kind,
      );
      assert.deepEqual(keys, means);
      for (const one of found) assert.match(one.reference.through ?? '', /^Property \d$/u);
    });

  it('prefers what is nearest of several in one scope', () => {
    const copy = ['packages/a/.kiro/specs/kettle'].flatMap((name) => [spec(name), design(name, { 'Property 1': ['REQ-1/AC1'] })]);
    const index = indexOf([
      ...kettle,
      ...copy,
      test('packages/a/x.test.ts', 'Property 1', { scope: 'kettle' }),
      test('x.test.ts', 'Property 1', { scope: 'kettle' }),
    ]);
    const key = (path: string): string | undefined => {
      const [found] = index.referencesIn(path);
      return found?.resolution.kind === 'item' ? found.resolution.item.key : undefined;
    };
    assert.equal(key('packages/a/x.test.ts'), 'packages/a/.kiro/specs/kettle#REQ-1/AC1');
    assert.equal(key('x.test.ts'), '.kiro/specs/kettle#REQ-1/AC2');
  });

  it('follows its design as an index made anew does', () => {
    const files = [...kettle, test('a.test.ts', 'Property 1')];
    const index = indexOf(files);
    const steps: readonly FileFacts[][] = [
      [design(KETTLE, { 'Property 1': ['REQ-1/AC1'] })],
      [{ ...design(KETTLE, {}), aliases: [] }],
      [design(KETTLE, { 'Property 1': ['REQ-1/AC2'] }), ...tea],
    ];
    const state = new Map(files.map((facts) => [facts.path, facts]));
    for (const changes of steps) {
      for (const facts of changes) state.set(facts.path, facts);
      index.update(changes.map((facts) => ({ path: facts.path, facts })));
      assert.deepEqual(index.snapshot(), indexOf([...state.values()]).snapshot());
    }
    index.update(tea.map(({ path }) => ({ path, facts: undefined })));
    assert.equal(index.coverage(`${KETTLE}#REQ-1/AC2`).links.length, 1);
  });
});
