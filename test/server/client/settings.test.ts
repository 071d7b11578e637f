import assert from 'node:assert/strict';
import { abilitiesOf } from '../../../src/server/client/client.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../../../src/server/client/settings.ts';

describe('settingsFrom', () => {
  const cases: [what: string, sent: unknown, expected: typeof DEFAULT_SETTINGS][] = [
    ['nothing', null, DEFAULT_SETTINGS],
    ['another kind', 'all', DEFAULT_SETTINGS],
    ['values of another kind', { codeLens: { code: 'no' }, inlayHints: 1, outline: null }, DEFAULT_SETTINGS],
    ['a part', { codeLens: { code: false } }, { ...DEFAULT_SETTINGS, codeLens: { documents: true, code: false } }],
    [
      'all',
      { codeLens: { documents: false, code: false }, inlayHints: { titles: true, suggestions: 'all' }, outline: true },
      { codeLens: { documents: false, code: false }, inlayHints: { titles: true, suggestions: 'all' }, outline: true },
    ],
  ];
  for (const [what, sent, expected] of cases) it(`takes ${what}`, () => assert.deepEqual(settingsFrom(sent), expected));
});

describe('abilitiesOf', () => {
  it('believes a client nothing that it did not say', () => {
    const { refreshes, markdown, ...flags } = abilitiesOf({});
    assert.deepEqual([flags, refreshes, markdown].flatMap((group) => Object.values(group)).filter(Boolean), []);
  });

  it('asks later for what actions do only where the client gives back what it was given', () => {
    const resolveSupport = { properties: ['edit'] };
    assert.equal(abilitiesOf({ textDocument: { codeAction: { resolveSupport } } }).lazyActions, false);
    assert.equal(abilitiesOf({ textDocument: { codeAction: { resolveSupport, dataSupport: true } } }).lazyActions, true);
  });
});
