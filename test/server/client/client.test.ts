import assert from 'node:assert/strict';
import type { InitializeParams } from 'vscode-languageserver/node';
import { clientOf } from '../../../src/server/client/client.ts';

const PARAMS: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
const OTHERWISE = { cacheFolder: '/cache', findingPages: 'file:///pages' };

describe('the client, as it introduces itself', () => {
  it('is trusted and answered in English where it says nothing', () => {
    const { trusted, languageTag, commands, folders, cacheFolder, findingPages, abilities } = clientOf(PARAMS, OTHERWISE);
    assert.deepEqual([trusted, languageTag, commands, folders], [true, 'en', {}, []]);
    assert.deepEqual([cacheFolder, findingPages], ['/cache', 'file:///pages']);
    assert.deepEqual([abilities.linkSupport, abilities.watchesFiles, abilities.refreshes.codeLens], [false, false, false]);
  });

  it('can do nothing before it did', () => {
    assert.equal(clientOf(undefined, {}).abilities.configuration, false);
    assert.deepEqual(clientOf(undefined, {}).folders, []);
  });

  it('wins over what the server was started with', () => {
    const initializationOptions = { trusted: false, cacheFolder: '/mine', findingPages: 'file:///mine', showPlaces: 'show' };
    const { trusted, cacheFolder, findingPages, showPlaces } = clientOf({ ...PARAMS, initializationOptions }, OTHERWISE);
    assert.deepEqual([trusted, cacheFolder, findingPages, showPlaces], [false, '/mine', 'file:///mine', 'show']);
  });

  for (const [what, l10n, tag] of [
    ['its language where it brings the texts', { a: 'b' }, 'de'],
    ['English where it brings none', undefined, 'en'],
  ] as const) {
    it(`is answered in ${what}`, () => {
      assert.equal(clientOf({ ...PARAMS, locale: 'de', initializationOptions: { l10n } }, {}).languageTag, tag);
    });
  }

  for (const [formats, markdown] of [
    [undefined, false],
    [[], false],
    [['plaintext'], false],
    [['markdown'], true],
    [['markdown', 'plaintext'], true],
    [['plaintext', 'markdown'], false],
  ] as const) {
    // @verifies RT-8.1/AC10~286fc6
    it(`is given Markdown or plain text by what it likes best: ${JSON.stringify(formats) ?? 'nothing said'}`, () => {
      const textDocument = formats && {
        hover: { contentFormat: [...formats] },
        completion: { completionItem: { documentationFormat: [...formats] } },
      };
      const { abilities } = clientOf({ ...PARAMS, capabilities: textDocument ? { textDocument } : {} }, {});
      assert.deepEqual(abilities.markdown, { hover: markdown, completion: markdown });
    });
  }

  it('names its folders, an older one the only one by its URI', () => {
    const workspaceFolders = [{ uri: 'file:///a', name: 'A' }];
    assert.deepEqual(clientOf({ ...PARAMS, workspaceFolders }, {}).folders, workspaceFolders);
    assert.deepEqual(clientOf({ ...PARAMS, rootUri: 'file:///p/a%20b' }, {}).folders, [{ uri: 'file:///p/a%20b', name: 'a b' }]);
  });
});
