import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { TODAY } from '../../../support/index/build.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';

const DOCUMENT = (objects: string, type = 'req'): string =>
  `<?xml version="1.0"?>\n<specdocument>\n<specobjects doctype="${type}">\n${objects}\n</specobjects>\n</specdocument>\n`;
const OBJECT = (id: string, more = ''): string => `<specobject><id>${id}</id><version>1</version>${more}</specobject>`;

function read(text: string): readonly string[] {
  return readExample({ path: 'docs/a.oreqm', text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

describe('specification objects of ReqM2', () => {
  const cases: readonly (readonly [what: string, text: string, facts: readonly string[]])[] = [
    ['an object', DOCUMENT(OBJECT('a', '<shortdesc>T</shortdesc>')), ['4 requirement docs/a#req~a T (needs nothing)']],
    ['none without an ID', DOCUMENT('<specobject><version>1</version></specobject>'), ['nothing']],
    [
      'a link without a type as none',
      DOCUMENT(OBJECT('a', '<providescoverage><provcov><linksto>b</linksto></provcov></providescoverage>')),
      ['4 requirement docs/a#req~a req~a (needs nothing)'],
    ],
    [
      'a report of coverage as none',
      DOCUMENT(OBJECT('a', '<coverage><shallowCoverageStatus>COVERED</shallowCoverageStatus></coverage>')),
      ['nothing'],
    ],
  ];
  for (const [what, text, facts] of cases) it(`are read: ${what}`, () => assert.deepEqual(read(text), facts));

  it('are read in files of XML whose name and root tell', () => {
    const at = (path: string, text: string): string => readExample({ path, text, read: '' }, NOTATIONS).trimEnd();
    const text = DOCUMENT(OBJECT('a'));
    assert.equal(at('docs/kettle-requirements.xml', text), '4 requirement req~a req~a (needs nothing)');
    assert.equal(at('docs/spec.xml', '<?xml version="1.0"?>\n<project><id>a</id></project>\n'), 'nothing');
    assert.equal(at('pom.xml', text), 'nothing');
  });

  it('say where they cannot be read', () => {
    assert.match(
      read(DOCUMENT(OBJECT('a')).replace('</specobjects>', '')).join('\n'),
      /skipped-file What is behind this line is not read/u,
    );
  });

  it('are what tags in code name', () => {
    const extractor = createExtractor(DEFAULT_CONFIGURATION);
    const view = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY });
    const files = {
      'docs/a.oreqm': DOCUMENT(OBJECT('a', '<needscoverage><needsobj>impl</needsobj></needscoverage>')),
      'src/a.c': '// [impl->req~a~1]\nvoid f() {}\n',
    };
    view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
    assert.equal(view.coverage('docs/a#req~a').status, 'met');
  });
});
