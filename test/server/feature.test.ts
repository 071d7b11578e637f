import assert from 'node:assert/strict';
import { capabilitiesOf } from '../../src/server/feature.ts';
import { clientOf } from '../../src/server/client/client.ts';
import { FEATURES } from '../../src/server/features/features.ts';
import { EVERYTHING } from '../support/server/client.ts';

describe('what features tell the client', () => {
  const register = (): void => undefined;

  it('is said together, workspace for workspace', () => {
    const parts = [
      { capabilities: { hoverProvider: true, workspace: { workspaceFolders: { supported: true } } }, register },
      { register },
      { capabilities: () => ({ renameProvider: true, workspace: { fileOperations: {} } }), register },
    ];
    const capabilities = capabilitiesOf(parts, clientOf(undefined, {}));
    assert.deepEqual(capabilities, {
      hoverProvider: true,
      renameProvider: true,
      workspace: { workspaceFolders: { supported: true }, fileOperations: {} },
    });
  });

  it('is said by no two of them', () => {
    const client = clientOf({ processId: null, rootUri: null, capabilities: EVERYTHING }, {});
    const said = FEATURES.map((feature) => capabilitiesOf([feature], client)).flatMap((capabilities) => [
      ...Object.keys(capabilities).filter((name) => name !== 'workspace'),
      ...Object.keys(capabilities.workspace ?? {}),
    ]);
    assert.ok(said.includes('codeActionProvider'));
    assert.deepEqual(said, [...new Set(said)]);
  });
});
