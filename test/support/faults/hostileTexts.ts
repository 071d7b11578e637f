/** A text made to make a reader slow, in some size. */
export interface HostileText {
  readonly name: string;
  readonly make: (size: number) => string;
}

function repeated(name: string, part: string, before = '', after = ''): HostileText {
  return { name, make: (size) => before + part.repeat(size) + after };
}

function numbered(name: string, part: (at: number) => string, before = '', separator = '\n'): HostileText {
  return { name, make: (size) => before + Array.from({ length: size }, (_, at) => part(at)).join(separator) };
}

const REQUIREMENT = '# REQ-1: A\n\n';
const CRITERIA = `${REQUIREMENT}**Acceptance Criteria**:\n`;

/** For readers of Markdown. */
export const HOSTILE_MARKDOWN: readonly HostileText[] = [
  repeated('nested lists on one line', '- ', '', 'a'),
  repeated('nested quotes on one line', '> ', '', 'a'),
  numbered('nested lists, line by line', (at) => `${' '.repeat(2 * (at % 1000))}- a`),
  numbered('nested quotes, line by line', (at) => `${'>'.repeat(1 + (at % 1000))} a`),
  numbered('criteria', (at) => `- [ ] AC-${at}: text`, CRITERIA),
  repeated('criteria of one id', '- AC-1: text\n', CRITERIA),
  numbered('requirements', (at) => `## REQ-${at}: t\n`),
  repeated('requirements of one id', '## REQ-1: t\n\n'),
  repeated('equal headings', '# a\n'),
  numbered('attributes', (at) => `**A${at}**: text`, REQUIREMENT),
  repeated('emphasis that never closes', '**a*'),
  repeated('brackets', '['),
  repeated('links that never close', '[a](<b'),
  numbered('code marks of every length', (at) => '`'.repeat(at % 2000), '', 'a'),
  repeated('tags that never close', '<a b="'),
  repeated('comments that never close', '<!--'),
  repeated('ampersands', '&'),
  repeated('strikes', '~~a '),
  repeated('a table', '| a | b |\n', '| a | b |\n|-|-|\n'),
  repeated('a table of nothing but pipes', '|'),
  repeated('documents in references', 'a/', '', '#IP-1'),
  repeated('a long number', '.1', 'IP-1'),
  repeated('a long id', 'A-', '', '1'),
  numbered('definitions of links', (at) => `[a${at}]: b`),
  repeated('front matter that never ends', 'a: b\n', '---\n'),
  repeated('nested front matter', '[', '---\na: ', '\n---\n'),
  {
    name: 'front matter with a bomb of aliases',
    make: (size) =>
      `---\na: &a [x,x]\n${Array.from({ length: Math.min(size, 60) }, (_, at) => `b${at}: &b${at} [${at ? `*b${at - 1},*b${at - 1}` : '*a'}]`).join('\n')}\n---\n`,
  },
  repeated('blanks', ' ', '# REQ-1: ', 'x'),
  repeated('labels', '**Acceptance Criteria**:\n\n'),
  repeated('tags before an id', '[a] ', '# ', 'REQ-1'),
  repeated('arrows', 'a → ', `${REQUIREMENT}**Flow**: `),
  repeated('marks that switch reading off', '<!-- reqtrace-ignore-start -->\n'),
  repeated('combining marks', '\u0301', '# REQ-1: a'),
  repeated('detail of a criterion', '  - b\n', `${REQUIREMENT}- [ ] a\n`),
  repeated('a target of many numbers', '1 ', '# A\n\n| a | Target |\n|-|-|\n| x | ', ' |'),
  repeated('words', 'acceptance criteria '),
  repeated('lone carriage returns', '\r'),
];

/** For readers of code. */
export const HOSTILE_CODE: readonly HostileText[] = [
  repeated('annotations', '// @implements IP-1\n'),
  repeated('an annotation of many references', 'IP-1, ', '// @implements '),
  repeated('keywords on one line', '@implements IP-1 ', '// '),
  repeated('comments that never close', '/* '),
  repeated('one long comment', ' * @implements IP-1\n', '/*\n'),
  repeated('quotation marks', '"'),
  repeated('apostrophes', "'"),
  repeated('templates in templates', '`${`'),
  repeated('substitutions', '${a}', 'it(`', '`)'),
  repeated('slashes', '/'),
  repeated('regular expressions that never close', '/[a'),
  repeated('parentheses', '('),
  repeated('nested titles', 'describe("IP-1", () => {\n'),
  repeated('calls that never close', 'it('),
  repeated('a long title', 'IP-1 ', 'it("', '")'),
  repeated('waivers', '// @waives IP-1: a\n'),
  repeated('a waiver of many days', 'until ', '// @waives IP-1: '),
  repeated('documentation strings', '"""\n'),
  repeated('raw strings', 'r#"'),
  numbered('here documents', (at) => `<<A${at} `, '', ''),
  numbered('dollar quotes', (at) => `$a${at}$ `, '', ''),
  repeated('long brackets', '--[='),
  repeated('HTML comments', '<!--'),
  repeated('scripts', '<script>'),
  repeated('PHP', '<?php '),
  repeated('decorators below an annotation', '@x\n', '// @implements IP-1\n', 'function f() {}'),
  repeated('decorators below annotations', '// @implements IP-1\n@x\n'),
  repeated('comments below an annotation', '// a\n', '// @implements IP-1\n', 'function f() {}'),
  repeated('a long name of a test', 'IP_1__AC1_', 'def test_', '():'),
  repeated('blanks', ' ', '// @implements ', 'IP-1'),
  repeated('marks that switch reading off', '// reqtrace-ignore-start\n'),
  repeated('fences', '// ```\n'),
  repeated('tags', '@IP-1 ', '', '\nScenario: x'),
  repeated('words', 'a '),
  repeated('one word', 'a'),
];
