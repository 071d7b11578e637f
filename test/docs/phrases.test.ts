import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(REPOSITORY, name), 'utf8');

/** Words that read as translated, and what is written instead. */
const AVOIDED: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [
    /(?<!\bthere )(?<!\bwhere )\b(?:is|are|was|were) no (?!longer\b|more\b|less\b|newer\b|older\b|later\b|worse\b|better\b|different\b)/iu,
    'is not a',
  ],
  [/\bnames no (?!longer\b|more\b)/iu, 'does not name'],
  [/\bmeans nothing\b/iu, 'has no meaning'],
  [/\bcounts? for nothing\b/iu, 'does not count'],
  [/\bmend(?:s|ed|ing)?\b/iu, 'fix'],
  [/\banew\b/iu, 'again'],
  [/\bfor ever\b/iu, 'never expires'],
  [/\bhow grave\b/iu, 'severity'],
  [/\btick(?:s|ed)? off\b/iu, 'check off'],
  [/\bstands? behind\b/iu, 'comes after'],
  [/\ball the same\b/iu, 'anyway'],
  [/\bbelongs? into\b/iu, 'belongs in'],
  [/\bunasked\b/iu, 'without being asked'],
  // `ids` is also a key of reqtrace.yaml, `id` one of front matter, and both end the names of findings and anchors.
  [/(?<![-#.\w]|")ids?\b(?! in reqtrace\.yaml|: )/u, 'ID'],
];

/** Those of them that the comments of the code are free of, too. */
const COMMENTS: readonly number[] = [0, 1, 3, 11, 12];

/** A line of a page, or a text that the program says. */
interface Line {
  readonly place: string;
  readonly text: string;
}

/** What a page says in its own words: its examples are what the program prints, or somebody's document. */
function linesOf(page: string): Line[] {
  let isExample = false;
  return read(page)
    .split('\n')
    .flatMap((text, at) => {
      if (/^\s*(?:```|~~~)/u.test(text)) isExample = !isExample;
      return isExample ? [] : { place: `${page}:${at + 1}`, text: text.replaceAll(/`[^`]*`/gu, '``') };
    });
}

const textsOf = (bundle: string): Line[] =>
  Object.entries(JSON.parse(read(bundle)) as Readonly<Record<string, string>>).map(([key, text]) => ({ place: `${bundle}: ${key}`, text }));

const pages = readdirSync(path.join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((name) => `docs/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.md'));

/** What the code says of itself in lines of their own. */
function commentsOf(source: string): Line[] {
  return read(source)
    .split('\n')
    .flatMap((text, at) => (/^\s*(?:\/\/|\/?\*)/u.test(text) ? { place: `${source}:${at + 1}`, text } : []));
}

const sources = readdirSync(path.join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll(path.sep, '/')}`)
  .filter((name) => name.endsWith('.ts'));

describe('plain English', () => {
  const said = [
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pages].flatMap(linesOf),
    ...['package.nls.json', 'l10n/bundle.l10n.json'].flatMap(textsOf),
  ];
  for (const [phrase, instead] of AVOIDED) {
    it(`is "${instead}" in all pages and all that is shown`, () => {
      assert.deepEqual(
        said.filter(({ text }) => phrase.test(text)).map(({ place, text }) => `${place}: ${phrase.exec(text)?.[0] ?? ''}`),
        [],
      );
    });
  }

  for (const [phrase, instead] of AVOIDED.filter((_, at) => COMMENTS.includes(at))) {
    it(`is "${instead}" in comments`, () => {
      const found = sources.flatMap(commentsOf).filter(({ text }) => phrase.test(text));
      assert.deepEqual(found, []);
    });
  }

  it('is asked for by patterns that find the others', () => {
    const others = [
      'It is no test',
      'It names no file',
      'that means nothing',
      'it counts for nothing',
      'mended',
      'read anew',
      'for ever',
      'how grave',
      'ticked off',
      'stands behind',
      'read all the same',
      'belongs into it',
      'told unasked',
      'Nothing has the id REQ-1',
    ];
    assert.deepEqual(
      others.filter((text, at) => AVOIDED.findIndex(([phrase]) => phrase.test(text)) !== at),
      [],
    );
  });
});
