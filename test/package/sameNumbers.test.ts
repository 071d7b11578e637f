import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { syntheticTree } from '../../scripts/bench/tree.ts';
import { REPOSITORY } from '../support/ci.ts';
import { packedExtension, packedPackage } from '../support/packed.ts';
import { runIn } from '../support/repository.ts';
import { sized } from '../support/size.ts';
import { Folder } from '../support/workspace/folder.ts';
import { unzip } from '../support/unzip.ts';

/** Enough for workers and several parts of a cache. */
const FILES = sized(120, 2000);

/** A folder with a git repository and something that is not committed yet, and what is asked of it. */
interface Subject {
  readonly name: string;
  readonly root: () => string;
  readonly asked: readonly (readonly string[])[];
}

const EVERYWHERE = [
  ['check', '--fail-on', 'never'],
  ['report', '--format', 'json'],
  ['list', '--format', 'json'],
  ['diff', 'HEAD', '--format', 'json'],
] as const;

describe('the same numbers', () => {
  const folder = new Folder();
  /** The programs of the npm package. */
  let installed: string;

  before(async () => {
    installed = path.join((await packedPackage()).user, 'node_modules/reqtrace/dist');
    unzip(await packedExtension(), folder.at('vsix'));

    cpSync(path.join(REPOSITORY, 'examples/shop'), folder.at('shop'), { recursive: true });
    folder.git(['init', '-q'], 'shop');
    folder.git(['add', '-A'], 'shop');
    folder.git(['commit', '-q', '-m', 'start'], 'shop');
    folder.git(['clone', '-q', syntheticTree(FILES), folder.at('tree')]);
    for (const [file, text] of [
      ['shop/docs/new.md', '## NEW-1: New\n'],
      ['tree/src/new.ts', '// @implements PLAN-1.1/AC1, PLAN-1.9\n'],
    ] as const)
      folder.write(file, text);
    appendFileSync(folder.at('tree/docs/area1/plan-1.md'), '\n### PLAN-1.9: More\n\n**Acceptance Criteria**:\n- [x] one\n');
    // Nothing is kept of files that were written a moment ago.
    await wait(2500);
  });
  after(() => folder.delete());

  function packed(
    root: string,
    [command = '', ...more]: readonly string[],
    cache: string,
  ): { code: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(installed, 'cli.cjs'), command, '--today', '2026-11-21', ...more],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, REQTRACE_CACHE_DIR: cache } },
    );
    return { code: status, stdout, stderr };
  }

  function shards(cache: string): string[] {
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(cache, name))
      // What contents of git said is written by the first question that asks for them.
      .filter((name) => path.basename(name) !== 'blobs' && statSync(name).isFile());
    return files.map((file) => `${path.relative(cache, file)} ${statSync(file).mtimeMs}`).sort();
  }

  const subjects: readonly Subject[] = [
    { name: 'the example', root: () => folder.at('shop'), asked: [...EVERYWHERE, ['explain', 'docs/new.md']] },
    {
      name: `a tree of ${FILES} files`,
      root: () => folder.at('tree'),
      asked: [...EVERYWHERE, ['explain', 'docs/area1/plan-1.md'], ['explain', 'src/new.ts:1']],
    },
  ];
  for (const { name, root, asked } of subjects) {
    it(`come out of the packed program and out of the sources for ${name}, cold and warm`, async () => {
      const cache = folder.at(`cache for ${name}`);
      let warm: string[] | undefined;
      for (const argv of asked) {
        const expected = await runIn(root(), argv);
        // The first question finds no cache, each of the others that of the first.
        const found = packed(root(), argv, cache);
        assert.ok(found.stdout.length > 50, `${argv.join(' ')}: ${found.stderr}`);
        assert.deepEqual(found, expected, argv.join(' '));
        warm ??= shards(cache);
        if (argv[0] === 'report')
          assert.deepEqual(packed(root(), [...argv, '--no-cache'], cache), expected, `${argv.join(' ')} without the cache`);
      }
      assert.deepEqual(packed(root(), asked[0] ?? [], cache), await runIn(root(), asked[0] ?? []), 'the first once more');
      assert.ok((warm?.length ?? 0) > 1, 'there was a cache');
      assert.deepEqual(shards(cache), warm, 'and it was used: nothing had to be written again');
    });
  }

  it('come out of the extension, which brings the same programs', () => {
    const programs = readdirSync(installed).filter((name) => /\.[cm]js$/u.test(name));
    assert.ok(programs.length > 6);
    for (const program of programs)
      assert.ok(readFileSync(folder.at(`vsix/extension/dist/${program}`)).equals(readFileSync(path.join(installed, program))), program);
  });
});
