import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageExtension, packagedFiles } from '../../scripts/vsix.ts';
import { FINDING_CODES } from '../../src/model/finding.ts';

const MOST_BYTES = 2_000_000;
/** What several programs have in common is named after what it holds. */
const CHUNK = /^dist\/chunk-\w+\.mjs$/u;

describe('the packed extension', () => {
  it('holds these files and no others', async () => {
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/NOTICES.txt',
      ...['cli.cjs', 'cli.mjs', 'extension.cjs', 'mcp.mjs', 'server.cjs', 'server.mjs', 'worker.mjs'].map((name) => `dist/${name}`),
      'dist/web/extension.cjs',
      'dist/web/server.js',
      'docs/findings/README.md',
      ...FINDING_CODES.map((code) => `docs/findings/${code}.md`),
      'l10n/bundle.l10n.de.json',
      'l10n/bundle.l10n.zh-cn.json',
      'media/icon.png',
      'media/preview.css',
      'media/reqtrace.svg',
      ...['configure', 'link', 'see', 'write'].map((step) => `media/walkthrough/${step}.svg`),
      'package.json',
      'package.nls.de.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
      'snippets/annotations.code-snippets',
      'snippets/requirements.code-snippets',
      'schemas/diff.schema.json',
      'schemas/error.schema.json',
      'schemas/history.schema.json',
      'schemas/list.schema.json',
      'schemas/reqtrace.schema.json',
      'schemas/report.schema.json',
      'schemas/show.schema.json',
    ];
    assert.deepEqual(
      (await packagedFiles()).filter((file) => !CHUNK.test(file)),
      expected.sort(),
    );
  });

  it('is at most 2 MB, with the programs for a browser', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reqtrace-vsix-'));
    try {
      const { size } = await stat(await packageExtension(path.join(folder, 'reqtrace.vsix')));
      assert.ok(size <= MOST_BYTES, `${size} bytes`);
      // As of somebody whose files nobody else may read.
      await chmod('LICENSE', 0o600);
      const again = await readFile(await packageExtension(path.join(folder, 'again.vsix')));
      assert.ok(again.equals(await readFile(path.join(folder, 'reqtrace.vsix'))), 'and the same at any time');
    } finally {
      await chmod('LICENSE', 0o644);
      await rm(folder, { recursive: true });
    }
  });
});
