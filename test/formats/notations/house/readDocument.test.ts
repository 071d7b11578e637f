import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { createIdGrammar } from '../../../../src/formats/ids/idGrammar.ts';
import { readProse } from '../../../../src/formats/notations/house/readDocument.ts';
import { BUILT_IN_KINDS, declaredKind } from '../../../../src/model/linkKind.ts';
import type { LineNote } from '../../../../src/model/facts.ts';
import { inEnglish } from '../../../../src/model/message.ts';
import { criterion, explained, ids, only, read, textAt } from '../../../support/formats/documentFacts.ts';

const HEAD = '## REQ-1: Stock\n\n';

describe('Attributes', () => {
  const named = (text: string): [string, string][] => only(read(HEAD + text)).attributes.map(({ name, value }) => [name, value]);

  it('are bold names with a colon and a value, several in a paragraph', () => {
    assert.deepEqual(named('**Flow**: A ↔ B\n**Owner:** the *shop*\nteam  \n**Empty**:\n**No colon** here\n'), [
      ['Flow', 'A ↔ B'],
      ['Owner', 'the shop team'],
    ]);
  });

  it('may stand in a section below, not in list items', () => {
    assert.deepEqual(named('### More\n\n**Owner**: shop\n\n- **Not**: this\n'), [['Owner', 'shop']]);
  });

  it('may stand in a list right below the heading, and are no part of the text then', () => {
    const list = '- **Status**: draft\n- **Owner**: QA\n\nIt sorts.\n';
    assert.deepEqual(named(list), [
      ['Status', 'draft'],
      ['Owner', 'QA'],
    ]);
    assert.equal(only(read(HEAD + list)).text, 'It sorts.');
    assert.deepEqual(named(`**Author**: me\n\n${list}`).length, 3);
    assert.deepEqual(only(read(`${HEAD}- **Needs**: none\n`)).needs, []);
  });

  it('are not what the requirement asks for, nor lists further below', () => {
    const asks = ['- **Latency**: < 200 ms', '- **Speed**: it shall be fast', '- **Text**: It sorts.', `- **Text**: ${'long '.repeat(20)}`];
    for (const item of asks) assert.deepEqual(named(`- **Status**: draft\n${item}\n`), [['Status', 'draft']], item);
    assert.deepEqual(named('It sorts.\n\n- **Status**: draft\n'), []);
    assert.deepEqual(named('### Detail\n\n- **Status**: draft\n'), []);
    assert.deepEqual(named('- a\n  - **Status**: draft\n'), []);
  });

  it('split a flow at its arrows', () => {
    for (const arrow of ['↔', '→', '⇒', '<->', '->', '-\\>']) {
      const [attribute] = only(read(`${HEAD}**Flow**: A ${arrow} B ${arrow} C\n`)).attributes;
      assert.deepEqual(attribute?.parts, ['A', 'B', 'C'], arrow);
    }
    assert.equal(only(read(`${HEAD}**Owner**: shop\n`)).attributes[0]?.parts, undefined);
  });

  it('know their place, from the first letter of the name on', () => {
    const text = `${HEAD}**A**: 1\n**Owner**: the\nshop\n`;
    assert.deepEqual(
      only(read(text)).attributes.map(({ range }) => textAt(text, range)),
      ['A**: 1', 'Owner**: the|shop'],
    );
  });

  // @verifies RT-1.1/AC7~6e5b6a
  it('named Needs say what a requirement needs', () => {
    const needs = (value: string) => only(read(`${HEAD}**Needs**: ${value}\n`)).needs;
    assert.deepEqual(needs('implements, verifies'), ['implements', 'verifies']);
    assert.deepEqual(needs('Verifies'), ['verifies']);
    assert.deepEqual(needs('none'), []);
    assert.equal(needs('constructor, toString'), undefined);
    const facts = read(`${HEAD}**Needs**: love\n`);
    assert.deepEqual([only(facts).needs, facts.problems.map(({ code }) => code)], [undefined, ['malformed-annotation']]);
  });

  it('named Needs below a criterion say what that criterion needs', () => {
    const needs = (value: string) =>
      only(read(`${HEAD}**Acceptance Criteria**:\n\n- a\n  - **Needs**: ${value}\n- b\n`)).criteria.map((one) => one.needs);
    assert.deepEqual(needs('verifies'), [['verifies'], undefined]);
    assert.deepEqual(needs('none'), [[], undefined]);
    assert.deepEqual(needs('a basket'), [undefined, undefined], 'it is about something else');
  });

  it('named Needs, and needs of the front matter, may name kinds that the project declares', () => {
    const kinds = [...BUILT_IN_KINDS, declaredKind('unit', 'verifies', []), declaredKind('security', 'verifies', [])];
    const declaring = { kinds };
    const needs = (value: string) => only(read(`${HEAD}**Needs**: ${value}\n`, declaring)).needs;
    assert.deepEqual(needs('implements, unit, security'), ['implements', 'unit', 'security']);
    assert.deepEqual(needs('Unit and Test'), ['unit', 'verifies']);
    assert.deepEqual(needs('none'), []);
    assert.deepEqual(read(`---\nreqtrace: { needs: [security] }\n---\n${HEAD}`, declaring).needs, ['security']);

    const facts = read(`${HEAD}**Needs**: unit, speed\n`, declaring);
    assert.equal(only(facts).needs, undefined);
    assert.deepEqual(
      facts.problems.map(({ message }) => inEnglish(message)),
      ['"unit, speed" is not a list of needs: write some of implements, verifies, unit, security, or none'],
    );
    assert.deepEqual(
      read(`${HEAD}**Needs**: unit\n`).problems.map(({ message }) => inEnglish(message)),
      ['"unit" is not a list of needs. Write implements, verifies, both, or none'],
    );
  });

  it('named Covers refer to higher requirements and mention nothing', () => {
    const text = `${HEAD}**Covers**: [IP-1.1](ip/IP-1.1.md), launch#IP-2/AC3\n\nSee IP-9.\n`;
    const facts = read(text);
    assert.deepEqual(
      only(facts).covers.map((each) => [each.text, textAt(text, each.range)]),
      [
        ['IP-1.1', 'IP-1.1'],
        ['launch#IP-2/AC3', 'launch#IP-2/AC3'],
      ],
    );
    assert.deepEqual(
      facts.mentions.map(({ id }) => id),
      ['IP-9'],
    );
  });
});

describe('The text of a requirement', () => {
  it('is its prose without criteria, attributes, labels and fences', () => {
    const text = `${HEAD}Counts *stock*.\n**Owner**: shop\n\n- by day\n- by week\n\n\`\`\`\ncode\n\`\`\`\n\n**Acceptance Criteria**:\n- a\n\n### Why\n\nBecause.\n`;
    assert.equal(only(read(text)).text, 'Counts stock. by day by week Because.');
  });
});

describe('Links of a document', () => {
  it('are relative or root-relative, with the place of the target', () => {
    const text = `${HEAD}[a](../b.md#c) ![i](/img/x.png) [t](<sp ace.md> "T") [r][ref] [ref] <https://x.y> [h](https://x.y) [m](mailto:a@b.c) [f](#z) [p](//x/y) [e]()\n\n| [cell](t.md) |\n| - |\n\n\`[no](code.md)\`\n\n[ref]: ./ref.md 'R'\n[abs]: http://x.y\n`;
    const { links } = read(text);
    assert.deepEqual(
      links.map(({ target }) => target),
      ['../b.md#c', '/img/x.png', 'sp ace.md', '#z', 't.md', './ref.md'],
    );
    for (const { target, range } of links) assert.equal(textAt(text, range), target);
  });

  it('are read where nothing is required', () =>
    assert.deepEqual(
      read('[a](b.md)').links.map(({ target }) => target),
      ['b.md'],
    ));
});

describe('Mentions', () => {
  const text = [
    '# REQ-1: Stock like REQ-2',
    '',
    'Prose REQ-3, `REQ-4`, [REQ-5](REQ-6.md) and **REQ-7/AC1**.',
    '',
    '| REQ-8 | b |',
    '| - | - |',
    '| x | docs#REQ-9~3f2a9c |',
    '',
    '> REQ-10',
    '',
    '**Acceptance Criteria**:',
    '- **AC-US1-01**: as REQ-11',
    '',
    '```',
    'REQ-12',
    '```',
    '',
    '<!-- REQ-13 --> <b title="REQ-14">x</b> <https://x.y/REQ-15>',
    '',
    '    REQ-16',
  ];
  it('are ids anywhere in prose but in code, comments, tags, link targets and where they are defined', () => {
    const { mentions } = read(text);
    assert.deepEqual(
      mentions.map((each) => each.id),
      ['REQ-2', 'REQ-3', 'REQ-4', 'REQ-5', 'REQ-7', 'REQ-8', 'REQ-9', 'REQ-10', 'REQ-11', 'REQ-15'],
    );
    for (const mention of mentions) assert.equal(textAt(text, mention.range), mention.text);
  });

  it('and links are all that prose which is not a document has', () => {
    const configuration = DEFAULT_CONFIGURATION;
    const facts = readProse('README.md', '# REQ-1: Stock\n\n- [x](y.md)\n', { configuration, ids: createIdGrammar([]) });
    assert.deepEqual([facts.role, facts.requirements, facts.documentKey], ['prose', [], undefined]);
    assert.deepEqual(
      facts.links.map(({ target }) => target),
      ['y.md'],
    );
    assert.deepEqual(
      facts.mentions.map(({ id }) => id),
      ['REQ-1'],
    );
  });
});

describe('Ignore marks', () => {
  const item = (id: string): string => `## ${id}: x\n\nSee ${id.replace('REQ', 'IP')}.\n\n`;
  const cases: [text: string, requirements: string[], mentions: string[]][] = [
    [`<!-- reqtrace-ignore-file -->\n${item('REQ-1')}`, [], []],
    [`<!-- reqtrace-ignore-next-line -->\n${item('REQ-1')}${item('REQ-2')}`, ['REQ-2:'], ['IP-1', 'IP-2']],
    [`<!-- reqtrace-ignore-start -->\n${item('REQ-1')}<!-- reqtrace-ignore-end -->\n\n${item('REQ-2')}`, ['REQ-2:'], ['IP-2']],
    [`${item('REQ-1')}<!-- reqtrace-ignore-start -->\n\n${item('REQ-2')}`, ['REQ-1:'], ['IP-1']],
    [`\`\`\`\n<!-- reqtrace-ignore-file -->\n\`\`\`\n\n${item('REQ-1')}`, ['REQ-1:'], ['IP-1']],
    [`<!-- reqtrace-ignore-filesystem -->\n\n${item('REQ-1')}`, ['REQ-1:'], ['IP-1']],
  ];
  for (const [text, requirements, mentions] of cases) {
    it(JSON.stringify(text.slice(0, 40)), () => {
      const facts = read(text);
      assert.deepEqual([ids(facts), facts.mentions.map(({ id }) => id)], [requirements, mentions]);
    });
  }

  it('switch off single criteria', () => {
    const facts = read(`${HEAD}**Acceptance Criteria**:\n- a\n  <!-- reqtrace-ignore-next-line -->\n- b\n- c\n`);
    assert.deepEqual(
      only(facts).criteria.map(({ text }) => text),
      ['a', 'c'],
    );
  });
});

describe('The file itself', () => {
  const text = '---\ntitle: x\n---\n\n# REQ-1: Ä\n\n**Acceptance Criteria**:\n- [x] AC-1: b\n';

  // @verifies RT-1.1/AC8~870dfb
  it('may have any line ends, and a byte order mark, which is no column', () => {
    const plain = read(text);
    assert.deepEqual(ids(plain), ['REQ-1: AC1']);
    for (const ends of ['\r\n', '\r']) assert.deepEqual(read(text.replaceAll('\n', ends)), plain);
    assert.deepEqual(read(`\uFEFF${text}`), plain);
    assert.deepEqual(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`.trimEnd()), plain);
  });

  it('keeps its places on lines without front matter and with a mark', () => {
    const facts = read('\uFEFF## REQ-1: x');
    assert.deepEqual(only(facts).idRange, { start: { line: 0, character: 3 }, end: { line: 0, character: 8 } });
  });

  it('costs only the bad character, not the file', () => {
    assert.deepEqual(
      only(read('# REQ-1: St\uFFFDck\n\n- [ ] a\uFFFD\0\n')).criteria.map((each) => each.text),
      ['a\uFFFD\uFFFD'],
    );
  });

  it('is named by its path or its front matter', () => {
    assert.equal(read('x').documentKey, 'docs/launch');
    assert.equal(read('---\nreqtrace:\n  key: product-launch\n---\n').documentKey, 'product-launch');
  });

  const harmless: [what: string, text: string][] = [
    ['front matter that is no YAML', '---\na: [b\n: c\n---\n'],
    ['front matter that is never closed', '---\na: b\n'],
    ['front matter with too deep nesting', `---\na: ${'{'.repeat(10_000)}\n---\n`],
    ['front matter that multiplies', `---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]\n---\n`],
    ['TOML front matter', '+++\ntitle = "x"\n+++\n'],
    ['deep quotations', `${'>'.repeat(10_000)} a\n\n`],
    ['deep lists', `${'- '.repeat(10_000)}a\n\n`],
    ['deep lists, line by line', `${Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')}\n\n`],
    ['deep brackets', `${'['.repeat(10_000)}a${']'.repeat(10_000)}\n\n`],
    ['deep emphasis', `${'*a _b '.repeat(10_000)}\n\n`],
    ['unclosed everything', '`` `a <!-- [x](y "z **a ~~b\n\n'],
  ];
  for (const [what, start] of harmless) {
    it(`is read in spite of ${what}`, () => {
      const { facts } = explained(`${start}# REQ-1: x\n`);
      if (!what.includes('never closed')) assert.ok(ids(facts).includes('REQ-1:'));
    });
  }

  it('may hold a hundred thousand criteria', () => {
    const { criteria } = only(read(`${HEAD}**Acceptance Criteria**:\n${'- a\n'.repeat(100_000)}`));
    assert.equal(criteria.length, 100_000);
    assert.equal(criteria.at(-1)?.localId, 'AC100000');
  });

  it('is the same facts with and without an explanation', () => {
    assert.deepEqual(explained(text).facts, read(text));
  });
});

describe('Explaining a document', () => {
  const text = [
    '---',
    'title: x',
    '---',
    '# Guide',
    '',
    '## 8.1 Step 5: Design',
    '',
    'Prose',
    'goes on.',
    '',
    '### REQ-1: Stock',
    '',
    '**Owner**: shop',
    '**Validation**: by review',
    '',
    '**Acceptance Criteria**:',
    '',
    '- a',
    '  more',
    '  - nested',
    '',
    '**Notes**:',
    '- b',
    '- [ ] c',
    '',
    '```',
    'code',
    '```',
    '',
    '<!-- a comment -->',
    '',
    '> quoted',
    '',
    '| a |',
    '| - |',
    '| b |',
    '',
    '---',
    '',
    '[r]: x.md',
    '',
    '**Code Quality Gates**',
    '',
    '- **REQ-WORDS**: x',
    '',
    'See REQ-9.',
  ];
  const { notes } = explained(text);
  const what = (line: string): string[] => notes.filter((note) => note.line === text.indexOf(line)).map((note) => note.what);

  // @verifies RT-1.2/AC3~4d65d3
  it('says something of every line that is not blank, in order', () => {
    const lines = new Set(notes.map((note) => note.line));
    assert.deepEqual(
      [...text.keys()].filter((line) => text[line] !== '' && !lines.has(line)),
      [],
    );
    assert.deepEqual(
      notes.map((note) => note.line),
      notes.map((note) => note.line).sort((a, b) => a - b),
    );
    for (const why of notes.map((note) => inEnglish(note.why))) assert.ok(why.length > 10 && !why.endsWith('.'), why);
  });

  const expected: [line: string, what: string[]][] = [
    ['title: x', ['nothing']],
    ['## 8.1 Step 5: Design', ['nothing']],
    ['goes on.', ['nothing']],
    ['### REQ-1: Stock', ['requirement']],
    ['**Owner**: shop', ['attribute']],
    ['**Acceptance Criteria**:', ['label']],
    ['- a', ['criterion']],
    ['  - nested', ['criterion']],
    ['- b', ['nothing']],
    ['- [ ] c', ['criterion']],
    ['code', ['nothing']],
    ['[r]: x.md', ['link']],
    ['**Code Quality Gates**', ['near-miss']],
    ['- **REQ-WORDS**: x', ['near-miss']],
    ['See REQ-9.', ['nothing', 'mention']],
  ];
  for (const [line, kinds] of expected) it(line, () => assert.deepEqual(what(line), kinds));

  it('says why a bare number is no id', () => {
    assert.match(whyOf(notes, text.indexOf('## 8.1 Step 5: Design')), /bare number/);
  });

  it('says what a lost criterion lacks', () => {
    const off = explained('## A\n\n**Acceptance Criteria**:\n- a\n', { implicit: 'off' });
    assert.match(whyOf(off.notes, 3), /implicit requirements are off/);
    const outside = explained('## A\n\n**Owner**: shop\n\n- [ ] a\n');
    assert.deepEqual(
      outside.notes.filter((note) => note.what !== 'nothing'),
      [],
    );
    assert.match(whyOf(outside.notes, 2), /not a requirement/);
    assert.equal(criterion(read('## A\n\n**Acceptance Criteria**:\n- a\n')).text, 'a');
  });
});

function whyOf(notes: readonly LineNote[], line: number): string {
  const note = notes.find((each) => each.line === line);
  return note ? inEnglish(note.why) : '';
}
