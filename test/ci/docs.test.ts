import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { runCli } from '../../src/cli/run.ts';
import { REPOSITORY } from '../support/ci.ts';

const page = readFileSync(`${REPOSITORY}docs/ci.md`, 'utf8');
const blocks = (language: string): string[] =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gmu')), ([, text]) => text ?? '');
const read = (file: string): unknown => parse(readFileSync(`${REPOSITORY}${file}`, 'utf8'));

/** Every value of a key, however deep it lies. */
function valuesOf(data: unknown, key: string): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

describe('docs/ci.md', () => {
  const yaml = blocks('yaml').map((text) => parse(text) as unknown);

  it('uses the action with inputs that it has, and tells of all of them', () => {
    const { inputs } = read('action.yml') as { inputs: object };
    const steps = valuesOf(yaml, 'steps').flat() as { uses?: string; with?: object }[];
    const used = steps.filter(({ uses }) => uses?.startsWith('OWNER/reqtrace@')).flatMap((step) => Object.keys(step.with ?? {}));
    assert.ok(used.length > 0 && used.every((name) => name in inputs), used.join());
    const [table = ''] = /\| input \|[^]*?\n\n/u.exec(page) ?? [];
    assert.deepEqual(
      Array.from(table.matchAll(/^\| `([\w-]+)` \|/gmu), ([, name]) => name),
      Object.keys(inputs),
    );
  });

  it('includes the template by its path and names its job and variables', () => {
    const template = read('ci/gitlab.yml') as { reqtrace: { variables: object } };
    assert.deepEqual(valuesOf(yaml, 'file'), ['ci/gitlab.yml']);
    assert.equal(valuesOf(yaml, 'reqtrace').length, 1);
    const named = new Set(page.match(/REQTRACE_\w+/gu));
    assert.deepEqual(
      [...named].sort(),
      Object.keys(template.reqtrace.variables)
        .filter((name) => name.startsWith('REQTRACE_'))
        .sort(),
    );
  });

  it('names hooks that there are', () => {
    const hooks = (read('.pre-commit-hooks.yaml') as { id: string }[]).map(({ id }) => id);
    assert.deepEqual(
      (valuesOf(yaml, 'hooks')[0] as { id: string }[]).map(({ id }) => id),
      hooks,
    );
  });

  const commands = Array.from(page.matchAll(/npx reqtrace ([^#&\n`]+)/gu), ([, written]) => written?.trim() ?? '');
  for (const command of new Set(commands)) {
    it(`writes "reqtrace ${command}" so that it can be run`, async () => {
      let printed = '';
      const output = { write: (text: string) => (printed += text) };
      const code = await runCli([...command.split(' '), '--help'], { stdout: output, stderr: output, cwd: REPOSITORY, env: {} });
      assert.equal(code, 0, printed);
    });
  }
});
