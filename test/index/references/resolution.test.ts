import assert from 'node:assert/strict';
import type { FileFacts } from '../../../src/model/facts.ts';
import type { TraceIndex } from '../../../src/index/traceIndex.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { annotation, code, criterion, document, indexOf, mentions, reference, requirement } from '../../support/index/build.ts';

const launch = document('docs/launch/overview.md', [requirement('IP-1', ['AC1', 'AC2']), requirement('goals', ['AC1'], { line: 9 })]);
const billing = document('docs/billing/overview.md', [requirement('IP-1', ['AC1']), requirement('IP-2', ['AC1'])]);
const story = document('stories.md', [requirement('US-001', ['AC-US1-01', 'AC2'])]);

describe('resolution', () => {
  const index = indexOf([launch, billing, story]);
  for (const [text, from, expected] of [
    ['IP-2', 'a.ts', 'docs/billing/overview#IP-2'],
    ['IP-2/AC1', 'a.ts', 'docs/billing/overview#IP-2/AC1'],
    ['IP-1', 'docs/launch/overview.md', 'docs/launch/overview#IP-1'],
    ['IP-1', 'docs/billing/overview.md', 'docs/billing/overview#IP-1'],
    ['IP-1', 'a.ts', ['docs/billing/overview#IP-1', 'docs/launch/overview#IP-1']],
    ['IP-1/AC1', 'a.ts', ['docs/billing/overview#IP-1/AC1', 'docs/launch/overview#IP-1/AC1']],
    ['IP-1/AC2', 'a.ts', 'docs/launch/overview#IP-1/AC2'],
    ['IP-1/AC2', 'docs/billing/overview.md', { suggestions: ['IP-1/AC1'] }],
    ['launch/overview#IP-1', 'a.ts', 'docs/launch/overview#IP-1'],
    ['docs/launch/overview#IP-1/AC2', 'docs/billing/overview.md', 'docs/launch/overview#IP-1/AC2'],
    ['overview#IP-1', 'a.ts', ['docs/billing/overview#IP-1', 'docs/launch/overview#IP-1']],
    ['overview#IP-2', 'a.ts', 'docs/billing/overview#IP-2'],
    ['view#IP-2', 'a.ts', { suggestions: ['IP-2'] }],
    ['AC-US1-01', 'a.ts', 'stories#US-001/AC-US1-01'],
    ['US-001/AC-US1-01', 'a.ts', 'stories#US-001/AC-US1-01'],
    ['stories#AC-US1-01', 'a.ts', 'stories#US-001/AC-US1-01'],
    ['overview#goals', 'a.ts', 'docs/launch/overview#goals'],
    ['overview#goals/AC1', 'a.ts', 'docs/launch/overview#goals/AC1'],
    ['overview#goasl', 'a.ts', { suggestions: ['overview#goals'] }],
    ['IP-3', 'a.ts', { suggestions: ['billing/overview#IP-1', 'launch/overview#IP-1', 'IP-2'] }],
    ['IP-1/AC3', 'docs/launch/overview.md', { suggestions: ['IP-1/AC1', 'IP-1/AC2'] }],
    ['US-01', 'a.ts', { suggestions: ['US-001'] }],
    ['US-001/AC-US1-10', 'a.ts', { suggestions: ['US-001/AC-US1-01', 'US-001/AC2'] }],
    ['UTF-8', 'a.ts', 'foreign'],
    ['STORY-1', 'a.ts', 'foreign'],
  ] as const) {
    // @verifies RT-2.3/AC1~0d0ac7, RT-2.3/AC2~2e0697
    it(`${text} in ${from}`, () => {
      assert.deepEqual(resolved(index, text, from), expected);
    });
  }

  it('writes the shortest reference that means the item', () => {
    for (const [key, from, expected] of [
      ['docs/billing/overview#IP-2', 'a.ts', 'IP-2'],
      ['docs/launch/overview#IP-1', 'a.ts', 'launch/overview#IP-1'],
      ['docs/launch/overview#IP-1', 'docs/launch/overview.md', 'IP-1'],
      ['docs/launch/overview#IP-1/AC2', 'a.ts', 'IP-1/AC2'],
      ['docs/launch/overview#goals', 'docs/launch/overview.md', 'overview#goals'],
      ['docs/launch/overview#goals/AC1', 'a.ts', 'overview#goals/AC1'],
      ['stories#US-001/AC-US1-01', 'a.ts', 'AC-US1-01'],
      ['stories#US-001/AC2', 'a.ts', 'US-001/AC2'],
    ] as const) {
      const item = index.item(key);
      assert.ok(item, key);
      assert.equal(index.referenceTo(item, from), expected, key);
      assert.equal(resolved(index, expected, from), key);
    }
  });

  it('names the requirement where a whole id is not unique', () => {
    const twice = indexOf([document('a.md', [requirement('US-1', ['AC-X-01']), requirement('US-2', ['AC-X-01'])])]);
    const item = twice.item('a#US-2/AC-X-01');
    assert.ok(item);
    assert.equal(twice.referenceTo(item, 'x.ts'), 'US-2/AC-X-01');
  });

  // @verifies RT-2.3/AC3~117843
  describe('of ids whose prefix nothing uses', () => {
    const uses: readonly (readonly [string, FileFacts, boolean])[] = [
      ['a mention', mentions('x.ts', 'ZZ-1'), false],
      ['a test title', code('x.ts', annotation('verifies', 'ZZ-1', 0, { source: 'test-title' })), false],
      ['a test name', code('x.ts', annotation('verifies', 'ZZ-1', 0, { source: 'test-name' })), false],
      ['a keyword', code('x.ts', annotation('implements', 'ZZ-1')), true],
      ["the project's own notation", code('x.ts', annotation('implements', 'ZZ-1', 0, { source: 'pattern' })), true],
    ];
    for (const [what, facts, isReported] of uses) {
      it(`${isReported ? 'reports' : 'is silent in'} ${what}`, () => {
        const codes = indexOf([launch, facts])
          .findings('x.ts')
          .map(({ code }) => code);
        assert.deepEqual(codes, isReported ? ['unknown-reference'] : []);
      });
    }

    it('always knows ids of the configured patterns', () => {
      const configured = indexOf([launch, mentions('x.ts', 'ZZ-1')], { ids: ['ZZ-[0-9]+'] });
      assert.deepEqual(
        configured.findings('x.ts').map(({ code }) => code),
        ['unknown-reference'],
      );
    });

    it('knows a prefix as soon as a requirement uses it', () => {
      const grown = indexOf([launch, mentions('x.ts', 'ZZ-1')]);
      const change = grown.update([{ path: 'z.md', facts: document('z.md', [requirement('ZZ-2')]) }]);
      assert.deepEqual(
        grown.findings('x.ts').map(({ message }) => inEnglish(message)),
        ['ZZ-1 is not defined in any document. Did you mean ZZ-2?'],
      );
      assert.ok(change.changedFiles.has('x.ts'));
    });
  });

  describe('of document keys that clash', () => {
    const first = document('docs/a.markdown', [requirement('IP-1', [criterion('AC1')])]);
    const second = document('docs/a.md', [requirement('IP-1')]);

    it('gives the key to the first path and its path to the other, in any order', () => {
      for (const files of [
        [first, second],
        [second, first],
      ]) {
        const keys = indexOf(files)
          .documents()
          .map(({ path, key }) => `${path} ${key}`);
        assert.deepEqual(keys, ['docs/a.markdown docs/a', 'docs/a.md docs/a.md']);
      }
    });

    it('stays unique where a third claims that path as its key', () => {
      const third = document('docs/b.md', [requirement('IP-1')], { documentKey: 'docs/a.md' });
      const keys = indexOf([first, second, third])
        .documents()
        .map(({ key }) => key);
      assert.deepEqual(keys, ['docs/a', './docs/a.md', 'docs/a.md']);
    });

    it('gives the key back when the first leaves', () => {
      const index = indexOf([first, second]);
      const { changedItems } = index.update([{ path: 'docs/a.markdown', facts: undefined }]);
      assert.deepEqual(
        index.documents().map(({ key }) => key),
        ['docs/a'],
      );
      assert.deepEqual([...changedItems].sort(), ['docs/a#IP-1', 'docs/a#IP-1/AC1', 'docs/a.md#IP-1']);
    });
  });
});

function resolved(index: TraceIndex, text: string, from: string) {
  const resolution = index.resolve(reference(text), from);
  switch (resolution.kind) {
    case 'item':
      return resolution.item.key;
    case 'ambiguous':
      return resolution.candidates.map(({ key }) => key);
    case 'unknown':
      return { suggestions: resolution.suggestions };
    case 'external':
      return resolution.address;
    case 'foreign':
      return 'foreign';
  }
}
