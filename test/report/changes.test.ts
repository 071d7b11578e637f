import assert from 'node:assert/strict';
import { renderMarkdown } from '../../src/report/coverage/markdown.ts';
import { renderText } from '../../src/report/coverage/text.ts';
import { buildMatrix } from '../../src/report/html/model.ts';
import { buildReport, renderJson } from '../../src/report/json/report.ts';
import { PLAIN } from '../../src/report/writing/palette.ts';
import { KETTLE, KETTLE_CHANGE } from '../support/notations/kettle.ts';
import { indexOfTexts } from '../support/notations/openspec.ts';

describe('An open change in reports', () => {
  const index = indexOfTexts(KETTLE);

  it('is told in JSON apart from what counts', () => {
    const { summary, requirements, planned, references } = buildReport(index, []);
    assert.deepEqual([summary.requirements, summary.criteria, summary.unmet, summary.partial], [2, 1, 1, 1]);
    assert.deepEqual(
      requirements.map(({ title, status, pending }) => [title, status, pending]),
      [
        ['Boil', 'partial', [{ kind: 'modified', change: 'add-timer', to: null, file: KETTLE_CHANGE, line: 11 }]],
        ['Keep warm', 'unmet', [{ kind: 'renamed', change: 'add-timer', to: 'Hold', file: KETTLE_CHANGE, line: 16 }]],
      ],
    );
    assert.deepEqual(
      planned.map(({ title, change, status, criteria, links }) => [title, change, status, criteria.length, links.length]),
      [['Timer', 'add-timer', 'partial', 1, 1]],
    );
    assert.deepEqual(
      references.filter(({ kind }) => kind === 'proposes').map(({ line, item }) => [line, item]),
      [
        [11, 'openspec/specs/kettle#boil'],
        [16, 'openspec/specs/kettle#keep-warm'],
      ],
    );
  });

  it('is not in version 1 of JSON', () => {
    assert.ok(!renderJson(index, [], 1).includes('add-timer'));
  });

  it('is told in text, Markdown and HTML', () => {
    assert.match(renderText(index, PLAIN), /\n1 open change, in no count\n {2}add-timer {2}1 planned, 1 modified, 1 renamed\n/u);
    const markdown = renderMarkdown(index);
    assert.match(markdown, /partial<br>✎ add-timer modifies it \|/u);
    assert.match(markdown, /1 open change, in no count[^]*\| add-timer \| 1 planned, 1 modified, 1 renamed \|/u);
    const run = { name: 'kettle', version: '1', modified: false };
    assert.deepEqual(
      buildMatrix(index, run).requirements.map(({ attributes }) => attributes),
      [[['Change', '✎ add-timer modifies it']], [['Change', '⇄ add-timer renames it to "Hold"']]],
    );
  });

  it('is passed over where there is none', () => {
    const { 'src/kettle.ts': _code, [KETTLE_CHANGE]: _change, ...spec } = KETTLE;
    const without = indexOfTexts(spec);
    assert.ok(!/change/u.test(renderText(without, PLAIN) + renderMarkdown(without)));
    assert.deepEqual(buildReport(without, []).planned, []);
  });
});
