import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { readEvidence } from '../../../src/formats/evidence/readEvidence.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../src/index/traceIndex.ts';
import { inEnglish } from '../../../src/model/message.ts';
import { junit } from '../../support/index/linkResults.ts';

const extractor = createExtractor(DEFAULT_CONFIGURATION);
const changeOf = (path: string): { path: string; facts: ReturnType<typeof extractor.extract> } => ({
  path,
  facts: extractor.extract(path, path.endsWith('.js') ? "test('works', () => {});\n" : ''),
});

/** What is said of a report in a folder with these files: the first path that leads nowhere, and `lost` where a gate of proof is undecided. */
function saidOf(index: TraceIndex, report: string): string {
  const said = index.findings(report).map(({ message }) => /"(?<path>[^"]+)"/u.exec(inEnglish(message))?.groups?.['path'] ?? '?');
  const lost = index.evidence.some(({ lost: reasons = [] }) => reasons.length > 0);
  return [...said, ...(lost ? ['lost'] : [])].join(' ');
}

function indexOf(files: string, report: string, text: string, within?: string): TraceIndex {
  const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-29' });
  index.update(files.split(' ').map(changeOf));
  index.setEvidence({ files: [{ ...readEvidence(report, text, 0), ...(within !== undefined && { within }) }], modified: new Map() });
  return index;
}

const passed = (file: string): string => `passed file="${file}" name="works"`;
const failed = (file: string): string => `failed file="${file}" name="works"`;

/** Files of the folder, the report, its cases, what is said of it, the folder of samples that it lies in. */
const CASES: readonly (readonly [what: string, files: string, report: string, cases: readonly string[], said: string, within?: string])[] =
  [
    ['a path that leads to a file', 'test/x.test.js', 'junit.xml', [failed('test/x.test.js')], ''],
    ['one of a container', 'packages/a/test/x.test.js', 'packages/a/junit.xml', [failed('/app/test/x.test.js')], ''],
    [
      'one that leads nowhere beside it, passed',
      'test/x.test.js',
      'junit.xml',
      [passed('test/x.test.js'), passed('/app/spec/y.test.js')],
      '',
    ],
    [
      'one that leads nowhere beside it, failed',
      'test/x.test.js',
      'junit.xml',
      [passed('test/x.test.js'), failed('/app/spec/y.test.js')],
      '/app/spec/y.test.js lost',
    ],
    [
      'one that leads nowhere beside it, failed, of a name that is known',
      'test/x.test.js test/y.test.js',
      'junit.xml',
      [passed('test/x.test.js'), failed('/app/spec/y.test.js')],
      '',
    ],
    [
      'one that leads to another package beside it, failed',
      'packages/a/test/x.test.js packages/b/test/z.test.js',
      'packages/b/junit.xml',
      [passed('test/z.test.js'), failed('test/gone.test.js')],
      'test/gone.test.js lost',
    ],
    ['none that leads to one, all passed', 'test/x.test.js', 'junit.xml', [passed('/app/spec/x.test.js')], '/app/spec/x.test.js'],
    [
      'none that leads to one, one failed',
      'test/x.test.js',
      'junit.xml',
      [passed('/app/spec/x.test.js'), failed('/app/spec/y.test.js')],
      '/app/spec/x.test.js lost',
    ],
    ['a file that is gone', 'test/x.test.js', 'junit.xml', [failed('test/y.test.js')], 'test/y.test.js lost'],
    ['one of Windows', 'test/x.test.js', 'junit.xml', [failed('C:\\build\\y.test.js')], 'C:\\build\\y.test.js lost'],
    ['none without a path', 'test/x.test.js', 'junit.xml', ['failed name="breaks"'], ''],
    ['a folder of samples', 'test/x.test.js', 'samples/junit.xml', [failed('/app/y.test.js')], '', 'samples'],
  ];

describe('reports of which no path leads to a file', () => {
  for (const [what, files, report, cases, said, within] of CASES)
    it(what, () => {
      assert.equal(saidOf(indexOf(files, report, junit(...cases), within), report), said);
    });

  it('are told no more once the file is there, and again once it went', () => {
    const index = indexOf('test/x.test.js', 'junit.xml', junit(failed('test/y.test.js')));
    const change = index.update([changeOf('test/y.test.js')]);
    assert.ok(change.changedFiles.has('junit.xml'));
    assert.equal(saidOf(index, 'junit.xml'), '');
    const back = index.update([{ path: 'test/y.test.js', facts: undefined }]);
    assert.ok(back.changedFiles.has('junit.xml'));
    assert.equal(saidOf(index, 'junit.xml'), 'test/y.test.js lost');
  });

  it('are told where results come before the files', () => {
    const index = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: '2026-11-29' });
    index.setEvidence({ files: [readEvidence('junit.xml', junit(failed('test/y.test.js')), 0)], modified: new Map() });
    assert.equal(saidOf(index, 'junit.xml'), '');
    index.update(['test/x.test.js'].map(changeOf));
    assert.equal(saidOf(index, 'junit.xml'), 'test/y.test.js lost');
  });
});
