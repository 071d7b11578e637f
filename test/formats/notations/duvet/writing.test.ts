import assert from 'node:assert/strict';
import { annotate } from '../../../../src/editor/actions/annotate.ts';
import { completion } from '../../../../src/editor/completion/completion.ts';
import { applyEdits } from '../../../../src/editor/edits.ts';
import { DEFAULT_CONFIGURATION } from '../../../../src/formats/configuration/defaults.ts';
import { withSettings } from '../../../../src/formats/extraction/toolSettings.ts';
import { workspace } from '../../../support/editor/workspace.ts';

const SETTINGS = withSettings(
  DEFAULT_CONFIGURATION,
  new Map([
    [
      '.duvet/config.toml',
      `[[source]]
pattern = "src/**/*.rs"

[[source]]
pattern = "src/**/*.py"
comment-style = { meta = "##=", content = "##%" }

[[source]]
pattern = "test/**/*.rs"
type = "test"

[[source]]
pattern = "checks/**/*.rs"

[[specification]]
source = "docs/kettle.md"
`,
    ],
  ]),
);

const DOCUMENTS = {
  '.duvet/requirements/www.rfc-editor.org/rfc/rfc2324/section-2.1.toml': `target = "https://www.rfc-editor.org/rfc/rfc2324#section-2.1"

[[spec]]
level = "MUST"
quote = '''
A coffee pot server MUST accept both the BREW and POST method
equivalently, whatever else is asked of it.
'''
`,
  'docs/kettle.md': '# Kettle\n\n## Boiling\n\nThe kettle MUST boil water. It SHOULD\nwhistle.\n\n## Lamp\n\nThe lamp MAY be lit.\n',
};

const BOILS = 'docs/kettle#boiling/AC1';
const BREWS = 'www.rfc-editor.org/rfc/rfc2324#section-2.1/AC1';

// @verifies RT-1.4/AC25
describe('what is written for duvet', () => {
  const written: readonly (readonly [what: string, key: string, path: string, source: string, expected: string])[] = [
    [
      'an annotation as far in as its function',
      BOILS,
      'src/a.rs',
      'impl A {\n    fn |a() {}\n}\n',
      'impl A {\n    //= docs/kettle.md#boiling\n    //# The kettle MUST boil water.\n    fn a() {}\n}\n',
    ],
    [
      'a long quotation on several lines',
      BREWS,
      'src/a.rs',
      'fn |a() {}\n',
      '//= https://www.rfc-editor.org/rfc/rfc2324#section-2.1\n//# A coffee pot server MUST accept both the BREW and POST method equivalently,\n//# whatever else is asked of it.\nfn a() {}\n',
    ],
    [
      'the marks of the settings',
      BOILS,
      'src/a.py',
      'def |a():\n',
      '##= docs/kettle.md#boiling\n##% The kettle MUST boil water.\ndef a():\n',
    ],
    [
      'no type where the settings say it',
      BOILS,
      'test/a.rs',
      '#[test]\nfn |a() {}\n',
      '#[test]\n//= docs/kettle.md#boiling\n//# The kettle MUST boil water.\nfn a() {}\n',
    ],
    [
      'the line ends of the file',
      BOILS,
      'src/a.rs',
      'fn |a() {}\r\n',
      '//= docs/kettle.md#boiling\r\n//# The kettle MUST boil water.\r\nfn a() {}\r\n',
    ],
    [
      'nothing where it is already',
      BOILS,
      'src/a.rs',
      '//= docs/kettle.md#boiling\n//# The kettle MUST boil water.\nfn |a() {}\n',
      'boiling/AC1 is named above line 3 of src/a.rs already',
    ],
    [
      'nothing in a text',
      BOILS,
      'src/a.rs',
      'let a = "\n|b\n";\n',
      'Nothing can be annotated above line 2 of src/a.rs: a comment there would not count',
    ],
    [
      'nothing where the settings have no marks',
      BOILS,
      'other/a.rs',
      'fn |a() {}\n',
      'How that is written for boiling/AC1 is not known; write it yourself',
    ],
  ];
  for (const [what, key, path, source, expected] of written)
    it(`is ${what}`, () => {
      const { view, reading, position, text } = workspace({ ...DOCUMENTS, [path]: source }, SETTINGS);
      const item = view.item(key);
      assert.ok(item);
      const edit = annotate(view, reading, item, { path, text: text.getText(), line: position.line });
      assert.equal('refusal' in edit ? edit.refusal : applyEdits(text.getText(), [edit]), expected);
    });

  it('is a test in a test file', () => {
    const { view, reading, position, text } = workspace({ ...DOCUMENTS, 'checks/a_test.rs': '#[test]\nfn |a() {}\n' }, SETTINGS);
    const item = view.item(BOILS);
    assert.ok(item);
    const edit = annotate(view, reading, item, { path: 'checks/a_test.rs', text: text.getText(), line: position.line });
    assert.ok('newText' in edit);
    assert.equal(edit.newText, '//= docs/kettle.md#boiling\n//= type=test\n//# The kettle MUST boil water.\n');
  });

  const proposed: readonly (readonly [what: string, path: string, source: string, labels: readonly string[] | null])[] = [
    [
      'sections behind the mark, what is unmet first',
      'src/a.rs',
      '//= docs/kettle.md#lamp\n//= type=exception\n//= reason=none\n//# The lamp MAY be lit.\n\n//= |\nfn a() {}\n',
      ['https://www.rfc-editor.org/rfc/rfc2324#section-2.1', 'docs/kettle.md#boiling', 'docs/kettle.md#boiling', 'docs/kettle.md#lamp'],
    ],
    [
      'those that begin so',
      'src/a.rs',
      '//= docs/k|\nfn a() {}\n',
      ['docs/kettle.md#boiling', 'docs/kettle.md#boiling', 'docs/kettle.md#lamp'],
    ],
    [
      'sentences of the section above',
      'src/a.rs',
      '//= docs/kettle.md#boiling\n//# |\nfn a() {}\n',
      ['The kettle MUST boil water.', 'It SHOULD whistle.'],
    ],
    ['those that have the words', 'src/a.rs', '//= docs/kettle.md#boiling\n//= type=test\n//# whis|\nfn a() {}\n', ['It SHOULD whistle.']],
    [
      'those of an RFC by another address',
      'src/a.rs',
      '//= https://tools.ietf.org/html/rfc2324#2.1\n//# |\n',
      ['A coffee pot server MUST accept both the BREW and POST method equivalently,…'],
    ],
    [
      'types',
      'src/a.rs',
      '//= docs/kettle.md#boiling\n//= type=|\n',
      ['implementation', 'test', 'implication', 'exception', 'todo', 'spec'],
    ],
    ['nothing behind another key', 'src/a.rs', '//= reason=|\n', null],
    ['nothing in a text', 'src/a.rs', 'let a = "\n//= |\n";\n', null],
    ['nothing below other marks', 'src/a.rs', '//= docs/kettle.md#boiling\n\n//# |\n', null],
    ['nothing where the settings have other marks', 'src/a.py', '//= |\n', null],
  ];
  for (const [what, path, source, labels] of proposed)
    it(`is proposed: ${what}`, () => {
      const { view, text, position, extractor } = workspace({ ...DOCUMENTS, [path]: source }, SETTINGS);
      assert.deepEqual(completion(view, text, position, extractor)?.items.map(({ label }) => label) ?? null, labels);
    });

  for (const [source, expected] of [
    ['    //= |\n', '    //= docs/kettle.md#lamp\n    //# The lamp MAY be lit.\n'],
    ['//= docs/kettle.md#lamp\n//# The| lamp\n', '//= docs/kettle.md#lamp\n//# The lamp MAY be lit.\n'],
  ] as const)
    it(`is whole once ${source.trim()} is completed`, () => {
      const { view, text, position, extractor } = workspace({ ...DOCUMENTS, 'src/a.rs': source }, SETTINGS);
      const edit = completion(view, text, position, extractor)?.items.findLast(({ filterText }) =>
        filterText?.includes('The lamp'),
      )?.textEdit;
      assert.ok(edit && 'range' in edit);
      assert.equal(applyEdits(text.getText(), [{ range: edit.range, newText: edit.newText }]), expected);
    });
});
