import assert from 'node:assert/strict';
import { factsOf, linksOf, notesOf } from '../../../../support/formats/codeFacts.ts';
import { say } from '../../../../../src/model/message.ts';

/** Findings in short: the text that each underlines. */
function malformed(text: string, path = 'a.ts'): string[] {
  const lines = text.split('\n');
  return factsOf(path, text).problems.map(({ code, range }) => {
    assert.equal(code, 'malformed-annotation');
    return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character);
  });
}

describe('keywords in comments', () => {
  // @verifies RT-2.1/AC1~b75bb7
  it('link code and tests to what they name', () => {
    assert.deepEqual(linksOf('a.ts', '// @implements IP-1.1.1'), ['implements IP-1.1.1']);
    assert.deepEqual(linksOf('a.ts', '// @verifies IP-1.1.1/AC2'), ['verifies IP-1.1.1/AC2']);
  });

  it('name items of other tools by their own ids', () => {
    const named = (words: string): string[] => linksOf('a.ts', `// @implements ${words}`);
    assert.deepEqual(named('dsn~boil~1, kettle#dsn~lid~2'), ['implements dsn~boil', 'implements dsn~lid']);
    assert.deepEqual(named('reqs#REQ001 and r#kettle.boil+2.'), ['implements REQ001', 'implements kettle.boil']);
    assert.deepEqual(named('Kettle~Boil'), []);
    assert.deepEqual(named('Kettle#boilWater'), []);
    assert.deepEqual(malformed('// @implements Kettle~Boil'), []);
  });

  // @verifies RT-2.1/AC2~f956cc
  it('take the kind of @req from the role of the file', () => {
    assert.deepEqual(linksOf('a.ts', '// @req IP-1', { role: 'code' }), ['implements IP-1']);
    assert.deepEqual(linksOf('a.ts', '// @req IP-1', { role: 'test' }), ['verifies IP-1']);
  });

  it('take lists with commas, where a criterion belongs to the requirement before it', () => {
    const { annotations } = factsOf('a.ts', '// @verifies IP-1/AC1, AC-2 , IP-2, docs/launch#IP-3/AC1~3f2a9c, AC4');
    assert.deepEqual(
      annotations.map(({ reference: { text, id, criterion, document, revision, composed } }) => [
        text,
        document,
        id,
        criterion,
        revision,
        composed,
      ]),
      [
        ['IP-1/AC1', undefined, 'IP-1', 'AC1', undefined, undefined],
        ['AC-2', undefined, 'IP-1', 'AC2', undefined, true],
        ['IP-2', undefined, 'IP-2', undefined, undefined, undefined],
        ['docs/launch#IP-3/AC1~3f2a9c', 'docs/launch', 'IP-3', 'AC1', '3f2a9c', undefined],
        ['AC4', 'docs/launch', 'IP-3', 'AC4', undefined, true],
      ],
    );
  });

  it('say where the reference stands, a byte order mark left out', () => {
    const [annotation] = factsOf('a.ts', '\uFEFF\r\n  // @implements IP-1').annotations;
    assert.deepEqual(annotation?.reference.range, { start: { line: 1, character: 17 }, end: { line: 1, character: 21 } });
  });

  it('may stand several on a line', () => {
    assert.deepEqual(linksOf('a.ts', '// @implements IP-1 @verifies IP-2. @req IP-3'), [
      'implements IP-1',
      'verifies IP-2',
      'implements IP-3',
    ]);
  });

  it('go on over lines in a block comment behind a comma, and nowhere else', () => {
    assert.deepEqual(linksOf('a.ts', '/* @verifies IP-1/AC1,\n *   AC2,\n *   IP-2\n *   IP-3\n */'), [
      'verifies IP-1/AC1',
      'verifies IP-1/AC2',
      'verifies IP-2',
    ]);
    assert.deepEqual(linksOf('a.ts', '// @verifies IP-1,\n// IP-2'), ['verifies IP-1']);
    assert.deepEqual(malformed('// @verifies IP-1,\n// IP-2'), [',']);
    assert.deepEqual(malformed('/* @verifies IP-1,\n */'), [',']);
  });

  it('let prose go on behind the list', () => {
    assert.deepEqual(linksOf('a.ts', '// @implements IP-1, the reservation of stock'), ['implements IP-1']);
    assert.deepEqual(malformed('// @implements IP-1, the reservation of stock; (see IP-2).'), []);
  });

  for (const text of [
    '@implements {IFoo}',
    '@implements IFoo',
    '@implements {goog.events.Listenable<string>}',
    '@implements Foo2',
    '@implements Base_1',
    '@implements Foo#reserveStock',
    '@implements Foo#bar()',
    '@request 12',
    '@required FR-1x',
    '@requires IP-1/',
    '@req',
    '@verifies that 2 orders pass',
    'mail@req IP-1',
    'someone@implements IP-1',
    '`@implements IP-1`',
    '\\@implements IP-1',
  ]) {
    it(`stay silent for ${text}`, () => {
      const facts = factsOf('a.ts', `/** ${text} */`);
      assert.deepEqual([facts.annotations, facts.problems], [[], []]);
    });
  }

  it('tell explain why they are silent', () => {
    assert.deepEqual(notesOf('a.ts', '// @implements {IFoo}'), [
      { line: 0, what: 'nothing', why: say('@{0} is followed by no ID, so it is not for ReqTrace', 'implements') },
    ]);
  });

  for (const [text, underlined] of [
    ['@implements IP-1.1.1/', 'IP-1.1.1/'],
    ['@verifies IP-1.1.1/XX2', 'IP-1.1.1/XX2'],
    ['@implements ip-1.1.1', 'ip-1.1.1'],
    ['@implements IP-1,', ','],
    ['@verifies IP-1/AC1~3F2A9C', 'IP-1/AC1~3F2A9C'],
    ['@verifies IP-1/AC1~3f2', 'IP-1/AC1~3f2'],
    ['@req FR_001', 'FR_001'],
    ['@req IP1.1.1', 'IP1.1.1'],
    ['@req IP-1ab', 'IP-1ab'],
    ['@verifies AC2', 'AC2'],
    ['@waives ip-1: late', 'ip-1'],
  ] as const) {
    // @verifies RT-2.1/AC5~185784, RT-4.2/AC11~5d9ce1
    it(`report ${text}`, () => assert.deepEqual(malformed(`// ${text}`), [underlined]));
  }

  it('offer to write the id as it was meant', () => {
    const fixes = factsOf('a.ts', '// @implements ip-1.1.1/ac2\n// @req FR_1_2/AC1').problems.map(
      (problem) => problem.fixes?.[0]?.edits[0]?.newText,
    );
    assert.deepEqual(fixes, ['IP-1.1.1/AC2', 'FR-1.2/AC1']);
  });

  it('take ids of the project and slugs of implicit requirements', () => {
    assert.deepEqual(linksOf('a.ts', '// @implements HLR_12, launch#quality-gates/AC3', { ids: ['HLR_[0-9]+'] }), [
      'implements HLR_12',
      'implements quality-gates/AC3',
    ]);
  });
});

describe('examples and ignored regions', () => {
  it('do nothing in fences of a comment', () => {
    assert.deepEqual(linksOf('a.ts', '/**\n * ```ts\n * // @implements IP-9\n * ```\n * @implements IP-1\n */'), ['implements IP-1']);
    assert.deepEqual(linksOf('a.rs', '/// ```\n/// @implements IP-9\n/// ```\n/// @implements IP-1'), ['implements IP-1']);
    assert.deepEqual(linksOf('a.py', '"""\n~~~\n@implements IP-9\n~~~\n@implements IP-1\n"""'), ['implements IP-1']);
  });

  it('end an open fence with its comment', () => {
    assert.deepEqual(linksOf('a.ts', '/* ``` */\n// @implements IP-1\n// ```\nf();\n// @implements IP-2'), [
      'implements IP-1',
      'implements IP-2',
    ]);
  });

  // @verifies RT-2.1/AC8~3512d6
  it('switch off the next line, a region, a file', () => {
    assert.deepEqual(linksOf('a.py', '# reqtrace-ignore-next-line\n# @implements IP-9\n# @implements IP-1'), ['implements IP-1']);
    assert.deepEqual(linksOf('a.py', '# reqtrace-ignore-start\n# @implements IP-9\n# reqtrace-ignore-end\n# @implements IP-1'), [
      'implements IP-1',
    ]);
    assert.deepEqual(linksOf('a.py', '# @implements IP-1\n# reqtrace-ignore-start\n# @implements IP-9'), ['implements IP-1']);
    assert.deepEqual(linksOf('a.py', '# @implements IP-9\n# reqtrace-ignore-file: fixtures'), []);
  });

  it('switch off titles and problems too', () => {
    const facts = factsOf(
      'a.test.ts',
      '// reqtrace-ignore-start\nit("IP-1/AC1");\n// @verifies IP-1/\n// see IP-2\n// reqtrace-ignore-end',
      { role: 'test' },
    );
    assert.deepEqual([facts.annotations, facts.problems, facts.mentions], [[], [], []]);
  });

  it('switch off nothing where the words are only talked about or in a string', () => {
    assert.deepEqual(linksOf('a.ts', '// The word `reqtrace-ignore-file` does it\n// @implements IP-1'), ['implements IP-1']);
    assert.deepEqual(linksOf('a.ts', 'f("// reqtrace-ignore-file");\n// @implements IP-1'), ['implements IP-1']);
  });
});

describe('mentions', () => {
  const mentions = (text: string): string[] => factsOf('a.ts', text).mentions.map((mention) => mention.text);

  // @verifies RT-2.1/AC7~82e8ea
  it('are ids in comments that no keyword takes', () => {
    assert.deepEqual(mentions('// see IP-1/AC2 and docs/launch#IP-3\n// @implements IP-4, not IP-5\nf("IP-6");'), [
      'IP-1/AC2',
      'docs/launch#IP-3',
      'IP-5',
    ]);
  });

  it('are none in a malformed reference, a waiver or an example', () => {
    assert.deepEqual(mentions('// @implements IP-1/\n// @waives IP-2: late\n// `@implements IP-3`\n// ```\n// IP-4'), []);
  });
});

describe('waivers', () => {
  const waivers = (text: string, path = 'a.sql'): unknown[] =>
    factsOf(path, text).waivers.map(({ reference, reason, owner, until }) => [reference.text, reason, owner, until]);
  const faults = (text: string): string[] => factsOf('a.sql', text).problems.map(({ code }) => code);

  it('give a reason, and may name an owner and a last day', () => {
    assert.deepEqual(waivers('-- @waives IP-1/AC4: measured by hand until 2027-03-31'), [
      ['IP-1/AC4', 'measured by hand', undefined, '2027-03-31'],
    ]);
    assert.deepEqual(waivers('-- @waives IP-2, IP-1, AC2: by hand (owner QA) until 2028-02-29.'), [
      ['IP-2', 'by hand', 'QA', '2028-02-29'],
      ['AC2', 'by hand', 'QA', '2028-02-29'],
    ]);
    assert.deepEqual(waivers('-- @waives IP-1: by hand until 2027-01-01 (owner: the QA team)'), [
      ['IP-1', 'by hand', 'the QA team', '2027-01-01'],
    ]);
    assert.deepEqual(waivers('-- @waives IP-1: by hand until 0099-01-01'), [['IP-1', 'by hand', undefined, '0099-01-01']]);
    assert.deepEqual(waivers('-- @waives IP-1: waits until hardware arrives'), [
      ['IP-1', 'waits until hardware arrives', undefined, undefined],
    ]);
  });

  it('go on over the lines of a block comment', () => {
    assert.deepEqual(waivers('/*\n * @waives IP-1: measured\n *   by hand until 2027-03-31\n *\n * More.\n */', 'a.c'), [
      ['IP-1', 'measured by hand', undefined, '2027-03-31'],
    ]);
  });

  for (const text of [
    'IP-1',
    'IP-1:',
    'IP-1: until 2027-03-31',
    'IP-1: (owner QA)',
    'IP-1 by hand',
    'IP-1: by hand until 2027-02-30',
    'IP-1: by hand until 31.3.2027',
  ]) {
    it(`report "${text}" and waive nothing`, () => {
      assert.deepEqual(waivers(`-- @waives ${text}`), []);
      assert.deepEqual(faults(`-- @waives ${text}`), ['invalid-waiver']);
    });
  }
});

describe('patterns of the configuration', () => {
  const annotations = [{ pattern: 'Implements: (?<ref>[A-Z]+-[0-9.]+)', kind: 'implements' }] as const;

  // @verifies RT-2.1/AC9~2c1dd6
  it('count on whole lines of any file', () => {
    assert.deepEqual(linksOf('notes.xyz', 'Implements: IP-1 Implements: IP-2\nx', { annotations }), ['implements IP-1', 'implements IP-2']);
    assert.deepEqual(linksOf('a.ts', 'f("Implements: IP-1"); // @implements IP-2', { annotations }), [
      'implements IP-1',
      'implements IP-2',
    ]);
  });

  it('count once where a keyword took the reference, and not in ignored lines', () => {
    assert.deepEqual(linksOf('a.ts', '// @implements IP-1', { annotations: [{ pattern: '@implements (?<ref>\\S+)', kind: 'verifies' }] }), [
      'implements IP-1',
    ]);
    assert.deepEqual(linksOf('a.ts', '// reqtrace-ignore-next-line\n// Implements: IP-1', { annotations }), []);
  });

  it('take only references, skip endless lines, and do nothing where they do not compile', () => {
    assert.deepEqual(linksOf('a.ts', '// Implements: IP-1.', { annotations }), ['implements IP-1']);
    assert.deepEqual(linksOf('a.ts', '// Implements: IP-1..2', { annotations }), []);
    assert.deepEqual(linksOf('a.xyz', `${'x'.repeat(10_001)} Implements: IP-1`, { annotations }), []);
    assert.deepEqual(linksOf('a.xyz', 'Implements: IP-1', { annotations: [{ pattern: '(', kind: 'implements' }] }), []);
  });
});
