import assert from 'node:assert/strict';
import type { FindingCode } from '../../../src/model/finding.ts';
import { indexOfTexts } from '../../support/diffStates.ts';
import type { Files } from '../../support/diffStates.ts';
import { fixesOf, told } from '../../support/index/build.ts';

const design = (revision: number, needs = 'Needs: impl, utest'): string => `# Boil\n\`dsn~boil~${revision}\`\n\nText.\n\n${needs}\n`;

/** Findings of the codes in all files: `src/a.ts 1:4 stale-link: …`, with the text that each fix writes behind. */
function findings(files: Files, codes: readonly FindingCode[]): string[] {
  return indexOfTexts(files)
    .allFindings()
    .filter(({ code }) => codes.includes(code))
    .flatMap((finding) => [
      `${finding.path} ${finding.code} ${told(finding).replace(/^\d+/u, (line) => String(Number(line) + 1))}`,
      ...fixesOf(finding).map((fix) => `  ${fix}`),
    ]);
}

// @verifies RT-4.2/AC27
describe('a link for another revision', () => {
  const cases: readonly [what: string, files: Files, expected: readonly string[]][] = [
    ['of the present revision', { 'docs/design.md': design(2), 'src/a.c': '// [impl->dsn~boil~2]\n' }, []],
    [
      'of an older revision, also where its digits sort behind',
      { 'docs/design.md': design(10), 'src/a.c': '// [impl->dsn~boil~9]\n' },
      [
        'src/a.c stale-link 1:10 This is for revision 9, and dsn~boil~10 has revision 10 now. Check that it still holds, then raise the revision here',
        '  Change to revision 10 of dsn~boil~10: dsn~boil~10',
      ],
    ],
    [
      'of a newer revision',
      { 'docs/design.md': design(2), 'src/a.c': '// [impl->dsn~boil~3]\n' },
      [
        'src/a.c predated-link 1:10 This is for revision 3, but dsn~boil~2 has only revision 2. Correct the revision here, or raise that of the item',
        '  Change to revision 2 of dsn~boil~2: dsn~boil~2',
      ],
    ],
    [
      'between documents',
      {
        'docs/design.md': `${design(2)}Covers:\n* req~a~1\n* req~b~3\n`,
        'docs/req.md': '`req~a~2`\nNeeds: dsn\n\n`req~b~2`\nNeeds: dsn\n',
      },
      [
        'docs/design.md stale-link 8:2 This is for revision 1, and req~a~2 has revision 2 now. Check that it still holds, then raise the revision here',
        '  Change to revision 2 of req~a~2: req~a~2',
        'docs/design.md predated-link 9:2 This is for revision 3, but req~b~2 has only revision 2. Correct the revision here, or raise that of the item',
        '  Change to revision 2 of req~b~2: req~b~2',
      ],
    ],
    [
      'of a rule of tracey',
      { 'docs/spec.md': 'r[a.one+2]\nOne.\n', 'src/a.rs': '// r[impl a.one]\nfn a() {}\n// r[verify a.one+3]\nfn b() {}\n' },
      [
        'src/a.rs stale-link 1:3 This is for revision 1, and a.one+2 has revision 2 now. Check that it still holds, then raise the revision here',
        '  Change to revision 2 of a.one+2: r[impl a.one+2]',
        'src/a.rs predated-link 3:3 This is for revision 3, but a.one+2 has only revision 2. Correct the revision here, or raise that of the item',
        '  Change to revision 2 of a.one+2: r[verify a.one+2]',
      ],
    ],
    [
      'a pin has no order, so it is never one for later',
      { 'docs/plan.md': '## REQ-1: A\n\nText.\n', 'src/a.ts': '// @implements REQ-1~999999\nexport function a() {}\n' },
      ['src/a.ts stale-link'],
    ],
  ];
  for (const [what, files, expected] of cases) {
    it(what, () => {
      const found = findings(files, ['stale-link', 'predated-link']);
      const last = expected.at(-1) ?? '';
      if (last.endsWith('-link'))
        assert.deepEqual(
          found.filter((line) => !line.startsWith('  ')).map((line) => line.slice(0, last.length)),
          expected,
        );
      else assert.deepEqual(found, expected);
    });
  }
});

// @verifies RT-4.2/AC28
describe('unwanted-link', () => {
  const tag = (type: string): Files => ({ 'src/a.c': `// [${type}->dsn~boil~1]\n` });
  const said = (type: string, needs: string): string => `src/a.c unwanted-link 1:${8 + type.length - 2} dsn~boil~1 does not need ${needs}`;
  const cases: readonly [what: string, files: Files, expected: readonly string[]][] = [
    ['a type that is needed', { 'docs/design.md': design(1), ...tag('impl') }, []],
    [
      'a type that is not needed',
      { 'docs/design.md': design(1), ...tag('itest') },
      [said('itest', 'this link (itest), which does not count. It needs implements, utest')],
    ],
    [
      'of an item that needs nothing',
      { 'docs/design.md': design(1, ''), ...tag('impl') },
      [said('impl', 'anything, so this link (implements) does not count')],
    ],
    ['of an item that was rejected', { 'docs/design.md': design(1, 'Status: rejected\n\nNeeds: impl'), ...tag('itest') }, []],
    [
      'an item of a level that is not needed, through two lists',
      {
        'docs/design.md': `${design(1)}Covers:\n* req~a~1\n* req~b~1\n`,
        'docs/req.md': '`req~a~1`\nNeeds: arch, dsn\n\n`req~b~1`\nNeeds: arch\n',
      },
      ['docs/design.md unwanted-link 9:2 req~b~1 does not need this link (dsn), which does not count. It needs arch'],
    ],
    [
      'a forward to a level that nobody asked for',
      { 'docs/req.md': '`req~a~1`\nNeeds: dsn\n', 'docs/design.md': '* `arch --> dsn : req~a~1`\n' },
      ['docs/design.md unwanted-link 1:18 req~a~1 does not need this link (arch), which does not count. It needs dsn'],
    ],
    [
      'a tag that is an item itself',
      { 'docs/design.md': design(1), 'src/a.c': '// [arch->dsn~boil~1>>utest]\n' },
      ['src/a.c unwanted-link 1:10 dsn~boil~1 does not need this link (arch), which does not count. It needs implements, utest'],
    ],
    [
      'a requirement of the house with needs of its own',
      { 'docs/a.md': '## REQ-1: A\n\n**Needs**: verifies\n', 'src/a.c': '// @implements REQ-1\nvoid a() {}\n' },
      [],
    ],
    [
      'a success criterion of spec-kit',
      {
        'specs/001-a/spec.md': '# Feature Specification: A\n\n- **SC-001**: Fast\n',
        'src/a.ts': '// @implements 001-a#SC-001\nexport const a = 1;\n',
      },
      [],
    ],
  ];
  for (const [what, files, expected] of cases) it(what, () => assert.deepEqual(findings(files, ['unwanted-link']), expected));

  it('comes and goes with the needs of the item in another document', () => {
    const code = { 'src/a.c': '// [itest->dsn~boil~1]\n' };
    const all = (needs: string): string[] => findings({ 'docs/design.md': design(1, needs), ...code }, ['unwanted-link']);
    assert.equal(all('Needs: impl').length, 1);
    assert.equal(all('Needs: itest').length, 0);
  });
});
