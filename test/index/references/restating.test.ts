import assert from 'node:assert/strict';
import { annotation, code, document, indexOf, requirement } from '../../support/index/build.ts';

/** What `@implements FR-1` means where these documents define FR-1; undefined where it is ambiguous. */
function meant(...paths: readonly string[]): string | undefined {
  const documents = paths.map((path) => document(path, [requirement('FR-1', ['AC1'])]));
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
    assert.equal(meant('docs/plan.md', 'specs/spec.md'), undefined);
    assert.equal(meant('docs/a.md', 'docs/b.md'), undefined);
    assert.equal(meant('docs/planet.md', 'docs/spec.md'), undefined);
  });
});
