import assert from 'node:assert/strict';
import { annotation, code, document, indexOf, requirement } from '../../support/index/build.ts';

/** What `@implements FR-1` means where these documents define FR-1; undefined where it is ambiguous. */
function meant(...paths: readonly string[]): string | undefined {
  const documents = paths.map((path) => document(path, [requirement('FR-1', ['AC1'])]));
  const index = indexOf([...documents, code('src/a.ts', annotation('implements', 'FR-1'))]);
  const [reference] = index.referencesIn('src/a.ts');
  return reference?.resolution.kind === 'item' ? reference.resolution.item.path : undefined;
}

/** The same where each has a title of its own. */
function meantOf(titles: Readonly<Record<string, string>>): string | undefined {
  const documents = Object.entries(titles).map(([path, title]) => document(path, [{ ...requirement('FR-1', ['AC1']), title }]));
  const index = indexOf([...documents, code('src/a.ts', annotation('implements', 'FR-1'))]);
  const [reference] = index.referencesIn('src/a.ts');
  return reference?.resolution.kind === 'item' ? reference.resolution.item.path : undefined;
}

describe('A plan that writes the id of a requirement again', () => {
  it('is not meant, where a document of its folder defines it', () => {
    assert.equal(meant('docs/plan.md', 'docs/spec.md'), 'docs/spec.md');
    assert.equal(meant('docs/requirements.md', 'docs/test-plan.md', 'docs/tasks.md'), 'docs/requirements.md');
  });

  it('is meant where nothing else defines it, and in doubt elsewhere', () => {
    assert.equal(meant('docs/plan.md'), 'docs/plan.md');
    assert.equal(meant('docs/plan.md', 'docs/test-plan.md'), undefined);
    assert.equal(meantOf({ 'docs/plan.md': 'List items', 'specs/spec.md': 'Boil water' }), undefined);
    assert.equal(meant('docs/a.md', 'docs/b.md'), undefined);
    assert.equal(meant('docs/planet.md', 'docs/spec.md'), undefined);
  });

  it('is not meant where its title is alike, wherever the other document lies', () => {
    assert.equal(meantOf({ 'docs/test-plan.md': 'Test: list items', 'specs/001/spec.md': 'List items' }), 'specs/001/spec.md');
    assert.equal(meantOf({ 'docs/test-plan.md': 'List items', 'specs/001/spec.md': 'List items', 'specs/002/spec.md': 'Boil' }), undefined);
    assert.equal(meantOf({ 'a/requirements.md': 'List items', 'b/requirements.md': 'List items' }), undefined);
  });

  it('nor is a document that was cut into the files of its folder', () => {
    assert.equal(meantOf({ 'docs/prd.md': 'List items', 'docs/prd/list.md': 'List items' }), 'docs/prd/list.md');
    assert.equal(meantOf({ 'docs/prd.md': 'List items', 'docs/prd/list.md': 'Boil water' }), undefined);
    assert.equal(meantOf({ 'docs/prd.md': 'List items', 'docs/prd-2/list.md': 'List items' }), undefined);
  });
});
