import type { NotationFiles } from '../../notation/notation.ts';

/** What files of requirements are called, in the languages of the headers; a file of another name is not looked into, as data files may be large and many. */
const NAMES = [
  'req',
  'reqs',
  'requirement',
  'requirements',
  'srs',
  'story',
  'stories',
  'userstories',
  'anforderung',
  'anforderungen',
  'requisitos',
  'requerimientos',
  'exigences',
  'requisiti',
];
const SCRIPTS = ['需求', '要求', '要件', '요구사항', 'требования', 'Требования'];
const FOLDERS = ['requirements', 'reqs', 'Requirements'];
const cased = NAMES.flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()]);

/** Names in three letter cases each would be hundreds of globs, which every start of the program would pay for: endings are globs, names an expression. */
const FILE = '**/*.{csv,tsv,CSV,TSV}';
/** `Requirements.csv`, `shop_req-2.tsv`, and any table in a folder `requirements`. */
const NAMED = new RegExp(
  `(?:^|/)(?:[^/]*[-_. ])?(?:${cased.join('|')})(?:[-_. ][^/]*)?\\.\\w+$|(?:${SCRIPTS.join('|')})[^/]*\\.\\w+$|(?:^|/)(?:${FOLDERS.join('|')})/`,
);
/** What lies among tests is data for them. */
const DATA = '{test,tests,Tests,__tests__,fixtures,testdata,test-data}';

/** The files that may hold a table of requirements each. */
export const FILES: readonly NotationFiles[] = [
  { glob: FILE, carrier: 'csv', part: 'spec', only: NAMED },
  { glob: `**/${DATA}/**/*.{csv,tsv,CSV,TSV}`, carrier: 'csv', part: 'template' },
];
