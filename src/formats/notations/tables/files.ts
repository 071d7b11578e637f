import type { NotationFiles } from '../../notation.ts';

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
const ALL = `{${cased.join(',')}}`;
const ENDS = '{csv,tsv,CSV,TSV}';

/** What lies among tests is data for them. */
const DATA = '{test,tests,Tests,__tests__,fixtures,testdata,test-data}';

const SPECS: readonly NotationFiles[] = [
  `**/${ALL}.${ENDS}`,
  `**/*[-_. ]${ALL}.${ENDS}`,
  `**/${ALL}[-_. ]*.${ENDS}`,
  `**/*[-_. ]${ALL}[-_. ]*.${ENDS}`,
  `**/*{${SCRIPTS.join(',')}}*.${ENDS}`,
  `**/{${FOLDERS.join(',')}}/**/*.${ENDS}`,
].map((glob) => ({ glob, carrier: 'csv', part: 'spec' }));

/** The files that may hold a table of requirements each. */
export const FILES: readonly NotationFiles[] = [...SPECS, { glob: `**/${DATA}/**/*.${ENDS}`, carrier: 'csv', part: 'template' }];
