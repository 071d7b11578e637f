import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../../src/formats/extraction/extract.ts';
import { withSettings } from '../../../../src/formats/extraction/toolSettings.ts';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { itemMarkdown } from '../../../../src/editor/hover/itemMarkdown.ts';
import { itemNodeId } from '../../../../src/query/tree/nodeId.ts';
import { Tree } from '../../../../src/query/tree/tree.ts';
import { jsonReferences } from '../../../../src/report/json/reference.ts';
import { renderSnapshot } from '../../../../src/report/coverage/snapshot.ts';
import { applyEdits } from '../../../../src/editor/edits.ts';
import { TraceIndex } from '../../../../src/index/traceIndex.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { readExample } from '../../../support/notations/pages.ts';
import { TODAY } from '../../../support/index/build.ts';

const SETTINGS = '.duvet/config.toml';
const CONFIG = `[[source]]
pattern = "src/**/*.rs"

[[source]]
pattern = "test/**/*.rs"
type = "test"

[[source]]
pattern = "src/**/*.py"
comment-style = { meta = "##=", content = "##%" }

[[specification]]
source = "./docs/kettle.md"
`;

function configured(config: string) {
  return withSettings(DEFAULT_CONFIGURATION, new Map([[SETTINGS, config]]));
}

function indexed(files: Readonly<Record<string, string>>): TraceIndex {
  const configuration = configured(files[SETTINGS] ?? CONFIG);
  const extractor = createExtractor(configuration);
  const view = new TraceIndex({ configuration, today: TODAY });
  view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
  return view;
}

/** Statuses of all criteria, then errors and warnings with their places. */
function seen(view: TraceIndex): readonly string[] {
  const items = view
    .documents()
    .flatMap(({ requirements }) =>
      requirements.flatMap(({ criteria }) => criteria.map(({ key }) => `${key.replace(/^.*#/u, '')} ${view.coverage(key).status}`)),
    );
  const findings = view
    .allFindings()
    .filter(({ code }) => code !== 'unmet-criterion')
    .map(({ path, range, code, severity, message }) => `${path}:${range.start.line + 1} ${severity} ${code} ${inEnglish(message)}`);
  return [...items, ...findings];
}

const SPEC = `# Kettle

## Boiling

The kettle MUST boil water. It SHOULD
whistle when the water (all of it) boils.

## Lamp

The lamp MAY be lit, while the kettle boils.
Nobody needs to see it.
`;

const implementing = (section: string, quote: string, more = ''): string =>
  `//= docs/kettle.md#${section}\n${more}//# ${quote}\nfn a() {}\n`;

type Case = readonly [what: string, code: string, result: readonly string[]];

const REST = ['boiling/AC2 unmet', 'lamp/AC1 unmet'];

const QUOTATIONS: readonly Case[] = [
  ['a sentence', implementing('boiling', 'The kettle MUST boil water.'), ['boiling/AC1 partial', ...REST]],
  ['a sentence over two lines', '//= docs/kettle.md#boiling\n//# The kettle MUST\n//#   boil water.\n', ['boiling/AC1 partial', ...REST]],
  [
    'what is correct by construction',
    implementing('boiling', 'The kettle MUST boil water.', '//= type=implication\n'),
    ['boiling/AC1 met', ...REST],
  ],
  [
    'one without its full stop',
    implementing('boiling', 'The kettle MUST boil water', '//= type=implication\n'),
    ['boiling/AC1 met', ...REST],
  ],
  ['a part only', implementing('boiling', 'The kettle MUST boil', '//= type=implication\n'), ['boiling/AC1 partial', ...REST]],
  [
    'parts that are the whole together',
    implementing('boiling', 'The kettle MUST', '//= type=implication\n') + implementing('boiling', 'boil water.', '//= type=implication\n'),
    ['boiling/AC1 met', ...REST],
  ],
  [
    'parts that leave a word out',
    implementing('boiling', 'The kettle', '//= type=implication\n') + implementing('boiling', 'boil water.', '//= type=implication\n'),
    ['boiling/AC1 partial', ...REST],
  ],
  [
    'two sentences at once, with punctuation written otherwise',
    implementing('boiling', 'The kettle MUST boil water.It SHOULD whistle when the water( all of it ) boils .', '//= type=implication\n'),
    ['boiling/AC1 met', 'boiling/AC2 met', 'lamp/AC1 unmet'],
  ],
  [
    'an exception with a reason',
    implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= type=exception\n//= reason=There is\n//= reason=no lamp\n'),
    ['boiling/AC1 unmet', 'boiling/AC2 unmet', 'lamp/AC1 waived'],
  ],
  [
    'an exception of a part only',
    implementing('lamp', 'The lamp MAY be lit', '//= type=exception\n//= reason=There is none\n'),
    ['boiling/AC1 unmet', 'boiling/AC2 unmet', 'lamp/AC1 partial'],
  ],
  [
    'an exception of what is not implemented of a sentence',
    implementing('lamp', 'The lamp MAY be lit', '//= type=exception\n//= reason=There is none\n') +
      implementing('lamp', 'while the kettle boils', '//= type=implication\n'),
    ['boiling/AC1 unmet', 'boiling/AC2 unmet', 'lamp/AC1 waived'],
  ],
  [
    'an exception beside what is whole without it',
    implementing('lamp', 'The lamp MAY be lit', '//= type=exception\n//= reason=There is none\n') +
      implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= type=implication\n'),
    ['boiling/AC1 unmet', 'boiling/AC2 unmet', 'lamp/AC1 met'],
  ],
  [
    'an exception and code that leave the tests out',
    implementing('lamp', 'The lamp MAY be lit', '//= type=exception\n//= reason=There is none\n') +
      implementing('lamp', 'while the kettle boils'),
    ['boiling/AC1 unmet', 'boiling/AC2 unmet', 'lamp/AC1 partial'],
  ],
  [
    'keys that are there twice, or that belong to another type',
    implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= type=test\n//= type=implication\n') +
      implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= level=MAY\n//= level=MUST\n//= type=spec\n') +
      implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= level=MIGHT\n') +
      implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= tracking-issue=1\n//= type=implication\n') +
      implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= reason=later\n//= type=todo\n'),
    [
      'boiling/AC1 unmet',
      ...REST,
      'src/a.rs:3 warning malformed-annotation This annotation has "type" twice',
      'src/a.rs:8 warning malformed-annotation This annotation has "level" twice',
      'src/a.rs:13 warning malformed-annotation "MIGHT" is not a level. Write AUTO, MUST, SHOULD or MAY',
      'src/a.rs:17 warning malformed-annotation "tracking-issue" does not belong to an annotation of the type "implication"',
      'src/a.rs:22 warning malformed-annotation "reason" does not belong to an annotation of the type "todo"',
    ],
  ],
  [
    'an exception without a reason',
    implementing('lamp', 'The lamp MAY be lit, while the kettle boils.', '//= type=exception\n'),
    [
      'boiling/AC1 unmet',
      ...REST,
      'src/a.rs:1 warning invalid-waiver This exception has no reason, so it waives nothing. Write "//= reason=…" above the quotation',
    ],
  ],
  [
    'what is still to be done',
    implementing('lamp', 'The lamp MAY be lit', '//= type=TODO\n//= tracking-issue=12\n'),
    ['boiling/AC1 unmet', ...REST],
  ],
  ['text that asks for nothing', implementing('lamp', 'Nobody needs to see it.'), ['boiling/AC1 unmet', ...REST]],
  ['no quotation at all', '//= docs/kettle.md#lamp\nfn a() {}\n', ['boiling/AC1 unmet', ...REST]],
  ['a string', 'let a = "\n//= docs/kettle.md#boiling\n//# The kettle MUST boil water.\n";\n', ['boiling/AC1 unmet', ...REST]],
  [
    'a text that stands in another section',
    implementing('boiling', 'The lamp MAY be lit, while'),
    ['boiling/AC1 unmet', ...REST, 'src/a.rs:1 error unknown-reference This text is not in boiling but in lamp. Update the reference'],
  ],
  [
    'a text that reads otherwise now',
    implementing('boiling', 'The kettle MUST boil the water.', '//= type=implication\n'),
    [
      'boiling/AC1 unmet',
      ...REST,
      'src/a.rs:1 error unknown-reference This text is not in boiling. It says now: "The kettle MUST boil water."',
    ],
  ],
  [
    'a sentence with more than the section says',
    implementing('boiling', 'The kettle MUST boil water. Always and ever, for everybody.', '//= type=implication\n'),
    ['boiling/AC1 unmet', ...REST, 'src/a.rs:1 error unknown-reference This text is not in boiling'],
  ],
  [
    'a text that is nowhere',
    implementing('boiling', 'Tea is served at five by somebody else.'),
    ['boiling/AC1 unmet', ...REST, 'src/a.rs:1 error unknown-reference This text is not in boiling'],
  ],
  [
    'one that differs by a character',
    implementing('boiling', 'The kettle MUST boil waters.', '//= type=implication\n'),
    [
      'boiling/AC1 stale',
      ...REST,
      'src/a.rs:1 warning stale-link This quotation differs from the text by a character. Check that this code still meets it, then quote the text as it is now',
    ],
  ],
  [
    'a specification that nobody has',
    '//= https://example.org/a#section-1\n//# A thing MUST be.\n',
    [
      'boiling/AC1 unmet',
      ...REST,
      'src/a.rs:1 information unknown-reference The text of example.org/a is not in this folder, so nobody can tell whether it says this',
    ],
  ],
  [
    'a type that nobody knows, a key and a place',
    '//= docs/kettle.md#boiling\n//= type=Test\n//# The kettle\n\n//= docs/kettle.md#boiling\n//= kind=test\n\n//= docs/kettle.md\n',
    [
      'boiling/AC1 unmet',
      ...REST,
      'src/a.rs:2 warning malformed-annotation "Test" is not a type of annotation. Write implementation, test, implication, exception, todo or spec',
      'src/a.rs:6 warning malformed-annotation duvet does not know "kind"',
      'src/a.rs:8 warning malformed-annotation "docs/kettle.md" does not name a section. Write "#" and its name behind it',
    ],
  ],
];

/** Parts of one sentence that implement, and whether they are all of it. */
const PARTS: readonly (readonly [sentence: string, parts: readonly string[], status: string])[] = [
  ['It MUST be 10', ['It MUST be 1'], 'partial'],
  ['It MUST be 10 m.', ['It MUST be 10'], 'partial'],
  ['It MUST be 12 or 3', ['It MUST be 12 or'], 'partial'],
  ['It MUST be 105 m.', ['It MUST be 10', 'm.'], 'partial'],
  ['It MUST be 5 m.', ['It MUST be', 'm.'], 'partial'],
  ['A MUST be < B.', ['A MUST be', 'B.'], 'partial'],
  ['A MUST be 5 %.', ['A MUST be 5'], 'partial'],
  ['7 MUST be a prime.', ['MUST be a prime.'], 'partial'],
  ['It MUST be a "big" (cat).', ['It MUST be a', 'big', 'cat'], 'met'],
  ['It MUST be 10 m.', ['It MUST be', '10 m'], 'met'],
  ['It MUST be all-new, done.', ['It MUST be all', 'new', 'done'], 'met'],
  ['It MUST be 10', ['It MUST be 1', '0'], 'met'],
];

const FIXES: readonly (readonly [what: string, before: string, after: string])[] = [
  ['the section', implementing('boiling', 'The lamp MAY be lit, while'), implementing('lamp', 'The lamp MAY be lit, while')],
  [
    'the quotation, wrapped and behind its marks',
    '  //= docs/kettle.md#boiling\n  //# It SHOULD whistle when the water, or most\n  //# of it, boils.\nfn a() {}\n',
    '  //= docs/kettle.md#boiling\n  //# It SHOULD whistle when the water (all of it) boils.\nfn a() {}\n',
  ],
  ['a character', implementing('boiling', 'The kettle MUST boil waters.'), implementing('boiling', 'The kettle MUST boil water.')],
];

const TARGETS: readonly (readonly [written: string, meant: string])[] = [
  ['https://www.rfc-editor.org/rfc/rfc9000#section-4.2', 'www.rfc-editor.org/rfc/rfc9000#section-4.2'],
  ['https://tools.ietf.org/html/rfc9000#4.2', 'www.rfc-editor.org/rfc/rfc9000#section-4.2'],
  ['http://datatracker.ietf.org/doc/html/rfc9000.txt#section-A.1', 'www.rfc-editor.org/rfc/rfc9000#appendix-A.1'],
  ['https://tools.ietf.org/id/draft-a-b-01.txt#appendix-B', 'tools.ietf.org/id/draft-a-b-01#appendix-B'],
  ['./spec/a.md#boil-it', 'spec/a#boil-it'],
];

// @verifies RT-1.4/AC25
describe('duvet', () => {
  for (const [what, code, result] of QUOTATIONS)
    it(`reads ${what}`, () => assert.deepEqual(seen(indexed({ 'docs/kettle.md': SPEC, 'src/a.rs': code })), result));

  for (const [sentence, parts, status] of PARTS)
    it(`has ${sentence} ${status} by ${parts.join(' | ')}`, () => {
      const code = (type: string, reason = ''): string =>
        parts.map((part) => `//= docs/kettle.md#lid\n//= type=${type}\n${reason}//# ${part}\nfn a() {}\n`).join('');
      const spec = `# Kettle\n\n## Lid\n\n* ${sentence}\n`;
      const statusOf = (text: string): string => seen(indexed({ 'docs/kettle.md': spec, 'src/a.rs': text }))[0] ?? '';
      assert.equal(statusOf(code('implication')), `lid/AC1 ${status}`);
      assert.equal(statusOf(code('exception', '//= reason=r\n')), `lid/AC1 ${status === 'met' ? 'waived' : 'partial'}`);
    });

  for (const [what, before, after] of FIXES)
    it(`mends ${what}`, () => {
      const view = indexed({ 'docs/kettle.md': SPEC, 'src/a.rs': before });
      const [fix] = view.findings('src/a.rs').flatMap(({ fixes }) => fixes);
      assert.equal(applyEdits(before, fix?.edits ?? []), after);
      const mended = seen(indexed({ 'docs/kettle.md': SPEC, 'src/a.rs': after }));
      assert.deepEqual(
        mended.filter((line) => line.startsWith('src/')),
        [],
      );
    });

  for (const [written, meant] of TARGETS)
    it(`takes ${written} as ${meant}`, () => {
      const read = readExample({ path: 'src/a.rs', text: `//= ${written}\n//# It MUST be.\n`, read: '' }, NOTATIONS);
      assert.equal(read, `1 implements ${meant}\n`);
    });

  it('takes the type and the marks of files from the settings', () => {
    const result = seen(
      indexed({
        'docs/kettle.md': SPEC,
        'src/a.py': '##= docs/kettle.md#boiling\n##% The kettle MUST boil water.\n//= docs/kettle.md#lamp\n//# The lamp MAY\n',
        'test/a.rs': implementing('boiling', 'The kettle MUST boil water.'),
        'other/a.rs': implementing('lamp', 'The lamp MAY be lit, while the kettle boils.'),
      }),
    );
    assert.deepEqual(result, ['boiling/AC1 met', ...REST]);
  });

  const COPY = '# Kettle\n\n## Lid\n\nIt MUST close.\n';
  const documents: readonly (readonly [paths: readonly string[], named: string, code: string, result: readonly string[]])[] = [
    [['a/k.md', 'b/k.md'], 'a/k.md', 'src/a.rs', ['a/k met', 'b/k unmet']],
    [['k.md', 'b/k.md'], 'k.md', 'src/a.rs', ['b/k unmet', 'k met']],
    [['b/k.md', 'other.md'], 'k.md', 'src/a.rs', ['b/k met', 'other unmet']],
    [['a/k.md', 'b/k.md'], 'k.md', 'src/a.rs', ['a/k unmet', 'b/k unmet', 'error ambiguous-reference']],
    [['k.md', 'without/k.md'], 'k.md', 'src/a.rs', ['k met']],
    [['without/k.md', 'b/k.md'], 'k.md', 'src/a.rs', ['b/k unmet', 'error unknown-reference']],
    [['a/k.md', 'b/k.md'], 'k.md', 'src/a/a.rs', ['a/k unmet', 'b/k unmet', 'error ambiguous-reference']],
  ];
  for (const [paths, named, code, result] of documents)
    it(`takes ${named} among ${paths.join(', ')} for the one that it names`, () => {
      const config = `[[source]]\npattern = "src/**/*.rs"\n${paths.map((path) => `[[specification]]\nsource = "${path}"\n`).join('')}`;
      const extractor = createExtractor(configured(config));
      const files = {
        ...Object.fromEntries(paths.map((path) => [path, path.startsWith('without/') ? COPY.replace('MUST', 'may') : COPY])),
        [code]: `//= ${named}#lid\n//= type=implication\n//# It MUST close.\nfn a() {}\n`,
      };
      const view = new TraceIndex({ configuration: configured(config), today: TODAY });
      view.update(Object.entries(files).map(([path, text]) => ({ path, facts: extractor.extract(path, text) })));
      const statuses = view
        .documents()
        .flatMap(({ requirements }) => requirements.map(({ key }) => `${key.replace(/#.*$/u, '')} ${view.coverage(key).status}`));
      // What implements and verifies is one annotation to a person.
      const found = view.findings(code).map(({ severity, code: name }) => `${severity} ${name}`);
      assert.deepEqual([...statuses.toSorted(), ...found], result);
    });

  it('takes a file of requirements for the section that it was made of', () => {
    const toml = 'target = "docs/kettle.md#boiling"\n\n[[spec]]\nlevel = "MUST"\nquote = "The kettle MUST boil water."\n';
    const extra = 'target = "docs/kettle.md#lamp"\n[[spec]]\nquote = "Nobody needs to see it."\n';
    const view = indexed({
      'docs/kettle.md': SPEC,
      '.duvet/requirements/docs/kettle/boiling.toml': toml,
      '.duvet/requirements/extra.toml': extra,
      'src/a.rs':
        implementing('boiling', 'The kettle MUST boil water.', '//= type=implication\n') + implementing('lamp', 'Nobody needs to see it.'),
    });
    assert.deepEqual(seen(view), ['boiling/AC1 met', 'lamp.extra/AC1 partial', 'lamp/AC1 unmet']);
  });

  it('finds what is quoted in a text of the IETF, without the heads of its pages', () => {
    const text = `1.  Introduction

   A client may
   send.

Author                    Experimental                      [Page 1]
\f
RFC 9999                    Kettle                      March 2022

   It then waits.

1.1.  Rules

   A server MUST answer.

Acknowledgements

   Thanks.
`;
    const toml = 'target = "https://www.rfc-editor.org/rfc/rfc9999#section-1.1"\n[[spec]]\nquote = "A server MUST answer."\n';
    const at = (section: string, quote: string): string => `//= https://www.rfc-editor.org/rfc/rfc9999#${section}\n//# ${quote}\n\n`;
    const view = indexed({
      '.duvet/specifications/www.rfc-editor.org/rfc/rfc9999.txt': text,
      '.duvet/requirements/www.rfc-editor.org/rfc/rfc9999/section-1.1.toml': toml,
      'src/a.rs': at('section-1', 'A client may send. It then waits.') + at('1.1', 'A server MUST answer.') + at('section-1.1', 'Thanks.'),
    });
    assert.deepEqual(seen(view), ['section-1.1/AC1 partial', 'src/a.rs:7 error unknown-reference This text is not in section-1.1']);
  });

  it('shows in which issue something is to be done', () => {
    const view = indexed({
      'docs/kettle.md': SPEC,
      '.duvet/todos/a.toml':
        'target = "docs/kettle.md#lamp"\n[[TODO]]\nquote = "The lamp MAY be lit"\ntracking-issue = "14"\nfeature = "Light"\n',
      'src/a.rs': implementing('boiling', 'The kettle MUST boil water.', '//= type=todo\n//= tracking-issue=12\n'),
    });
    const [boiling, lamp] = Array.from(view.requirements(), ({ criteria: [first] }) => first);
    assert.ok(boiling && lamp);
    assert.match(
      itemMarkdown(view, boiling, (path) => path),
      /Planned in .*src\/a\.rs:1.* \(open; 12\)/u,
    );
    assert.match(
      itemMarkdown(view, lamp, (path) => path),
      /\(open; Light, 14\)/u,
    );
    assert.deepEqual(
      new Tree(view, { groupBy: 'folder', filter: 'all' }).children(itemNodeId(boiling.key)).map(({ description }) => description),
      ['task, open src/a.rs:1, 12'],
    );
    assert.deepEqual(
      jsonReferences(view).map(({ note }) => note),
      ['Light, 14', '12'],
    );
    assert.match(renderSnapshot(view), /CRITERION\[unmet\]: .*AC1 The kettle MUST boil water\.\n {6}planned src\/a\.rs: 12\n/u);
  });

  it('says what is wrong with a file of requirements', () => {
    const read = (text: string): string => readExample({ path: '.duvet/todos/a.toml', text, read: '' }, NOTATIONS);
    assert.match(
      readExample({ path: '.duvet/config.toml', text: '[[source\n', read: '' }, NOTATIONS),
      /^1 skipped-file This file cannot be read as TOML: /u,
    );
    assert.match(read('[[spec]\nquote = "a"\n'), /^\d+ skipped-file This file cannot be read as TOML: /u);
    assert.match(read('[[spec]]\nquote = "a"\n'), /^1 malformed-annotation This table has no "target"/u);
    assert.match(read('target = "a.md#b"\n[[TODO]]\nfeature = "a"\n'), /^2 malformed-annotation This table has no "quote"/u);
    assert.match(read('target = "a.md#b"\n[[exception]]\nquote = "a"\n'), /^2 invalid-waiver This exception has no reason/u);
  });

  it('knows the same after a specification changed as if it had always been so', () => {
    const files = { 'docs/kettle.md': SPEC, 'src/a.rs': implementing('boiling', 'The lamp MAY be lit, while the kettle boils.') };
    const moved = SPEC.replace('## Lamp\n\n', '');
    const view = indexed(files);
    const extractor = createExtractor(configured(CONFIG));
    for (const text of [moved, SPEC, `${SPEC}\n## Other\n\nThe lamp MUST NOT be seen.\n`, moved]) {
      view.update([{ path: 'docs/kettle.md', facts: extractor.extract('docs/kettle.md', text) }]);
      assert.deepEqual(seen(view), seen(indexed({ ...files, 'docs/kettle.md': text })));
    }
    assert.ok(seen(view).includes('boiling/AC3 partial'));
  });
});
