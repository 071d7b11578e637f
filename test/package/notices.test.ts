import assert from 'node:assert/strict';
import { noticesOf } from '../../esbuild.notices.mjs';
import { folders } from '../support/workspace/folder.ts';

const make = folders();
const MIT = { name: 'tea', version: '1.2.3', license: 'MIT' };

describe('the notices of what is bundled', () => {
  const cases: readonly (readonly [what: string, files: Readonly<Record<string, string>>, told: RegExp])[] = [
    ['a text called LICENSE', { LICENSE: 'Copyright (c) Ann' }, /^tea 1\.2\.3 \(MIT\)\n\nCopyright \(c\) Ann$/mu],
    ['one spelled LICENCE', { LICENCE: 'Copyright (c) Ann' }, /^Copyright \(c\) Ann$/mu],
    ['one in small letters with an ending', { 'license.md': 'Copyright (c) Ann' }, /^Copyright \(c\) Ann$/mu],
    ['one called after the licence', { 'LICENSE-MIT': 'Copyright (c) Ann' }, /^Copyright \(c\) Ann$/mu],
    ['one called COPYING', { COPYING: 'Copyright (c) Ann' }, /^Copyright \(c\) Ann$/mu],
    ['the first of several', { 'LICENSE-APACHE': 'Copyright (c) Ann', 'LICENSE-MIT': 'Copyright (c) Bob' }, /^Copyright \(c\) Ann$/mu],
    ['lines that end as in Windows', { LICENSE: 'MIT\r\n\r\nCopyright (c) Ann\r\n' }, /^MIT\n\nCopyright \(c\) Ann$/mu],
    ['a code file of that name', { 'licenses.js': '', LICENSE: 'Copyright (c) Ann' }, /^Copyright \(c\) Ann$/mu],
    [
      'no text, and an author',
      { 'package.json': JSON.stringify({ ...MIT, author: 'Bob' }) },
      /^Copyright \(c\) Bob\n\nPermission is hereby granted/mu,
    ],
    [
      'no text, and an author with an address',
      { 'package.json': JSON.stringify({ ...MIT, license: 'ISC', author: { name: 'Bob', email: 'b@x' } }) },
      /^Copyright \(c\) Bob\n\nPermission to use, copy/mu,
    ],
    [
      'a name with a scope',
      { 'package.json': JSON.stringify({ ...MIT, name: '@tea/pot' }), LICENSE: 'x' },
      /^@tea\/pot 1\.2\.3 \(MIT\)$/mu,
    ],
  ];
  for (const [what, files, told] of cases)
    it(`have a package with ${what}`, () => {
      const folder = make({ 'node_modules/tea/package.json': JSON.stringify(MIT), 'node_modules/tea/index.js': '' });
      for (const [name, text] of Object.entries(files)) folder.write(`node_modules/tea/${name}`, text);
      assert.match(noticesOf({ inputs: inputs(folder.at('node_modules/tea/index.js')) }), told);
    });

  it('have each package once, also one within another and in two versions, in order of names', () => {
    const packages = ['zoo', '@a/tea', 'zoo/node_modules/tea', 'tea'];
    const folder = make(
      Object.fromEntries(
        packages.flatMap((name, at) => [
          [
            `node_modules/${name}/package.json`,
            JSON.stringify({ ...MIT, name: name.replace(/^.*node_modules\//u, ''), version: `${at}.0.0` }),
          ],
          [`node_modules/${name}/LICENSE`, 'Copyright'],
        ]),
      ),
    );
    const files = packages.flatMap((name) => ['index.js', 'lib/a.js'].map((file) => folder.at(`node_modules/${name}/${file}`)));
    const notices = noticesOf({ inputs: inputs(...files, folder.at('src/own.ts')) });
    assert.deepEqual(notices.match(/^\S+ \d\.0\.0 \(MIT\)$/gmu), [
      '@a/tea 1.0.0 (MIT)',
      'tea 2.0.0 (MIT)',
      'tea 3.0.0 (MIT)',
      'zoo 0.0.0 (MIT)',
    ]);
  });

  for (const [what, manifest, told] of [
    ['names no licence', { name: 'tea', version: '1.0.0' }, /names no licence/u],
    ['names licences in an old way', { name: 'tea', version: '1.0.0', licenses: [{ type: 'MIT' }] }, /names no licence/u],
    ['brings no text of one that has names in it', { ...MIT, license: 'BSD-3-Clause' }, /brings no text of its licence, BSD-3-Clause/u],
    ['has its licence elsewhere', { ...MIT, license: 'SEE LICENSE IN terms.txt' }, /brings no text of its licence/u],
  ] as const)
    it(`end a build with a package that ${what}`, () => {
      const folder = make({ 'node_modules/tea/package.json': JSON.stringify(manifest), 'node_modules/tea/index.js': '' });
      assert.throws(() => noticesOf({ inputs: inputs(folder.at('node_modules/tea/index.js')) }), told);
    });
});

function inputs(...files: readonly string[]) {
  return Object.fromEntries(files.map((file) => [file, { bytes: 0, imports: [] }]));
}
