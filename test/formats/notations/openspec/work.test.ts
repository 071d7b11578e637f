import assert from 'node:assert/strict';
import { factsOf } from '../../../support/notations/openspec.ts';

function saidIn(path: string, text: string): string[] {
  const { annotations, mentions, links, part, namespace } = factsOf(path, text);
  assert.equal(namespace, 'openspec/changes/add-timer');
  return [
    part ?? '',
    ...annotations.map(({ kind, done, reference }) => `${kind} ${reference.text}${done === undefined ? '' : ` ${done ? 'done' : 'open'}`}`),
    ...mentions.map(({ text: written }) => `mentions ${written}`),
    ...links.map(({ target }) => `links ${target}`),
  ];
}

describe('Proposals, designs and tasks of OpenSpec', () => {
  const tasks: readonly (readonly [text: string, said: readonly string[]])[] = [
    ['## 1. Work\n- [ ] 1.1 Add the timer\n- [x] 1.2 Test it', []],
    ['- [x] 1.1 `kettle#boil`', ['plans kettle#boil done']],
    ['- [ x] 1.1 [kettle#boil/filled]', ['plans kettle#boil/filled done']],
    ['- [~] 1.1 (area/kettle#boil, kettle#timer)', ['plans area/kettle#boil open', 'plans kettle#timer open']],
    ['Prose of `kettle#boil`.', ['plans kettle#boil']],
    ['- [ ] Foo#bar, owner/repo#123, `owner/repo#123`, `Foo#bar`, a#b', []],
    ['- [ ] see [the guide](docs/guide#setup) and https://a.b/c#d', ['links docs/guide#setup']],
    ['- [ ] as KET-7 says', ['mentions KET-7']],
    ['```\n- [ ] `kettle#boil` KET-7\n```', []],
    ['- [ ] `git log a#b c`', []],
  ];
  for (const [text, said] of tasks) {
    it(`say what they plan: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(saidIn('openspec/changes/add-timer/tasks.md', text), ['tasks', ...said]);
    });
  }

  it('claim nothing but in tasks', () => {
    const text = '- [x] `kettle#boil`\n### Requirement: No\n';
    assert.deepEqual(saidIn('openspec/changes/add-timer/proposal.md', text), ['plan', 'plans kettle#boil']);
    assert.deepEqual(saidIn('openspec/changes/add-timer/design.md', text), ['design', 'plans kettle#boil']);
    assert.deepEqual(saidIn('openspec/changes/add-timer/specs/notes.md', text), ['design', 'plans kettle#boil']);
  });
});

describe('The files of OpenSpec', () => {
  const files: readonly (readonly [path: string, part: string | undefined])[] = [
    ['openspec/specs/kettle/spec.md', 'spec'],
    ['openspec/specs/area/kettle/spec.md', 'spec'],
    ['packages/a/openspec/specs/kettle/spec.md', 'spec'],
    ['openspec/specs/spec.md', 'design'],
    ['openspec/specs/kettle/notes.md', 'design'],
    ['openspec/specs/README.md', 'design'],
    ['openspec/explorations/idea.md', 'design'],
    ['openspec/changes/a/specs/kettle/spec.md', 'delta'],
    ['openspec/changes/a/specs/area/kettle/spec.md', 'delta'],
    ['openspec/changes/a/specs/spec.md', 'design'],
    ['openspec/changes/a/tasks.md', 'tasks'],
    ['openspec/changes/a/proposal.md', 'plan'],
    ['openspec/changes/a/design.md', 'design'],
    ['openspec/changes/archive/2026-01-01-a/specs/kettle/spec.md', undefined],
    ['openspec/changes/archive/2026-01-01-a/tasks.md', undefined],
    ['openspec/project.md', undefined],
    ['openspec/AGENTS.md', undefined],
    ['openspec/schemas/mine/templates/spec.md', undefined],
    ['test/fixtures/x/openspec/specs/kettle/spec.md', undefined],
    ['docs/openspec/guide.md', undefined],
  ];
  for (const [path, part] of files) {
    it(`${path} is ${part ?? 'none'}`, () => {
      const facts = factsOf(path, '## Purpose\nx\n## Requirements\n### Requirement: Boil\nx `kettle#boil`\n');
      assert.equal(facts.part, part);
      assert.equal(facts.requirements.length > 0, part === 'spec' || path.startsWith('docs/'));
    });
  }

  it('of nested capabilities and folders have a namespace of their own', () => {
    const namespaceOf = (path: string): string | undefined => factsOf(path, 'x').namespace;
    assert.equal(namespaceOf('openspec/changes/a/specs/area/kettle/spec.md'), 'openspec/specs/area/kettle');
    assert.equal(namespaceOf('packages/b/openspec/changes/a/specs/kettle/spec.md'), 'packages/b/openspec/specs/kettle');
    assert.equal(namespaceOf('packages/b/openspec/specs/kettle/spec.md'), 'packages/b/openspec/specs/kettle');
  });
});
