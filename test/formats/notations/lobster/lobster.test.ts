import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { TODAY } from '../../../support/index/build.ts';

function read(path: string, text: string): readonly string[] {
  return readExample({ path, text, read: '' }, NOTATIONS).trimEnd().split('\n');
}

type Case = readonly [what: string, text: string, facts: readonly string[]];

const TYPE = (line: number, type = 'Req'): string => `${line} attribute type: ${type}`;

const OBJECTS: readonly Case[] = [
  ['an object', 'package a\nReq b {}\n', [TYPE(2), '2 requirement a#b b']],
  ['one of a type of another package', 'package a\nimport c\nc.Req b {}\n', [TYPE(3, 'c.Req'), '3 requirement a#b b']],
  ['an abstract type as none', 'package a\nabstract type T {\n  x Integer\n}\nReq b {}\n', [TYPE(5), '5 requirement a#b b']],
  ['checks as none', 'package a\nchecks T {\n  len(x) > 3, error "too { short"\n}\nReq b {}\n', [TYPE(5), '5 requirement a#b b']],
  ['nothing in a text', "package a\nReq b { description = '''\nReq c {}\n''' }\n", [TYPE(2), '2 requirement a#b Req c {}']],
  ['nothing in a comment', 'package a\n/* Req c {} */\nReq b {} // Req d {}\n', [TYPE(3), '3 requirement a#b b']],
  [
    'a list of what it was made of',
    'package a\nReq b {\n  title = "B"\n  derived_from = [c, d.e]\n  n = 3\n}\n',
    [TYPE(2), '2 requirement a#b B', '3 attribute title: B', '4 covers c', '4 covers d#e', '5 attribute n: 3'],
  ],
  [
    'a name once',
    'package a\nReq b {}\nReq b {}\n',
    [TYPE(2), '2 requirement a#b b', '3 duplicate-id b is defined twice in this document. Renumber the second definition'],
  ],
  [
    'an object without an end',
    'package a\nReq b {\n  description = "c"\n',
    [TYPE(2), '2 requirement a#b c', '2 malformed-annotation This bracket is not closed, so what is below it is not read'],
  ],
  [
    'a quotation mark in a text',
    'package a\nReq b { description = "a \\"b\\" c" }\nReq c { description = """d\\"e""" }\n',
    [TYPE(2), '2 requirement a#b a "b" c', TYPE(3), '3 requirement a#c d\\"e'],
  ],
  [
    'values that are no names',
    'package a\nReq b { derived_from = null }\nReq c { parents = [true, nullable] }\n',
    [TYPE(2), '2 requirement a#b b', TYPE(3), '3 requirement a#c c', '3 covers nullable'],
  ],
];

const TAGS: readonly Case[] = [
  ['a tag', '// lobster-trace: a.b\nvoid f() {}\n', ['1 implements a#b f()']],
  ['several', 'void f() {\n  // lobster-trace: a.b, c.d e\n}\n', ['2 implements a#b f()', '2 implements c#d f()', '2 implements e f()']],
  ['one in a comment of several lines', '/*\n * lobster-trace: a.b\n */\nvoid f() {}\n', ['2 implements a#b f()']],
  ['one in a sentence as none', '// see lobster-trace: a.b\nvoid f() {}\n', ['nothing']],
  ['one in a string as none', 'char *s = "// lobster-trace: a.b";\n', ['nothing']],
  ['an exclusion as none', 'void f() {\n  // lobster-exclude: generated\n}\n', ['nothing']],
  [
    'a macro in a test of googletest',
    'TEST(Kettle, Boils) {\n  LOBSTER_TRACE("a.b, c.d");\n}\n',
    ['2 verifies a#b Kettle, Boils', '2 verifies c#d Kettle, Boils'],
  ],
  [
    'only the last macro of a test',
    'TEST(Kettle, Boils) {\n  LOBSTER_TRACE("a.b");\n  LOBSTER_TRACE("c.d");\n}\nTEST(Kettle, Sings) {\n  LOBSTER_TRACE("e.f");\n}\n',
    [
      '2 malformed-annotation Only the last "LOBSTER_TRACE" of a test counts. Write all names into one',
      '3 verifies c#d Kettle, Boils',
      '6 verifies e#f Kettle, Sings',
    ],
  ],
  ['a macro in a comment, a text or its definition as none', '// LOBSTER_TRACE("a.b")\n#define LOBSTER_TRACE(p) f(p)\n', ['nothing']],
  [
    'a macro without a name',
    'TEST(Kettle, Boils) {\n  LOBSTER_TRACE("");\n}\n',
    ['2 malformed-annotation Write names into "LOBSTER_TRACE", such as kettle.boil, kettle.whistle'],
  ],
  [
    'a tag without a name',
    '// lobster-trace:\nvoid f() {}\n',
    ['1 malformed-annotation Write names behind "lobster-trace:", such as kettle.boil, kettle.whistle'],
  ],
];

// @verifies RT-1.4/AC26
describe('LOBSTER', () => {
  for (const [what, text, facts] of OBJECTS) it(`reads ${what}`, () => assert.deepEqual(read('reqs/a.trlc', text), facts));
  for (const field of ['n = 1', 'm = "c', 'n = [1', 'n = (1, {'])
    it(`reads the object below one that ends in ${field}, and says so`, () => {
      const facts = read('reqs/a.trlc', `package a\nReq b { ${field}\nReq e {}\n`).filter((line) => !line.includes(' attribute '));
      const fault = '2 malformed-annotation This bracket is not closed, so what is below it is not read';
      assert.deepEqual(facts.toSorted(), [fault, '2 requirement a#b b', '3 requirement a#e e']);
    });
  for (const [what, text, facts] of TAGS) it(`reads ${what}`, () => assert.deepEqual(read('src/a.c', text), facts));
  for (const comment of ['#lobster-trace: a.b', '# lobster-trace:a.b', '# lobster-trace:  a.b', '"""\nlobster-trace: a.b\n"""'])
    it(`names nothing by ${comment.replaceAll('\n', '⏎')} in Python`, () => {
      const fault = 'malformed-annotation Write "# lobster-trace: kettle.boil" just so in Python; LOBSTER reads no other form';
      assert.deepEqual(
        read('src/a.py', `${comment}\ndef f():\n    pass\n`).map((one) => one.replace(/^\d+ /u, '')),
        [fault],
      );
    });

  for (const [line, facts] of [
    ['a.b', ['1 implements a#b f()']],
    ['a.b@2', ['1 implements a#b~2 f()']],
    ['a.b, c.d', ['1 malformed-annotation Write only one name behind "lobster-trace:" in Python; LOBSTER takes the whole line as one']],
    ['a.b when hot', ['1 malformed-annotation Write only one name behind "lobster-trace:" in Python; LOBSTER takes the whole line as one']],
  ] as const)
    it(`reads ${line} in Python`, () => assert.deepEqual(read('src/a.py', `# lobster-trace: ${line}\ndef f():\n    pass\n`), facts));

  for (const [fields, tag, status] of [
    ['version = 2', 'a.b@2', 'met'],
    ['version = "2.1"', 'a.b@2.1', 'met'],
    ['p_version = 2', 'a.b@2', 'met'],
    ['version = 2', 'a.b', 'met'],
    ['version = 2', 'a.b@1', 'stale'],
    ['version = 2', 'a.b@22', 'stale'],
    ['description = "2"', 'a.b@2', 'stale'],
    ['version = 2 old_version = 1', 'a.b@1', 'stale'],
    ['', 'b', 'unmet'],
    ['', 'x.b', 'unmet'],
  ] as const)
    it(`has an object with ${fields} ${status} by ${tag}`, () => {
      const configuration = { ...DEFAULT_CONFIGURATION, needs: ['implements'] };
      const extractor = createExtractor(configuration);
      const view = new TraceIndex({ configuration, today: TODAY });
      const files = { 'reqs/a.trlc': `package a\nReq b { ${fields} }\n`, 'src/a.c': `// lobster-trace: ${tag}\nvoid f() {}\n` };
      view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
      assert.equal(view.coverage('a#b').status, status);
    });

  it('links tags to objects and to items of other notations, and is silent where nobody has objects', () => {
    const extractor = createExtractor(DEFAULT_CONFIGURATION);
    const found = (files: Readonly<Record<string, string>>): readonly string[] => {
      const view = new TraceIndex({ configuration: DEFAULT_CONFIGURATION, today: TODAY });
      view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
      const links = view.referencesIn('src/a.c').flatMap(({ resolution }) => (resolution.kind === 'item' ? [resolution.item.key] : []));
      return [...links, ...view.findings('src/a.c').map(({ severity, code }) => `${severity} ${code}`)];
    };
    const code = '// lobster-trace: a.b, REQ-1, a.c\nvoid f() {}\n';
    const docs = '# REQ-1: Boil\n';
    assert.deepEqual(found({ 'reqs/a.trlc': 'package a\nReq b {}\n', 'docs/a.md': docs, 'src/a.c': code }), [
      'a#b',
      'docs/a#REQ-1',
      'error unknown-reference',
    ]);
    assert.deepEqual(found({ 'docs/a.md': docs, 'src/a.c': code }), ['docs/a#REQ-1']);
  });
});
