import assert from 'node:assert/strict';
import { ANNOTATABLE_FILES } from '../../../src/server/protocol.ts';
import type { AnnotatableFile } from '../../../src/server/protocol.ts';
import { servedFolder } from '../../support/server/servedFolder.ts';

describe('files that an annotation can stand in', () => {
  const served = servedFolder();

  it('are programs first, then what has comments only', async () => {
    const { client, folder } = served;
    for (const file of ['.gitignore', '.github/ci.yml', '.storybook/main.ts', 'build.css', 'assets/logo.svg', 'app/main.py', 'README.md'])
      folder.write(file, '');
    await client.start([folder]);
    const files = await client.connection.sendRequest<AnnotatableFile[]>(ANNOTATABLE_FILES, { folder: folder.uri });
    assert.deepEqual(
      files.map(({ uri }) => uri.slice(folder.uri.length + 1)),
      [
        'app/main.py',
        'src/stock.ts',
        'test/stock.test.ts',
        '.github/ci.yml',
        '.gitignore',
        '.storybook/main.ts',
        'assets/logo.svg',
        'build.css',
      ],
    );
  });
});
