import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { assertGolden } from '../support/golden.ts';
import type { DatedRepository } from '../support/workspace/datedRepository.ts';
import { datedRepositories } from '../support/workspace/datedRepository.ts';
import { runIn } from '../support/repository.ts';
import { PROJECT } from '../support/sandbox.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/history.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const make = datedRepositories();

/** Three weeks: nothing yet, the document with a name that HTML and Markdown would read, then code and tests. */
function shop(): DatedRepository {
  const repository = make();
  repository.commitOn('2026-01-05', { 'README.md': '# Shop\n' });
  repository.commitOn('2026-01-12', { 'docs/launch.md': PROJECT['docs/launch.md'] ?? '', 'src/orders.ts': PROJECT['src/orders.ts'] ?? '' });
  repository.git(['tag', 'v1.0|<b>&"']);
  repository.commitOn('2026-01-19', { 'test/orders.test.ts': PROJECT['test/orders.test.ts'] ?? '' });
  repository.git(['tag', '=v2']);
  return repository;
}

describe('reqtrace history', () => {
  for (const [format, name] of [
    ['text', 'history.txt'],
    ['markdown', 'history.md'],
    ['csv', 'history.csv'],
    ['json', 'history.json'],
  ] as const) {
    // @verifies RT-6.1/AC4~44925d
    it(`prints ${format}`, async () => {
      const { code, stdout, stderr } = await runIn(shop().path, [
        'history',
        '--format',
        format,
        '--since',
        'HEAD~2',
        '--every',
        format === 'text' ? 'week' : 'tag',
      ]);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assertGolden(name, stdout.replaceAll('\r\n', '\n'));
      assert.equal(stdout.includes('\r\n'), format === 'csv');
    });
  }

  it('prints the same bytes for the same commits', async () => {
    const { path } = shop();
    for (const format of ['html', 'json'])
      assert.equal(
        (await runIn(path, ['history', '--format', format])).stdout,
        (await runIn(path, ['history', '--format', format])).stdout,
      );
  });

  for (const argv of [[], ['--every', 'tag'], ['--every', 'commit', '--limit', '1'], ['--until', '2026-01-05']]) {
    it(`prints JSON that its schema knows for ${argv.join(' ') || 'everything'}`, async () => {
      const { stdout } = await runIn(shop().path, ['history', '--format', 'json', ...argv]);
      assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors));
    });
  }

  it('prints a page that names the folder and the version', async () => {
    const { code, stdout } = await runIn(shop().path, ['history', '--format', 'html']);
    assert.equal(code, 0);
    assert.match(stdout, /<title>reqtrace-\w+: requirements coverage over time<\/title>/u);
    assert.ok(stdout.includes(`content="ReqTrace ${version}"`));
  });

  it('says what it left out, and nothing of it in the output', async () => {
    const { code, stdout, stderr } = await runIn(shop().path, ['history', '--limit', '1']);
    assert.deepEqual([code, stderr], [0, 'reqtrace: 2 older points left out: --limit 3 shows all\n']);
    assert.equal(stdout.split('\n').length, 5);
  });

  const refused: readonly [argv: string[], message: RegExp][] = [
    [['--every', 'month'], /^reqtrace: "month" is not a value of --every; it takes tag, week, commit\n$/u],
    [['--limit', '0'], /^reqtrace: "0" is not a value of --limit: it takes a whole number from 1 to 999999\n$/u],
    [['--limit', 'many'], /^reqtrace: "many" is not a value of --limit/u],
    [['--since', 'nowhere'], /^reqtrace: There is no revision nowhere; .*\n$/u],
    [['--since', '2030-01-01'], /^reqtrace: There is no commit since 2030-01-01\n$/u],
    [['HEAD'], /^reqtrace: "reqtrace history" takes no argument "HEAD"/u],
  ];
  for (const [argv, message] of refused) {
    it(`refuses ${argv.join(' ')} with one line and exit code 2`, async () => {
      const { code, stdout, stderr } = await runIn(shop().path, ['history', ...argv]);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }
});
