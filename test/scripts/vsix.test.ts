import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageExtension } from '../../scripts/vsix.ts';
import { FINDING_CODES } from '../../src/model/finding.ts';
import { packedExtension } from '../support/packed.ts';
import { unzip } from '../support/unzip.ts';

const MOST_BYTES = 2_000_000;
/** What several programs have in common is named after what it holds. */
const CHUNK = /^dist\/chunk-\w+\.mjs$/u;

describe('the packed extension', () => {
  it('holds these files and no others', async () => {
    const expected = [
      // As vsce calls them.
      'LICENSE.txt',
      'changelog.md',
      'readme.md',
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
    const folder = await mkdtemp(path.join(tmpdir(), 'reqtrace-vsix-'));
    try {
      unzip(await packedExtension(), folder);
      const entries = await readdir(path.join(folder, 'extension'), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(folder, 'extension'), path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
      assert.deepEqual(files.filter((file) => !CHUNK.test(file)).sort(), expected.sort());
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is at most 2 MB, with the programs for a browser', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reqtrace-vsix-'));
    try {
      const first = await packedExtension();
      const { size } = await stat(first);
      assert.ok(size <= MOST_BYTES, `${size} bytes`);
      // As of somebody whose files nobody else may read.
      await chmod('LICENSE', 0o600);
      const again = await readFile(await packageExtension(path.join(folder, 'again.vsix')));
      assert.ok(again.equals(await readFile(first)), 'and the same at any time');
    } finally {
      await chmod('LICENSE', 0o644);
      await rm(folder, { recursive: true });
    }
  });
});
