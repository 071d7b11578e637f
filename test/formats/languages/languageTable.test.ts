import assert from 'node:assert/strict';
import { DeclarationFinder } from '../../../src/formats/carriers/code/declarations.ts';
import { lineComment, quoted } from '../../../src/formats/carriers/code/rules.ts';
import { scan } from '../../../src/formats/carriers/code/scan.ts';
import type { Language } from '../../../src/formats/languages/language.ts';
import { languageTable } from '../../../src/formats/languages/languageTable.ts';
import { python } from '../../../src/formats/languages/python.ts';
import { LANGUAGES, languages } from '../../../src/formats/languages/registry.ts';
import { shell } from '../../../src/formats/languages/shell.ts';
import { LineMap } from '../../../src/text/lineMap.ts';

/** A language that nobody has: all that adding one takes is such an object, and its line in the list. */
const toy = {
  name: 'Toy',
  files: ['.toy', 'toyfile', 'toyfile.*', '.toy.txt'],
  byText: { ending: '.py', fits: (text) => text.startsWith('~~ toy') },
  editorIds: { toylang: '.toy' },
  syntax: { rules: [lineComment('~~'), quoted('"')] },
  comments: ['~~ …'],
  declarations: [{ pattern: String.raw`^\s*make\s+(?<fn>\w+)`, examples: { 'make reserve': 'reserve()' } }],
  tests: {
    globs: ['**/*.toytest', '**/*.{feature,robot,bats}'],
    reported: { endings: ['.toy'], name: /^toys\b/u },
    skeleton: {
      endings: ['.toy'],
      indent: '   ',
      files: [],
      frameworkOf: (_text, indent) => ({ name: 'toys', place: 'end', indent, write: ({ reference }) => [`~~ @verifies ${reference}`] }),
    },
  },
} satisfies Language;

describe('languageTable', () => {
  const table = languageTable([python, toy, shell]);

  it('knows the files of each language of its list', () => {
    const cases: readonly (readonly [path: string, text: string, name: string | undefined])[] = [
      ['a/cart.py', '', 'Python'],
      ['a/CART.PY', '', 'Python'],
      ['a/cart.py', '~~ toy', 'Toy'],
      ['a/cart.toy', '', 'Toy'],
      ['Toyfile', '', 'Toy'],
      ['toyfile.dev', '', 'Toy'],
      ['toyfile.py', '', 'Python'],
      ['notes.toy.txt', '', 'Toy'],
      ['notes.txt', '', undefined],
      ['toy', '', undefined],
      ['cart.ts', '', undefined],
    ];
    for (const [path, text, name] of cases) {
      assert.equal(table.of(path, text)?.name, name, path);
      assert.equal(table.has(path), name !== undefined, path);
    }
  });

  it('derives everything else from the list', () => {
    assert.equal(table.endingOf('toylang'), '.toy');
    assert.equal(table.endingOf('rust'), undefined);
    assert.deepEqual(table.testGlobs, [...python.tests.globs, '**/*.toytest', '**/*.{feature,robot,bats}', '**/*_{spec,test}.sh']);
    assert.deepEqual(table.comments, ['# …', '~~ …']);
    assert.deepEqual(table.reported, { endings: ['.py', '.toy', '.sh', '.bats'], names: [python.tests.reported.name, /^toys\b/u] });
    assert.equal(table.skeletonOf('test/a.TOY'), toy.tests.skeleton);
    assert.equal(table.skeletonOf('test/a.sh'), undefined);
  });

  it('gives what a reader needs', () => {
    const text = 'x = "~~ a"\n~~ words\nmake reserve\n';
    const language = table.of('a.toy', text);
    assert.ok(language);
    const comments = scan(text, language.syntax).filter(({ kind }) => kind === 'comment');
    const [comment, ...others] = comments;
    assert.ok(comment);
    assert.deepEqual(others, []);
    assert.equal(text.slice(comment.innerStart, comment.innerEnd), ' words');
    assert.equal(new DeclarationFinder(text, new LineMap(text), comments, language).of(comment)?.name, 'reserve()');
  });
});

describe('the languages', () => {
  it('have no file in common', () => {
    const files = LANGUAGES.flatMap((language) => language.files);
    assert.deepEqual(
      files.filter((file, index) => files.indexOf(file) !== index),
      [],
    );
  });

  it('have a name each, and the files that they say', () => {
    const names = LANGUAGES.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const language of LANGUAGES)
      assert.equal(languages.of(`x${language.files[0] ?? ''}`)?.name ?? languages.of(language.files[0] ?? '')?.name, language.name);
  });

  it('are those that the ids of editors lead to', () => {
    for (const language of LANGUAGES) {
      for (const [id, ending] of Object.entries(language.editorIds ?? {})) {
        assert.equal(languages.endingOf(id), ending, id);
        assert.equal(languages.of(`untitled${ending}`), language, id);
      }
    }
  });
});
