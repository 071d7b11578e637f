/**
 * The words of Kiro's documents in the languages in which people have it write them. Its templates are English; a document in another language
 * translates headings and labels alike, and mixes them freely (`### 要件 1` with `#### Acceptance Criteria`).
 */

/** What one requirement is called, `### Requirement 1`, singular and plural, in any letter case. */
const REQUIREMENT_WORDS = [
  'Requirements?',
  'Anforderung(?:en)?',
  'Requisitos?',
  'Requisit[oi]',
  'Exigences?',
  'Требовани[ея]',
  '要件',
  '需求',
  '要求',
  '요구\\s?사항',
] as const;

/** How a list of criteria is headed: its last words, so that `Acceptance Criteria for Requirement 3` needs `for` behind them. */
const CRITERIA_WORDS = [
  'Acceptance\\s+Criteria',
  'Akzeptanzkriterien',
  'Criterios\\s+de\\s+aceptaci[oó]n',
  'Crit[eé]rios\\s+de\\s+aceita[cç][aã]o',
  "Crit[eè]res\\s+d['’]acceptation",
  'Criteri\\s+di\\s+accettazione',
  'Критерии\\s+при[её]мки',
  '受け?入れ?(?:基準|条件)',
  '[验驗]收[标標][准準]',
  '(?:인수|승인|수용)\\s*(?:기준|조건)',
] as const;

/** What leads the requirements that a property or a test shows to hold: `**Validates: Requirements 1.2**`. */
const VALIDATES_WORDS = [
  'Validat(?:es|ing|ed)',
  'Verifies',
  'Validiert',
  'Valid[ae]',
  'Valide',
  'Проверяет',
  '[验驗][证證]',
  '検証',
  '검증',
] as const;

/** A property of a design: `Property 3`. */
const PROPERTY_WORDS = [
  'Property',
  'Eigenschaft',
  'Propriedade',
  'Propiedad',
  'Propri[eé]t[eàé]',
  'Свойство',
  'プロパティ',
  '[属屬]性',
  '속성',
] as const;

const any = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** One of the words for a requirement, as a piece of a regular expression with the flags `iu`. */
export const REQUIREMENT = any(REQUIREMENT_WORDS);

/** One of the words that say that something is shown to hold. */
export const VALIDATES = any(VALIDATES_WORDS);

/** One of the words for a property of a design. */
export const PROPERTY = any(PROPERTY_WORDS);

const BEHIND = String.raw`(?:\s*[:：]|\s*$|\s+(?:for|of)\s|\s*[-–—(（]|\s+(?:adicionales|adicionais|supplémentaires|aggiuntivi|ulteriori)\s*[:：]?$)`;
/** Which criteria they are, before the words for them: `Additional Acceptance Criteria`, `追加の受け入れ基準`. */
const MORE = String.raw`(?:(?:additional|further|more|extra|other|supplementary|extended|remaining|weitere|zusätzliche|autres|ulteriori|дополнительные)\s+|(?:追加|その他)の|(?:其他|其它|附加|补充|補充)|추가\s*)`;
const CRITERIA = new RegExp(`^(?:#\\s*)?${MORE}?${any(CRITERIA_WORDS)}${BEHIND}`, 'iu');
const CRITERIA_HEADING = new RegExp(`^(?:[\\p{L}-]{1,20}\\s+){1,3}${any(CRITERIA_WORDS)}\\s*[:：]?$`, 'iu');
/** Words before those for criteria that say that there are none, or that they are another matter. */
const NO_CRITERIA =
  /^(?:no|not|without|missing|removed|obsolete|deprecated|former|old|previous|deferred|future|rejected|withdrawn|see|about|on|the)\s/iu;

/** True for a heading or a line that heads a list of criteria: `isCriteriaLabel('Acceptance Criteria:')`, `'Additional Acceptance Criteria'`. */
export function isCriteriaLabel(text: string): boolean {
  return CRITERIA.test(text.trim());
}

const FURTHER = new RegExp(
  `^(?:#\\s*)?(?:${MORE}${any(CRITERIA_WORDS)}|${any(CRITERIA_WORDS)}\\s+(?:adicionales|adicionais|supplémentaires|aggiuntivi|ulteriori))`,
  'iu',
);

/** True for a label of criteria that come on top of others: *Additional Acceptance Criteria*. */
export function isFurther(label: string): boolean {
  return FURTHER.test(label.trim());
}

/** True for a heading, or a bold line alone, that heads a list of criteria in words of its own as well: `Happy Path Acceptance Criteria`. */
export function isCriteriaHeading(text: string): boolean {
  const title = text.trim();
  return CRITERIA.test(title) || (CRITERIA_HEADING.test(title) && !NO_CRITERIA.test(title));
}

const REQUIREMENTS_HEADING = new RegExp(`^(?:\\d+\\.?\\s*)?(?:Functional\\s+)?${REQUIREMENT}(?:一覧)?\\s*[:：]?$`, 'iu');

/** True for the heading above all requirements of a document: `## Requirements`, `## Functional Requirements`. */
export function isRequirementsHeading(title: string): boolean {
  return REQUIREMENTS_HEADING.test(title.trim());
}
