import type { Configuration } from '../../../model/configuration.ts';
import type { NotationFiles } from '../../notation/notation.ts';

/** What files of requirements and exports of trackers are called; others are not looked into, since data files may be large and many. */
const REQUIREMENTS =
  'reqs?|requirements?|srs|stor(?:y|ies)|userstor(?:y|ies)|spec|specs|specification|lastenheft|pflichtenheft|anforderung(?:en)?|requisitos?|requerimientos?|exigences?|requisiti';
const TRACKERS = 'jira|azure|devops|azuredevops|ado|workitems?|issues|backlog';
const SCRIPTS = '需求|要求|要件|요구사항|[тТ]ребования';
const FOLDERS = 'requirements|reqs|customer|delivery|deliveries';

/** Those that no other word ends in, so that they may stand within one: `SystemRequirements`. */
const LONG = 'requirements?|specification|lastenheft|pflichtenheft|anforderungen';

function named(names: string, rest: string): RegExp {
  return new RegExp(`(?:^|/)(?:[^/]*[-_. \\d])?(?:${names})(?:[-_. \\d][^/]*)?\\.\\w+$|${rest}`, 'iu');
}

const WORKBOOK = '**/*.{xlsx,xlsm,XLSX,XLSM}';
/** What lies among tests is data for them. */
const DATA = '{test,tests,Tests,__tests__,fixtures,testdata,test-data}';

/** The files that may hold requirements each. */
export const FILES: readonly NotationFiles[] = [
  {
    glob: WORKBOOK,
    carrier: 'text',
    part: 'spec',
    namespace: 'file',
    only: named(
      `${REQUIREMENTS}|${TRACKERS}`,
      `(?:^|/)[^/]*(?:${LONG})(?:[-_. \\d][^/]*)?\\.\\w+$|(?:${SCRIPTS})[^/]*\\.\\w+$|(?:^|/)(?:${FOLDERS})/`,
    ),
  },
  { glob: '**/*.{csv,CSV}', carrier: 'csv', part: 'spec', namespace: 'file', only: named(TRACKERS, '(?!)') },
  { glob: `**/${DATA}/**/*.{xlsx,xlsm,XLSX,XLSM}`, carrier: 'text', part: 'template' },
];

/** The files that the configuration names, whatever they are called. */
export function filesOf({ sheets }: Configuration): readonly NotationFiles[] {
  return sheets.map(({ files: glob }) => ({ glob, carrier: 'csv', part: 'spec', namespace: 'file' }));
}
