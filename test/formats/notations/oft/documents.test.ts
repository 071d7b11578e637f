import assert from 'node:assert/strict';
import { NOTATIONS } from '../../../../src/formats/notations/registry.ts';
import { readExample } from '../../../support/notations/pages.ts';

function read(lines: readonly string[], path = 'doc/spec.md'): readonly string[] {
  return readExample({ path, text: lines.join('\n'), read: '' }, NOTATIONS)
    .trimEnd()
    .split('\n');
}

type Case = readonly [what: string, lines: readonly string[], facts: readonly string[]];

const ITEMS: readonly Case[] = [
  [
    'an id between backticks',
    ['`req~boil~1`', '', 'Needs: dsn'],
    ['1 requirement req~boil req~boil (needs dsn)', '3 attribute Needs: dsn'],
  ],
  ['an id alone', ['req~boil~1'], ['1 requirement req~boil req~boil (needs nothing)']],
  ['an id with an anchor behind', ['req~boil~1<a id="x"></a>'], ['1 requirement req~boil req~boil (needs nothing)']],
  ['a name in any script', ['req~öäüß.9~1'], ['1 requirement req~öäüß.9 req~öäüß.9 (needs nothing)']],
  ['a name that ends in a hyphen', ['req~boil-~42'], ['1 requirement req~boil- req~boil- (needs nothing)']],
  ['a title', ['# Boil', '', '`req~boil~1`'], ['1 requirement req~boil Boil (needs nothing)']],
  ['a title that is underlined', ['Boil', '====', '`req~boil~1`'], ['1 requirement req~boil Boil (needs nothing)']],
  [
    'two under one title, which is that of the first',
    ['# Boil', '`req~a~1`', '`req~b~1`'],
    ['1 requirement req~a Boil (needs nothing)', '3 requirement req~b req~b (needs nothing)'],
  ],
  ['a title with text between', ['# Boil', 'Soon.', '', '`req~boil~1`'], ['4 requirement req~boil req~boil (needs nothing)']],
  [
    'what is rejected',
    ['`req~a~1`', 'Status: rejected', 'Needs: dsn'],
    ['1 requirement req~a req~a (needs dsn) (exempt)', '2 attribute Status: rejected', '3 attribute Needs: dsn'],
  ],
  ['what is a draft', ['`req~a~1`', 'Status: draft'], ['1 requirement req~a req~a (needs nothing)', '2 attribute Status: draft']],
  [
    'needs as a list',
    ['`req~a~1`', 'Needs:', '* impl', '+ **utest**', '', '* itest'],
    ['1 requirement req~a req~a (needs implements, utest)'],
  ],
  [
    'covered items as a list, with empty lines in it',
    ['`dsn~a~1`', 'Covers:', '* `req~a~1`', '', '- [Boil](#boil) (`req~b~2`)', '   * req~c~3', 'Needs: impl'],
    [
      '1 requirement dsn~a dsn~a (needs implements)',
      '3 covers req~a~1',
      '5 covers req~b~2',
      '5 links to #boil',
      '6 covers req~c~3',
      '7 attribute Needs: impl',
    ],
  ],
  [
    'tags as a list',
    ['`req~a~1`', 'Tags:', '* hot', '* very hot'],
    ['1 requirement req~a req~a (needs nothing)', '3 attribute Tags: hot', '4 attribute Tags: very hot'],
  ],
  [
    'what stands in the line of a list',
    ['`dsn~a~1`', 'Covers: req~a~1'],
    [
      '1 requirement dsn~a dsn~a (needs nothing)',
      '2 malformed-annotation OpenFastTrace does not read what comes after "Covers:". Write a list of IDs on the lines below, such as "* req~boil~1"',
    ],
  ],
  [
    'needs that are none',
    ['`req~a~1`', 'Needs: impl; utest'],
    ['1 requirement req~a req~a (needs nothing)', '2 malformed-annotation OpenFastTrace does not read this value of "Needs:"'],
  ],
  ['an end at the next title', ['`req~a~1`', '# Other', 'Needs: dsn'], ['1 requirement req~a req~a (needs nothing)']],
  [
    'a forward',
    ['* `arch --> dsn, impl : req~a~1`'],
    ['1 requirement arch~a req~a → dsn, impl (needs dsn, implements)', '1 covers req~a~1'],
  ],
  [
    'a forward that ends an item',
    ['`dsn~b~1`', 'Needs: impl', 'dsn-->impl:req~a~1', 'Needs: utest'],
    [
      '1 requirement dsn~b dsn~b (needs implements)',
      '2 attribute Needs: impl',
      '3 requirement dsn~a req~a → impl (needs implements)',
      '3 covers req~a~1',
    ],
  ],
  [
    'an id that comes twice',
    ['`req~a~1`', '', '`req~a~2`'],
    ['1 requirement req~a req~a (needs nothing)', '3 duplicate-id req~a is defined twice in this document. Renumber the second definition'],
  ],
];

const NONE: readonly Case[] = [
  ['in the middle of a line', ['See `req~boil~1`.'], []],
  ['of a type with a digit', ['`req1~boil~1`'], []],
  ['of a type with an umlaut', ['`räq~boil~1`'], []],
  ['of a name that begins with a digit', ['`req~4boil~1`'], []],
  ['of a name that begins with an underscore', ['`req~_boil~1`'], []],
  ['of a name with an empty part', ['`req~foo..a~0`'], []],
  ['of a name that ends in a full stop', ['`req~foo.~1`'], []],
  ['without a revision', ['`req~boil`'], []],
  ['in a fence', ['```', '`req~boil~1`', '```'], []],
  ['right behind a title in a fence', ['# Boil', '```', 'req~boil~1', '```'], []],
  ['between oft:off and oft:on', ['<!-- oft:off -->', '`req~boil~1`', '<!-- oft:on -->'], []],
  ['where ReqTrace is switched off', ['<!-- reqtrace-ignore-next-line -->', '`req~boil~1`'], []],
];

// @verifies RT-1.4/AC18~4bbead
describe('an item of OpenFastTrace', () => {
  for (const [what, lines, expected] of ITEMS) it(`is ${what}`, () => assert.deepEqual(read(lines).toSorted(), expected.toSorted()));
  for (const [what, lines] of NONE)
    it(`is none ${what}`, () =>
      assert.deepEqual(
        read(lines).filter((line) => /requirement \w+~|covers/u.test(line)),
        [],
      ));

  it('is read after a fence that stands right behind a title', () => {
    const lines = ['# Boil', '```', 'code', '```', '# Cool', '`req~cool~1`'];
    assert.ok(read(lines).includes('5 requirement req~cool Cool (needs nothing)'));
  });

  it('is read in reStructuredText that the configuration names, with its titles', () => {
    const configuration = 'documents: ["**/*.rst"]\n';
    const text = 'Boil\n~~~~\n\n`req~boil~1`\n\nNeeds: dsn\n\n.. oft:off\n\n`req~not~1`\n';
    const facts = readExample({ path: 'doc/a.rst', text, configuration, read: '' }, NOTATIONS);
    assert.ok(facts.includes('1 requirement req~boil Boil (needs dsn)\n'), facts);
    assert.ok(!facts.includes('requirement req~not'), facts);
  });

  it('takes time linear in a line of letters', () =>
    assert.deepEqual(read([`\`req~a~1\`${'a'.repeat(200_000)} --> ${'b'.repeat(200_000)}`]), [
      '1 requirement req~a req~a (needs nothing)',
    ]));
});
