import assert from 'node:assert/strict';
import { readList } from '../../../src/formats/references/list.ts';
import type { ListGrammar, ListMember } from '../../../src/formats/references/list.ts';

interface Numbered extends ListMember {
  readonly parent: number;
  readonly part: number;
}

/** `1.2`, and `.3` of the parent before it. */
const NUMBERS: ListGrammar<Numbered> = {
  at(text, offset, _end, previous) {
    const match = /^(\d*)\.(\d+)(?!\w|\.\w)/u.exec(text.slice(offset));
    if (!match) return undefined;
    const parent = match[1] === '' ? previous?.parent : Number(match[1]);
    return parent === undefined ? undefined : { start: offset, end: offset + match[0].length, parent, part: Number(match[2]) };
  },
  between(first, last, place) {
    if (first.parent !== last.parent || last.part <= first.part) return undefined;
    return Array.from({ length: last.part - first.part - 1 }, (_, index) => ({
      ...place,
      parent: first.parent,
      part: first.part + 1 + index,
    }));
  },
};

function said(text: string): string {
  const { members, end, open, fault } = readList(text, 0, text.length, NUMBERS);
  const names = members.map(({ parent, part, between }) => `${parent}.${part}${between ? '?' : ''}`);
  const rest = text.slice(end);
  return [
    names.join(' '),
    ...(open ? [`open ${text.slice(open.start, open.end)}`] : []),
    ...(fault ? [`${fault.kind} ${text.slice(fault.start, fault.end)}`] : []),
    ...(rest ? [`rest ${rest}`] : []),
  ].join(' | ');
}

const CASES: readonly (readonly [text: string, expected: string])[] = [
  ['1.1', '1.1'],
  ['1.1, 2.3', '1.1 2.3'],
  ['1.1,2.3', '1.1 2.3'],
  ['1.1 and 1.2', '1.1 1.2'],
  ['1.1, 1.2, and 1.3', '1.1 1.2 1.3'],
  ['1.1 & 1.2', '1.1 1.2'],
  ['1.1 + 1.2', '1.1 1.2'],
  ['1.1; 1.2', '1.1 1.2'],
  ['1.1 | 1.2', '1.1 1.2'],
  ['1.1/1.2', '1.1 1.2'],
  ['1.1 / 1.2', '1.1 1.2'],
  ['1.1 1.2', '1.1 1.2'],
  ['1.1, .2', '1.1 1.2'],
  ['1.1-1.4', '1.1 1.2? 1.3? 1.4'],
  ['1.1 – 1.3', '1.1 1.2? 1.3'],
  ['1.1..1.3, 2.1', '1.1 1.2? 1.3 2.1'],
  ['1.1 to 1.2', '1.1 1.2'],
  ['1.1 through 1.3', '1.1 1.2? 1.3'],
  ['1.1-2.3', '1.1 | range -2.3 | rest -2.3'],
  ['1.3-1.1', '1.3 | range -1.1 | rest -1.1'],
  ['1.1 or 1.2', '1.1 | or or 1.2 | rest  or 1.2'],
  ['1.1, or 1.2', '1.1 | or , or 1.2 | rest , or 1.2'],
  ['1.1 boils', '1.1 | rest  boils'],
  ['1.1 - the water', '1.1 | rest  - the water'],
  ['1.1 and the rest', '1.1 | open and | rest  and the rest'],
  ['1.1,', '1.1 | open , | rest ,'],
  ['1.1 android', '1.1 | rest  android'],
  ['1.1\n1.2', '1.1 | rest \n1.2'],
  ['boil', ' | rest boil'],
  ['', ''],
];

describe('a list of references', () => {
  for (const [text, expected] of CASES) it(JSON.stringify(text), () => assert.equal(said(text), expected));

  it('ends where it is told to', () => {
    assert.equal(readList('1.1, 1.2', 0, 6, NUMBERS).members.length, 1);
  });

  it('goes on from the member before it', () => {
    const before = { start: 0, end: 0, parent: 4, part: 1 };
    assert.deepEqual(readList('.2', 0, 2, NUMBERS, before).members, [{ start: 0, end: 2, parent: 4, part: 2 }]);
  });
});
