import assert from 'node:assert/strict';
import { emptyFacts } from '../../../src/model/facts.ts';
import type { FileFacts } from '../../../src/model/facts.ts';
import { rangeAt } from '../../../src/model/position.ts';
import { document, findingsOf, indexOf, requirement, told } from '../../support/index/build.ts';

const CODE = 'broken-link';
const EXISTING = ['docs/plan/overview.md', 'docs/guide/index.md', 'docs/start/README.md', 'docs/img/a b.png', 'src/a.ts', 'index.md'];
const linking = (target: string) => document('docs/launch/a.md', [requirement('IP-1')], { links: [{ target, range: rangeAt(3, 4, 9) }] });
const withFiles = (facts: FileFacts) => [facts, ...EXISTING.map((path) => emptyFacts(path, 'other'))];

describe(CODE, () => {
  for (const target of [
    '../plan/overview.md',
    '../plan/overview',
    '../plan/overview/',
    '../plan/overview.html',
    '../plan/overview.md?plain=1#goals',
    './../plan/./overview',
    '/docs/plan/overview',
    '../guide',
    '../guide/',
    '../guide/index.html',
    '../start',
    '../img/a%20b.png',
    '../../src/',
    '../../src',
    '/',
    '#goals',
    'https://example.org/x',
    'mailto:a@example.org',
    '//example.org/x',
  ]) {
    // @verifies RT-4.2/AC2~ed5359
    it(`follows ${target}`, () => {
      assert.deepEqual(findingsOf(indexOf(withFiles(linking(target))), CODE, 'docs/launch/a.md'), []);
    });
  }

  for (const [target, message] of [
    ['overview', 'Broken link to overview: docs/launch/overview does not exist'],
    ['/plan/overview', 'Broken link to /plan/overview: plan/overview does not exist'],
    ['../guide/missing.md', 'Broken link to ../guide/missing.md: docs/guide/missing.md does not exist'],
    ['../img/a%2.png', 'Broken link to ../img/a%2.png: docs/img/a%2.png does not exist'],
    ['../../../x.md', 'The link to ../../../x.md leaves the workspace folder, so readers of the documents cannot follow it'],
  ] as const) {
    // @verifies RT-4.2/AC2~ed5359
    it(`reports ${target}`, () => {
      const found = findingsOf(indexOf(withFiles(linking(target))), CODE, 'docs/launch/a.md').map(told);
      assert.deepEqual(found, [`3:4 ${message}`]);
    });
  }

  it('resolves a leading slash against the root of the site', () => {
    const index = indexOf(withFiles(linking('/plan/overview')), { siteRoot: 'docs' });
    assert.deepEqual(findingsOf(index, CODE, 'docs/launch/a.md'), []);
  });

  it('lets documents without requirements be', () => {
    const facts = { ...linking('nowhere'), requirements: [] };
    assert.deepEqual(findingsOf(indexOf([facts]), CODE, facts.path), []);
  });

  it('comes and goes with the file and the folder', () => {
    for (const [target, path] of [
      ['../new/page', 'docs/new/page.md'],
      ['../new', 'docs/new/x/y.png'],
    ] as const) {
      const index = indexOf(withFiles(linking(target)));
      assert.equal(findingsOf(index, CODE, 'docs/launch/a.md').length, 1);
      assert.ok(index.update([{ path, facts: emptyFacts(path, 'other') }]).changedFiles.has('docs/launch/a.md'));
      assert.equal(findingsOf(index, CODE, 'docs/launch/a.md').length, 0);
      index.update([{ path, facts: undefined }]);
      assert.equal(findingsOf(index, CODE, 'docs/launch/a.md').length, 1);
    }
  });
});

describe(`${CODE} to a place in a document`, () => {
  const anchors = ['req-1-pay', '2-refunds', 'why--how', 'Given'];
  const pay = document('docs/pay.md', [requirement('REQ-1')], { anchors });
  const from = (path: string, target: string): FileFacts => ({
    ...emptyFacts(path, 'document'),
    links: [{ target, range: rangeAt(3, 4, 4 + target.length) }],
  });
  const found = (target: string, path = 'docs/b.md'): readonly string[] =>
    findingsOf(indexOf([pay, from(path, target), emptyFacts('src/a.ts', 'code')]), CODE, path).map(({ message, severity, fixes }) =>
      [severity, told({ message, range: rangeAt(0, 0, 0) } as never).slice(4), ...fixes.map(({ edits }) => edits[0]?.newText)].join(' | '),
    );

  for (const target of [
    'pay.md#req-1-pay',
    'pay#REQ-1-Pay',
    'pay.html#req1-pay',
    'pay.md#refunds',
    'pay.md#why-how',
    'pay.md#given',
    'pay.md#L10',
    'pay.md#top',
    'pay.md#_1',
    'pay.md#:~:text=a',
    'gone.md#x',
    '../src/a.ts#x',
    'https://example.org/pay.md#x',
    '#anything',
  ])
    it(`follows ${target}`, () => assert.deepEqual(found(target), []));

  it('reports what no heading is called by, with the one that may be meant', () => {
    assert.deepEqual(found('pay.md#req-7-pay'), [
      'information | Broken link to pay.md#req-7-pay: docs/pay.md does not have this heading | #req-1-pay',
    ]);
    assert.deepEqual(found('pay.md#elsewhere'), ['information | Broken link to pay.md#elsewhere: docs/pay.md does not have this heading']);
  });

  it('follows the headings', () => {
    const index = indexOf([pay, from('docs/b.md', 'pay.md#req-7-pay')]);
    index.update([{ path: 'docs/pay.md', facts: { ...pay, anchors: ['req-7-pay'] } }]);
    assert.deepEqual(findingsOf(index, CODE, 'docs/b.md'), []);
    index.update([{ path: 'docs/pay.md', facts: pay }]);
    assert.equal(findingsOf(index, CODE, 'docs/b.md').length, 1);
    index.update([{ path: 'docs/pay.md', facts: undefined }]);
    assert.deepEqual(findingsOf(index, CODE, 'docs/b.md'), []);
  });
});
