import assert from 'node:assert/strict';
import { levelColumns } from '../../src/query/levels.ts';
import { createExtractor } from '../../src/formats/extraction/extract.ts';
import { readConfiguration } from '../../src/formats/configuration/readConfiguration.ts';
import { TraceIndex } from '../../src/index/traceIndex.ts';
import { TODAY } from '../support/index/build.ts';

function columns(files: Readonly<Record<string, string>>, written = ''): string {
  const { configuration } = readConfiguration('reqtrace.yaml', written);
  assert.ok(configuration);
  const extractor = createExtractor(configuration);
  const index = new TraceIndex({ configuration, today: TODAY });
  index.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return levelColumns(index)
    .map(({ kind, is }) => (kind === is ? kind : `${kind}=${is}`))
    .join(' ');
}

const REQ = '# A\n`req~a~1`\n\nNeeds: dsn\n';
const DSN = '# B\n`dsn~b~1`\n\nCovers:\n* `req~a~1`\n\nNeeds: impl, utest, itest\n';

// @verifies RT-9.1/AC12
describe('the columns of a matrix', () => {
  const cases: readonly [what: string, files: Readonly<Record<string, string>>, expected: string, written?: string][] = [
    ['are code and tests where there is nothing', {}, 'implements verifies'],
    ['are code and tests of the house', { 'a.md': '# REQ-1: A\n\nText.\n' }, 'implements verifies'],
    ['are both even where only one is needed', { 'a.md': '# REQ-1: A\n\n**Needs**: verifies\n' }, 'implements verifies'],
    [
      'are the levels from the highest on, code, and tests as they are asked for',
      { 'a.md': DSN, 'b.md': REQ },
      'dsn=level implements utest=verifies itest=verifies',
    ],
    [
      'have a level below another one behind it, whatever its name',
      { 'a.md': '`req~a~1`\n\nNeeds: zarch\n\n`zarch~b~1`\n\nCovers:\n* `req~a~1`\n\nNeeds: dsn\n\n`dsn~c~1`\n\nCovers:\n* `zarch~b~1`\n' },
      'zarch=level dsn=level',
    ],
    [
      'end although levels cover each other in a circle',
      { 'a.md': '`x~a~1`\n\nNeeds: y\n\nCovers:\n* `y~b~1`\n\n`y~b~1`\n\nNeeds: x\n\nCovers:\n* `x~a~1`\n' },
      'x=level y=level',
    ],
    [
      'have what is there although nobody needs it',
      { 'a.md': '`req~a~1`\n\nNeeds: impl\n', 'a.ts': '// [itest->req~a~1]\n' },
      'implements itest=verifies',
    ],
    ['have code of a level in its column', { 'a.md': REQ, 'a.ts': '// [dsn->req~a~1]\n' }, 'dsn=level'],
    [
      'have lower requirements of the house',
      { 'a.md': '# REQ-1: A\n\n# REQ-2: B\n\n**Covers**: REQ-1\n' },
      'covers=level implements verifies',
    ],
    [
      'have the kinds of tests that the project declares, once items need them',
      { 'a.md': '# REQ-1: A\n\nText.\n' },
      'implements unit=verifies security=verifies',
      'kinds: [{ name: unit, tests: [a/**] }, { name: security, tests: [b/**] }]\nneeds: [implements, unit, security]\n',
    ],
    [
      'do not have kinds that are declared and neither needed nor there',
      { 'a.md': '# REQ-1: A\n\nText.\n' },
      'implements verifies',
      'kinds: [{ name: unit, tests: [a/**] }]\n',
    ],
    [
      'have a kind that is there beside that which is needed',
      { 'a.md': '# REQ-1: A\n\nText.\n', 'a/a.test.ts': '// @verifies REQ-1\nit("a", () => {});\n' },
      'implements verifies unit=verifies',
      'kinds: [{ name: unit, tests: [a/**] }]\n',
    ],
    [
      'are those of reqstool',
      {
        'requirements.yml':
          'metadata:\n  urn: k\n  variant: microservice\n  title: K\nrequirements:\n  - id: R_1\n    title: A\n    significance: shall\n    description: D\n    revision: "1"\n',
      },
      'svc=level implements',
    ],
  ];
  for (const [what, files, expected, written] of cases) it(what, () => assert.equal(columns(files, written), expected));
});
