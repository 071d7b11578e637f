import assert from 'node:assert/strict';
import { serverDefinitions } from '../../src/extension/agents/serverDefinitions.ts';

const SHOP = { name: 'shop', scheme: 'file', path: '/home/me/shop' };
const WEB = { name: 'web', scheme: 'file', path: '/home/me/web' };

describe('the servers that agents are offered', () => {
  const started = (path: string): readonly string[] => ['/ext/cli.cjs', 'mcp', '--root', path];

  it('are one for each folder on the disk', () => {
    assert.deepEqual(serverDefinitions('/ext/cli.cjs', [SHOP, { ...WEB, scheme: 'vscode-vfs' }], true), [
      { label: 'ReqTrace', args: started(SHOP.path) },
    ]);
    assert.deepEqual(serverDefinitions('/ext/cli.cjs', [SHOP, WEB], true), [
      { label: 'ReqTrace shop', args: started(SHOP.path) },
      { label: 'ReqTrace web', args: started(WEB.path) },
    ]);
  });

  it('are none in Restricted Mode, where ReqTrace is turned off, and without a folder', () => {
    assert.deepEqual(serverDefinitions('/ext/cli.cjs', [SHOP], false), []);
    assert.deepEqual(serverDefinitions('/ext/cli.cjs', [], true), []);
  });
});
