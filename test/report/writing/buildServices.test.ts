import assert from 'node:assert/strict';
import { rangeAt } from '../../../src/model/position.ts';
import type { Annotation } from '../../../src/report/writing/annotation.ts';
import { azureCommands } from '../../../src/report/writing/azureCommand.ts';
import { workflowCommands } from '../../../src/report/writing/workflowCommand.ts';

const ANNOTATION: Annotation = {
  level: 'error',
  place: { path: 'src/a.ts', range: rangeAt(2, 15, 21) },
  title: 'unknown-reference',
  message: 'Nothing has the ID IP-1.9',
};
const { place: _place, ...NOWHERE } = ANNOTATION;
const many = (level: Annotation['level'], number: number): Annotation[] =>
  Array.from({ length: number }, (_, at) => ({ ...ANNOTATION, level, message: `${level} ${at}` }));

describe('commands of Azure Pipelines', () => {
  const start = '##vso[task.logissue type=error;sourcepath=src/a.ts;linenumber=3;columnnumber=16;code=unknown-reference;]';
  for (const [what, annotation, line] of [
    ['an error', {}, `${start}Nothing has the ID IP-1.9`],
    ['a warning', { level: 'warning' }, `${start.replace('error', 'warning')}Nothing has the ID IP-1.9`],
    ['a notice, which is text there', { level: 'notice' }, 'notice src/a.ts:3 unknown-reference: Nothing has the ID IP-1.9'],
    [
      'an odd path',
      { place: { path: 'a;b]c%d.md', range: rangeAt(0, 0, 0) } },
      '##vso[task.logissue type=error;sourcepath=a%3Bb%5Dc%AZP25d.md;linenumber=1;columnnumber=1;code=unknown-reference;]Nothing has the ID IP-1.9',
    ],
    ['a message that would be another command', { message: 'a\r\n##vso[task.complete]b' }, String.raw`${start}a #\#vso[task.complete]b`],
    [
      'a notice that would be a command',
      { level: 'notice', message: '##vso[task.complete]b' },
      String.raw`notice src/a.ts:3 unknown-reference: #\#vso[task.complete]b`,
    ],
  ] as const satisfies readonly (readonly [string, Partial<Annotation>, string])[]) {
    // @verifies RT-9.1/AC11~e0ba14
    it(`write ${what} on one line`, () => assert.equal(azureCommands([{ ...ANNOTATION, ...annotation }], ''), `${line}\n`));
  }

  it('go without a place where there is none, and with the folder of the workspace before others', () => {
    assert.equal(azureCommands([NOWHERE], 'shop/'), '##vso[task.logissue type=error;code=unknown-reference;]Nothing has the ID IP-1.9\n');
    assert.match(azureCommands([ANNOTATION], 'shop/'), /;sourcepath=shop\/src\/a\.ts;/u);
  });

  it('name the gravest first', () => {
    const lines = azureCommands([...many('notice', 1), ...many('warning', 1), ...many('error', 1)], '').split('\n');
    assert.deepEqual(
      lines.map((line) => /type=(\w+)|^notice/u.exec(line)?.[0]),
      ['type=error', 'type=warning', 'notice', undefined],
    );
  });
});

describe('workflow commands of GitHub', () => {
  for (const [number, shown, more] of [
    [0, 0, undefined],
    [1, 1, undefined],
    [9, 9, undefined],
    [10, 10, undefined],
    [11, 9, 'and 2 more, listed in the log of this step'],
    [12, 9, 'and 3 more, listed in the log of this step'],
    [19, 9, 'and 10 more, listed in the log of this step'],
    [20, 9, 'and 11 more, listed in the log of this step'],
    [50, 9, 'and 41 more, listed in the log of this step'],
    [500, 9, 'and 491 more, listed in the log of this step'],
  ] as const) {
    it(`show ${shown} of ${number} of a level${more === undefined ? '' : ', and say how many more there are'}`, () => {
      const lines = workflowCommands([...many('error', number), ...many('warning', 3)], '')
        .trim()
        .split('\n');
      const errors = lines.filter((line) => line.startsWith('::error '));
      assert.deepEqual(
        errors.map((line) => line.replace(/.*::/u, '')),
        [...Array.from({ length: shown }, (_, at) => `error ${at}`), ...(more === undefined ? [] : [more])],
      );
      assert.equal(lines.filter((line) => line.startsWith('::warning ')).length, 3);
      // Nothing is lost.
      assert.equal(lines.filter((line) => line.startsWith('error src/a.ts:3 unknown-reference: error ')).length, number - shown);
    });
  }

  it('make text of what is in the log only', () => {
    const others = many('error', 11).map((annotation) => ({ ...annotation, place: { path: '::error::a.md', range: rangeAt(0, 0, 0) } }));
    const [last = ''] = workflowCommands(others, '').trim().split('\n').slice(-1);
    assert.match(last, /^error \\::error::a\.md:1 /u);
  });
});
