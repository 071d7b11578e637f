import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { EvidenceFiles } from '../../../src/workspace/files/evidenceFiles.ts';
import { folders } from '../../support/workspace/folder.ts';

const make = folders();

describe('EvidenceFiles', () => {
  it('names one of the files that are too many', async () => {
    const paths = Array.from({ length: 5002 }, (_, at) => `out/${at}.xml`);
    const folder = make(Object.fromEntries(paths.map((path) => [path, ''])));
    const configuration = { ...DEFAULT_CONFIGURATION, evidence: { results: ['out/*.xml'], coverage: [] } };
    const found = async (listed: readonly string[]) => {
      const files = new EvidenceFiles(folder.path);
      await files.find(configuration, listed, []);
      return files.files.flatMap(({ path, lost = [] }) => (lost.some(({ text }) => text.startsWith('there are more than')) ? [path] : []));
    };
    assert.deepEqual(await found(paths), ['out/5000.xml']);
    assert.deepEqual(await found(paths.slice(0, 5000)), []);
  });
});
