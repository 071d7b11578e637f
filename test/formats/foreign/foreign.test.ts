import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createExtractor } from '../../../src/formats/extraction/extract.ts';
import { FOREIGN_FORMATS } from '../../../src/formats/foreign/foreignFormats.ts';
import type { LineNote } from '../../../src/model/facts.ts';
import { inEnglish } from '../../../src/model/message.ts';

const EXTRACTOR = createExtractor(DEFAULT_CONFIGURATION);

function formatOf(path: string, text: string): string {
  const reason = EXTRACTOR.whySkipped(path, text);
  const { problems } = EXTRACTOR.extract(path, text);
  assert.deepEqual(
    problems.map(({ code }) => code),
    reason ? ['skipped-file'] : [],
  );
  return reason ? inEnglish(reason).replace(/^requirements in (.*), which ReqTrace does not read$/u, '$1') : 'none';
}

// @verifies RT-1.2/AC4~2b5aaa
describe('formats that no notation reads', () => {
  const cases: readonly (readonly [path: string, text: string, format: string])[] = [
    ['roles/requirements.yml', '- src: geerlingguy.docker\n  version: 1.2.3\n', 'none'],
    ['collections/requirements.yml', 'collections:\n  - name: community.general\n    version: ">=1.0"\n', 'none'],
    ['requirements.txt', 'requests==2.31\nfreq-1 >= 2\n', 'none'],
    ['docs/spec.rst', 'Boil\n----\n\n`req~boil~1`\n\nNeeds: dsn\n', 'OpenFastTrace'],
    ['docs/spec.adoc', '[.specitem, sid="req~boil~1"]\n--\nIt boils.\n--\n', 'OpenFastTrace'],
    ['a.sysml', "package K {\n  requirement def <'R1'> Boil;\n}", 'SysML'],
    ['docs/a.adoc', '= Kettle\n\n== REQ-1: Boil\n', 'none'],
    ['docs/a.adoc', '[[REQ-2]]\n=== Stop\n', 'none'],
    ['docs/a.adoc', '[#FR-001]\n=== Stop\n', 'none'],
    ['docs/a.adoc', '|===\n|ID |Text\n\n|NFR-3 |It is quick\n|===\n', 'none'],
    ['docs/a.asciidoc', '* *SWE-REQ-12* It stops\n', 'none'],
    ['docs/a.rst', 'REQ-2: Stop\n-----------\n', 'reStructuredText'],
    ['docs/a.rst', '- **FR_1.2**: It stops\n', 'reStructuredText'],
    ['docs/a.rst', '.. list-table::\n\n   * - SRS-1\n     - It stops\n', 'reStructuredText'],
    ['docs/a.rst', '.. _REQ-7:\n\nStop\n----\n', 'reStructuredText'],
    ['docs/a.org', '* REQ-1 Boil\n', 'Org'],
    ['docs/srs.txt', '3.1 Boil\n\nREQ-1: The kettle shall boil.\n', 'plain text'],
    ['req.yaml', 'requirements:\n  - id: REQ-4\n    title: Timer\n', 'YAML, TOML or JSON'],
    ['req.toml', '[[requirement]]\nid = "REQ-5"\n', 'YAML, TOML or JSON'],
    ['spec/requirements.json', '{"requirements": [\n  {"id": "SYS-1", "text": "It boils"}]}', 'YAML, TOML or JSON'],
    ['requirements/boil.yml', 'REQ-1:\n  text: It boils\n', 'YAML, TOML or JSON'],
    ['README.rst', 'Kettle\n======\n\nBoils water. See FR-1 in the docs, and `REQ-1 <x>`_.\n', 'none'],
    ['docs/guide.adoc', '= Kettle\n\n== UTF-8 and ISO-8601\n\n* Fixes ABC-12: x\n', 'none'],
    ['docs/guide.rst', '.. code-block:: python\n   :linenos:\n\n   x = 1\n', 'none'],
    ['CHANGELOG.rst', 'FR-1: now in French\n', 'none'],
    ['tests/fixtures/a.sysml', 'requirement R1;\n', 'none'],
    ['config.yaml', 'id: REQ-1\n', 'none'],
    ['docs/a.adoc', '', 'none'],
  ];
  for (const [path, text, format] of cases)
    it(`${path}: ${text.slice(0, 40).replaceAll('\n', '⏎')} is ${format}`, () => assert.equal(formatOf(path, text), format));

  it('each have a case', () => {
    const seen = new Set(cases.map(([, , format]) => format));
    assert.deepEqual(
      FOREIGN_FORMATS.filter(({ name }) => !seen.has(name)),
      [],
    );
  });

  it('are documents of the project where it says so, and read as Markdown', () => {
    const own = createExtractor({ ...DEFAULT_CONFIGURATION, documents: [{ glob: '**/*.rst', steps: false, targets: false }] });
    const { requirements } = own.extract('docs/a.rst', 'REQ-2: Stop\n-----------\n');
    assert.deepEqual(
      requirements.map(({ localId }) => localId),
      ['REQ-2'],
    );
  });

  it('leave the comments of a file of data that holds no requirements', () => {
    const { annotations } = EXTRACTOR.extract('requirements.yml', '# @implements REQ-1\n- src: x\n');
    assert.deepEqual(
      annotations.map(({ kind }) => kind),
      ['implements'],
    );
  });
});

describe('forms of such formats in documents', () => {
  const cases: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
    ['a UID of StrictDoc', '## Boil\n\n**UID:** REQ-1\n\n**STATEMENT:** It boils.', ['2 REQ-1 StrictDoc']],
    ['none that StrictDoc itself takes', '## Boil\n\n**UID**: REQ-1', []],
    ['no example of one', '````md\n```{req} Boil\n:id: REQ_001\n```\n````\n\n```\n**UID:** REQ-1\n```', []],
    ['no id of a user', '**UID:** abc', []],
    ['nothing that is switched off', '<!-- reqtrace-ignore-file -->\n\n**UID:** REQ-1', []],
  ];
  for (const [what, text, expected] of cases)
    it(what, () => {
      const notes: LineNote[] = [];
      const { problems } = EXTRACTOR.extract('docs/a.md', text, (note) => notes.push(note));
      const told = problems.flatMap(({ message, range }) => {
        const match =
          /^"(?<id>.*)" is a requirement in (?<name>.*), which ReqTrace does not read(?: \(and (?<more>\d+) more like it\))?$/u.exec(
            inEnglish(message),
          );
        const { id = '', name = '', more } = match?.groups ?? {};
        return match ? [`${range.start.line} ${id} ${name}${more === undefined ? '' : ` +${more}`}`] : [];
      });
      assert.deepEqual(told, expected);
      assert.equal(
        notes.some((note) => note.what === 'near-miss'),
        expected.length > 0,
      );
    });

  it('take time in proportion to the text', () => {
    for (const part of ['.. a::\n   :x: y\n', '```{a} b\n:x: y\n', '**UID**: ', '- ', 'REQ-', '   :x: y\n', 'A-'])
      for (const path of ['a.md', 'a.rst', 'req.yaml']) EXTRACTOR.extract(path, part.repeat(20_000));
  }).timeout(20_000);
});
