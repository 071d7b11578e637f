import assert from 'node:assert/strict';
import { readSections } from '../../../../../../src/formats/notations/house/document/outline.ts';
import { bindingSentences } from '../../../../../../src/formats/notations/house/requirements/nearMisses/normative.ts';
import { Requirements } from '../../../../../../src/formats/notations/house/assembly/requirements.ts';
import { declaredRequirement } from '../../../../../../src/formats/notations/house/requirements/headingRequirement.ts';
import { readItemRequirement } from '../../../../../../src/formats/notations/house/requirements/itemRequirement.ts';
import { sourceOf } from '../../../../../support/formats/documentSource.ts';

/** The words of what is reported; headings with ids are the requirements. */
function sentences(text: string): string[] {
  const source = sourceOf(text);
  const sections = readSections(source, {}, false);
  const owners = new Requirements('docs/launch.md');
  for (const section of sections) {
    const { heading, reading } = section;
    if (heading && reading.kind === 'requirement') owners.add(declaredRequirement(section, heading, reading), section);
    for (const { words } of section.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))) {
      if (words.leads) owners.add(readItemRequirement(words.item, words.leads.lead, source.terms).found, words.item);
    }
  }
  return bindingSentences(sections, owners, source).map((nearMiss) => nearMiss.text);
}

describe('Binding sentences', () => {
  const cases: [text: string, expected: string[]][] = [
    ['# A\n\nIt MUST pay.\n', []],
    ['# A\n\nIt MUST pay.\n\n# REQ-1: B\n\nIt MUST too.\n', ['It MUST pay.']],
    ['# A\n\nMUST is as in RFC 2119.\n\n- [x] It SHALL pay\n', ['[x] It SHALL pay']],
    ['# A\n\nMUST is as in RFC 2119.\n\n- a\n\n  It MUST\n  pay\n', ['It MUST pay']],
    ['# A\n\n<!-- reqtrace-ignore-next-line -->\nIt MUST pay.\n\n# REQ-1: B\n', []],
    ['# A\n\nIt must pay.\n\n# REQ-1: B\n', []],
    ['# REQ-1: B\n\n# A\n\n- **FR-1**: It MUST pay\n\n  - It MUST count\n\n- It MUST end\n', ['It MUST end']],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.deepEqual(sentences(text), expected));

  it('are shown shortened', () => {
    const [words] = sentences(`# A\n\nIt MUST ${'pay '.repeat(40)}\n\n# REQ-1: B\n`);
    assert.equal(words?.length, 61);
  });
});
