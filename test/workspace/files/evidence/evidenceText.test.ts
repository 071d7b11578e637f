import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import nodePath from 'node:path';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { EvidenceFiles } from '../../../../src/workspace/files/evidence/evidenceFiles.ts';
import { folders } from '../../../support/workspace/folder.ts';

const make = folders();

const JUNIT = '<?xml version="1.0"?>\n<testsuites><testsuite name="a"><testcase name="b"/></testsuite></testsuites>';
const ROBOT =
  '<?xml version="1.0" encoding="UTF-8"?>\n<robot generator="Robot 7.1"><suite name="A"><test name="a"><status status="PASS"/></test></suite></robot>';
const TESTNG =
  '<?xml version="1.0"?>\n<testng-results passed="1"><suite name="A"><test name="t"><class name="a.B"><test-method name="c" status="PASS"/></class></test></suite></testng-results>';

/** Path, what is in the file, what is made of it: how many results, or why none. */
const FILES: readonly (readonly [path: string, bytes: string | Buffer, made: string])[] = [
  ['_build/test/lib/s/test-junit-report.xml', JUNIT, '1'],
  ['report.xml', JUNIT, '1'],
  ['rspec.xml', JUNIT, '1'],
  ['out/results.xml', JUNIT, '1'],
  ['bazel-testlogs/a/test.xml', JUNIT, '1'],
  ['build/unit-results.xml', JUNIT, '1'],
  ['reports/e2e_report.xml', JUNIT, '1'],
  ['output.xml', ROBOT, '1'],
  ['test-output/testng-results.xml', TESTNG, '1'],
  ['output.xml', ROBOT.slice(0, 100), 'lost'],
  ['output.xml', '<?xml version="1.0"?>\n<output><file/></output>', 'nothing'],
  ['report.xml', '<?xml version="1.0"?>\n<report name="jacoco" ', 'nothing'],
  ['rspec.xml', '', 'lost'],
  ['test.xml', '\n', 'lost'],
  ['results.xml', '<?xml version="1.0" encoding="UTF-8"?>\n', 'lost'],
  ['report.xml', '<?xml version="1.0"?>\n<!-- a comment --><report/>', 'nothing'],
  ['results.xml', 'no XML at all', 'nothing'],
  ['report.xml', JUNIT.slice(0, 70), 'lost'],
  ['reports/junit.xml.gz', gzipSync(JUNIT), '1'],
  ['target/surefire-reports/TEST-a.xml.gz', gzipSync(JUNIT), '1'],
  ['junit.xml', gzipSync(JUNIT), '1'],
  ['junit.xml.gz', gzipSync(JUNIT.slice(0, 70)), 'lost'],
  ['junit.xml.gz', gzipSync(JUNIT).subarray(0, 40), 'lost'],
  // What PowerShell 5 writes by `>`, and what lost its mark.
  ['junit.xml', Buffer.from(`\uFEFF${JUNIT}`, 'utf16le'), '1'],
  ['junit.xml', Buffer.from(`\uFEFF${JUNIT}`, 'utf16le').swap16(), '1'],
  ['junit.xml', Buffer.from(JUNIT, 'utf16le'), 'lost'],
  ['junit.xml', Buffer.from(JUNIT, 'utf16le').swap16(), 'lost'],
  ['results.tap', Buffer.from('\uFEFF1..1\r\nok 1 a\r\n', 'utf16le'), '1'],
  ['results.tap', Buffer.from('1..1\r\nok 1 a\r\n', 'utf16le'), 'lost'],
  ['results.tap', Buffer.from('\uFEFF1..1\r\nok 1 a\r\n'), '1'],
  ['jest-results.json', Buffer.from('{"testResults": [', 'utf16le'), 'lost'],
  ['backup.gz', gzipSync(JUNIT), 'nothing'],
  ['pom.xml', '<project/>', 'nothing'],
];

async function made(path: string, bytes: string | Buffer, configuration = DEFAULT_CONFIGURATION): Promise<string> {
  const folder = make({ [path]: '' });
  writeFileSync(nodePath.join(folder.path, path), bytes);
  const files = new EvidenceFiles(folder.path);
  await files.find(configuration, [path], []);
  const [file] = files.files;
  if (file?.path !== undefined && file.path !== path) return file.path;
  if (file?.lost) return 'lost';
  if (file) return String(file.results.length);
  return files.unread.map(({ reason }) => inEnglish(reason)).join() || 'nothing';
}

describe('Files that may be results by their names', () => {
  for (const [path, bytes, what] of FILES) {
    it(`are told by what is in them: ${path} (${what})`, async () => assert.equal(await made(path, bytes), what));
  }

  it('are none where the configuration names those that are', async () => {
    const configuration = { ...DEFAULT_CONFIGURATION, evidence: { results: ['out/*.xml'], coverage: [] } };
    assert.equal(await made('report.xml', JUNIT, configuration), 'nothing');
    assert.equal(await made('out/report.xml', JUNIT, configuration), '1');
  });
});
