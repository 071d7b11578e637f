import { normalName } from '../../items/objectKinds.ts';

/** Which columns say what, by their names in normal form; of several that hold the same, the first that has a value counts. */
export interface Layout {
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly text: readonly string[];
  /** Columns with the IDs of what an item covers. */
  readonly covers: readonly string[];
  /** A column with other names of items, by which `covers` may go: the numbers of Jira beside its keys. */
  readonly other?: string;
  /** Other names of an ID that is a number: `AB#5`. */
  readonly aliases?: (number: string) => readonly string[];
  /** True where titles in further columns are of lower levels: *Title 1*, *Title 2*. */
  readonly isTree?: true;
  /** True for texts in HTML. */
  readonly isHtml?: true;
}

const PARENTS: readonly string[] = ['parent', 'parents', 'parentid', 'links', 'covers', 'satisfies', 'derivedfrom', 'tracesto'];

/** What tables of requirements call their columns where nothing else tells. */
export const USUAL: Layout = {
  id: [
    'id',
    'uid',
    'key',
    'reqid',
    'reqno',
    'requirementid',
    'requirementno',
    'requirementnumber',
    'objectid',
    'objectidentifier',
    'identifier',
    'iepuid',
    'puid',
    'no',
    'nr',
    'anforderungsid',
  ],
  title: ['title', 'name', 'summary', 'shorttext', 'objectheading', 'titel'],
  text: ['requirement', 'requirementtext', 'description', 'text', 'statement', 'objecttext', 'anforderung', 'beschreibung'],
  covers: PARENTS,
};

const AZURE: Layout = {
  id: ['id'],
  title: ['title'],
  text: ['description', 'acceptancecriteria'],
  covers: ['parent'],
  aliases: (number) => [`AB-${number}`, `AB#${number}`],
  isTree: true,
  isHtml: true,
};

/** The exports of trackers, by columns that only they have together. */
const TRACKERS: readonly { readonly columns: readonly RegExp[]; readonly layout: Layout }[] = [
  {
    columns: [/^issuekey$/u, /^summary$/u],
    layout: {
      id: ['issuekey'],
      title: ['summary'],
      text: ['description'],
      covers: ['parentkey', 'parent', 'parentid', 'customfieldepiclink', 'epiclink'],
      other: 'issueid',
    },
  },
  {
    columns: [/^key$/u, /^summary$/u, /^(?:issuetype|status|project|created)/u],
    layout: { id: ['key'], title: ['summary'], text: ['description'], covers: ['parentkey', 'parent', 'epiclink'] },
  },
  { columns: [/^id$/u, /^workitemtype$/u, /^title1?$/u], layout: AZURE },
  {
    columns: [/^number$/u, /^title$/u, /^(?:body|labels|labelsname|state|url|htmlurl)$/u],
    layout: {
      id: ['number'],
      title: ['title'],
      text: ['body'],
      covers: [],
      aliases: (number) => [`GH-${number}`, `#${number}`],
    },
  },
];

/** The tracker that exported columns of these names, if it is one that is known. */
export function trackerOf(header: readonly string[]): Layout | undefined {
  const names = header.map(normalName);
  return TRACKERS.find(({ columns }) => columns.every((column) => names.some((name) => column.test(name))))?.layout;
}
