/** A way to write requirements that no notation reads. */
export interface ForeignFormat {
  /** As people call it, behind "requirements in". */
  readonly name: string;
  readonly globs: readonly string[];
  /** What stands in a file of it that holds requirements, and in hardly any other file of these globs. */
  readonly sign: RegExp;
}

/** A form in which a document that the house reads may hold requirements all the same. */
export interface ForeignMark {
  readonly name: string;
  /** Every place of it in a text; the group `id` is what to underline. */
  readonly pattern: RegExp;
}

/** Prefixes that everybody gives to requirements alone, among others: `REQ-1`, `SWE-REQ-12`, `FR_1.2`, `REQ-TRAQ-SWL-9`. */
const ID = String.raw`(?:[A-Z][A-Z0-9]{0,15}[-_]){0,4}(?:REQS?|N?FR|FREQ|[A-Z]{0,4}SRS|SWR|SYSR|SWREQ|SYSREQ|HLR|LLR|URS|SRD)(?:[-_][A-Z][A-Z0-9]{0,15}){0,4}[-_]?\d[\d.]{0,10}[a-z]?`;
/** What may stand before an id at the beginning of a line of reStructuredText, AsciiDoc, Org or a plain text, and directly around it. */
const BEFORE = String.raw`^[ \t]*(?:(?:[=#*+.|-]{1,6}|\d{1,3}[.)]|\* -|\.\.)[ \t]*)?(?:\*{1,2}|\x60{1,2}|\[{1,2}#?|_)?`;
const BEHIND = String.raw`(?:\*{1,2}|\x60{1,2}|\]{1,2})?(?:[ \t]*[:|–—]|[ \t]+-[ \t]|[ \t]+\p{Lu}|[ \t]*$)`;
const LED_BY_ID = new RegExp(`${BEFORE}${ID}${BEHIND}`, 'mu');
/** `id: REQ-1`, `"uid": "SYS_12"`, `id = "FR-1"`; or a key that is one, `REQ-1: …`. */
const ID_VALUE = new RegExp(
  String.raw`^[\s{-]*["']?(?:(?:id|uid|ID|UID|identifier|req_?id|reqId)["']?\s*[:=]\s*["']?[A-Z][A-Z0-9]{0,15}(?:[-_.][A-Z][A-Z0-9]{0,15}){0,4}[-_]\d|${ID}["']?\s*[:=])`,
  'mu',
);
/** `req~boil~1` of OpenFastTrace alone on its line, or as the id of an AsciiDoc item. */
const ITEM_OF_OFT = /^[ \t]*\x60?[a-z]{2,12}~[\w.-]{1,80}~\d{1,6}\x60?[ \t]*$|\bsid[ \t]*=[ \t]*"?[a-z]{2,12}~/mu;

const TEXTS = ['**/*.{rst,rest}'];
const ASCIIDOC = ['**/*.{adoc,asciidoc}'];
/** Files of data of any other name are too many to look into. */
const NAMES = '{req,reqs,requirement,requirements,Requirements,REQUIREMENTS,srs,SRS}';
const DATA = '{yaml,yml,toml,json}';

/**
 * The formats that are told when they are met, so that requirements in them are not passed over in silence. A row is deleted when a notation comes that reads
 * the format. Of several that fit a file the first is the one.
 */
export const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { name: 'OpenFastTrace', globs: [...TEXTS, ...ASCIIDOC], sign: ITEM_OF_OFT },
  { name: 'SysML', globs: ['**/*.sysml'], sign: /^[ \t]*requirement[ \t]+(?:def[ \t]+)?[<'\w]/mu },
  { name: 'reStructuredText', globs: TEXTS, sign: LED_BY_ID },
  { name: 'Org', globs: ['**/*.org'], sign: LED_BY_ID },
  { name: 'plain text', globs: ['**/*{req,Req,REQ,srs,SRS,prd,PRD}*.txt'], sign: LED_BY_ID },
  { name: 'YAML, TOML or JSON', globs: [`**/${NAMES}.${DATA}`, `**/*[-_.]${NAMES}.${DATA}`, `**/${NAMES}/**/*.${DATA}`], sign: ID_VALUE },
];

/** True for a text of which a heading, an item or a row begins with an id as only requirements have it: `== REQ-1: Boil`. */
export function isLedById(text: string): boolean {
  return LED_BY_ID.test(text);
}

/** Forms of foreign formats in Markdown and in whatever else the project has the house read. */
export const FOREIGN_MARKS: readonly ForeignMark[] = [{ name: 'StrictDoc', pattern: /^\*\*UID:\*\*[ \t]*(?<id>[A-Z]\S*\d\S*)/gmu }];
