import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { formatsOf, render } from '../../src/report/formats.ts';
import type { Printed } from '../../src/report/formats.ts';
import type { RuleChange } from '../../src/query/diff/rules/ruleChange.ts';
import { PLAIN } from '../../src/report/writing/palette.ts';
import { sampleIndex } from '../support/report/sample.ts';

const ALL: readonly Printed[] = ['report', 'check', 'diff', 'history', 'gate', 'export'];

/** The rows of the table of formats, wherever the documentation has it. */
function documented(): [name: string, of: string][] {
  const pages = ['README.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
  const tables = pages.flatMap((page) => /^\| format \| of \| .*\n\| --- .*\n((?:\|.*\n)+)/mu.exec(readFileSync(page, 'utf8'))?.[1] ?? []);
  assert.equal(tables.length, 1, 'one table of formats in the documentation');
  return (tables[0] ?? '')
    .trim()
    .split('\n')
    .map((row) => {
      const [, name = '', of = ''] = row.split('|');
      return [name.replaceAll('`', '').trim(), of.trim()];
    });
}

describe('formats', () => {
  // @verifies RT-9.1/AC1~2ab528
  it('are those of the table in the documentation', () => {
    const names = new Set(ALL.flatMap(formatsOf));
    const known = [...names].map((name): [string, string] => [name, ALL.filter((printed) => formatsOf(printed).includes(name)).join(', ')]);
    assert.deepEqual(new Map(documented()), new Map(known));
  });

  for (const printed of ALL) {
    it(`of ${printed} are each there once, text first where people read it`, () => {
      const names = formatsOf(printed);
      assert.equal(names.includes('text'), printed !== 'export');
      assert.equal(names.indexOf('text'), printed === 'export' ? -1 : 0);
      assert.deepEqual(names, [...new Set(names)]);
    });
  }

  it('ask only what they need of the outside', async () => {
    const asked: string[] = [];
    const view = sampleIndex();
    const note =
      <Answer>(name: string, answer: Answer) =>
      async (): Promise<Answer> => {
        asked.push(name);
        return answer;
      };
    for (const name of formatsOf('report')) {
      asked.length = 0;
      await render('report', name, {
        view,
        findings: view.allFindings(),
        skipped: [],
        palette: PLAIN,
        version: '1.2.3',
        outside: {
          prefix: note('prefix', 'shop/'),
          pages: () => {
            asked.push('pages');
            return new Map();
          },
          run: note('run', { name: 'shop', version: '1.2.3', modified: false }),
          texts: note('texts', new Map()),
          forge: note('forge', undefined),
          history: note('history', undefined),
          changes: note('changes', undefined),
        },
      });
      const wanted: Readonly<Record<string, string[]>> = {
        html: ['run', 'forge', 'history', 'changes'],
        markdown: ['changes'],
        sarif: ['prefix', 'pages'],
        github: ['prefix'],
      };
      assert.deepEqual(asked, wanted[name] ?? [], name);
    }
  });

  const rules: readonly RuleChange[] = (['less', 'other', 'more'] as const).map((effect, line) => ({
    rule: 'gates',
    effect,
    path: 'reqtrace.yaml',
    line,
    reason: `rule number ${line}`,
  }));
  for (const name of formatsOf('check')) {
    it(`of findings name rules that changed, in ${name}`, async () => {
      const view = sampleIndex();
      const outside = { prefix: async () => 'shop/', pages: () => new Map(), texts: async () => new Map() };
      const input = { view, findings: view.allFindings(), skipped: [], palette: PLAIN, version: '1.2.3', outside };
      const text = await render('check', name, { ...input, rules });
      const annotated = name === 'github' || name === 'azure';
      assert.deepEqual(
        rules.map(({ reason }) => text.split(reason).length - 1),
        annotated ? [1, 1, 0] : [1, 1, 1],
      );
      assert.doesNotMatch(await render('check', name, input), /rule number|Rules? changed|rule-changed/u);
    });
  }

  it('are refused by names that are none', async () => {
    const view = sampleIndex();
    const input = {
      view,
      findings: [],
      skipped: [],
      palette: PLAIN,
      version: '1',
      outside: { prefix: async () => '', pages: () => new Map(), texts: async () => new Map() },
    };
    await assert.rejects(render('check', 'html', input), RangeError);
  });
});
