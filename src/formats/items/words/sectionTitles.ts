/** Titles of sections in the ten languages in which most requirement documents are written; agents translate the English ones. */

const FUNCTIONAL = new RegExp(
  [
    String.raw`^(?:core |key |specific |user )?(?:functional )?requirements?$`,
    '^(?:funktionale )?anforderungen$',
    '^requisitos(?: funcionales| funcionais)?$',
    '^exigences(?: fonctionnelles)?$',
    '^requisiti(?: funzionali)?$',
    '^(?:функциональные )?требования$',
    '^(?:機能)?(?:要件|要求)$|^(?:功能)?(?:性)?需求$|^(?:기능(?:적)?\\s?)?요구\\s?사항$',
  ].join('|'),
  'iu',
);
const OTHER = new RegExp(
  [
    String.raw`^(?:non-?\s?functional|technical|quality) requirements?$|^nfrs?$`,
    String.raw`^nicht-?funktionale anforderungen$`,
    '^requisitos (?:no funcionales|não funcionais|técnicos)$',
    '^exigences non[- ]fonctionnelles$',
    '^requisiti non funzionali$',
    '^нефункциональные требования$',
    '^非機能(?:要件|要求)$|^非功能(?:性)?需求$|^비기능(?:적)?\\s?요구\\s?사항$',
  ].join('|'),
  'iu',
);

/** `## 2. Functional Requirements (FR):` without what numbers and ends it. */
export function bareTitle(title: string): string {
  return title
    .replace(/^\s*(?:\p{Extended_Pictographic}\u{FE0F}?\s*)?(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?/u, '')
    .replace(/\s*(?:\([^()]{0,40}\))?\s*[:：]?\s*$/u, '');
}

/** `FR` for a section of requirements, `NFR` for one of others than functional ones; undefined for every other title. */
export function requirementPrefix(title: string): 'FR' | 'NFR' | undefined {
  const bare = bareTitle(title);
  if (OTHER.test(bare)) return 'NFR';
  return FUNCTIONAL.test(bare) ? 'FR' : undefined;
}
