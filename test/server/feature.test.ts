import assert from 'node:assert/strict';
import { capabilitiesOf } from '../../src/server/feature.ts';
import { FEATURES } from '../../src/server/features/features.ts';

describe('what features tell the client', () => {
  const register = (): void => undefined;

  it('is said together, workspace for workspace', () => {
    const capabilities = capabilitiesOf([
      { capabilities: { hoverProvider: true, workspace: { workspaceFolders: { supported: true } } }, register },
      { register },
      { capabilities: { renameProvider: true, workspace: { fileOperations: {} } }, register },
    ]);
    assert.deepEqual(capabilities, {
      hoverProvider: true,
      renameProvider: true,
      workspace: { workspaceFolders: { supported: true }, fileOperations: {} },
    });
  });

  it('is said by no two of them', () => {
    const said = FEATURES.flatMap(({ capabilities = {} }) => [
      ...Object.keys(capabilities).filter((name) => name !== 'workspace'),
      ...Object.keys(capabilities.workspace ?? {}),
    ]);
    assert.deepEqual(said, [...new Set(said)]);
  });
});
