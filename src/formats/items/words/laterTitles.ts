/**
 * Titles of sections in which nobody has to build anything now, in the ten languages in which most requirement documents are written: English, Chinese,
 * German, Spanish, Portuguese, French, Japanese, Korean, Russian, Italian.
 */

/** In small letters: words that say it wherever they are in a title. */
const SURE = new RegExp(
  [
    String.raw`\b(?:out[- ]of[- ]scope|not in scope|non-?goals?|won['’]?t[- ](?:have|do)|post-mvp)\b`,
    '范围(?:之)?外|超出范围|不在(?:本次)?范围|非目标|範圍外|非目標',
    String.raw`\baußerhalb des (?:projekt)?(?:umfangs|geltungsbereichs)\b|\bnicht im (?:umfang|scope)\b|\bnicht-?ziele\b`,
    String.raw`\bfuera del? alcance\b|\bno objetivos\b`,
    String.raw`\bfora d[eo] (?:escopo|âmbito)\b|(?<!\p{L})não[- ]objetivos\b`,
    String.raw`\bhors (?:du )?(?:périmètre|scope|champ)(?!\p{L})|\bnon[- ]objectifs\b`,
    '(?:範囲|対象|スコープ)外|非目標',
    '범위\\s?(?:외|밖)|비목표',
    String.raw`(?<!\p{L})(?:вне (?:области|рамок|скоупа)|не входит в|не[- ]?цели)(?!\p{L})`,
    String.raw`\bfuori (?:dall['’])?(?:ambito|scope|perimetro)\b|\bnon obiettivi\b`,
  ].join('|'),
  'u',
);

/** In small letters: words that say it where they are all of a title. */
const WHOLE = new RegExp(
  [
    String.raw`(?:possible |planned |potential )?future(?: (?:work|scope|considerations?|enhancements?|extensions?|phases?|versions?|releases?|features?|improvements?|requirements?|ideas?|directions?))?`,
    String.raw`(?:planned |for )?later(?: (?:versions?|releases?|phases?))?`,
    String.raw`(?:deferred|postponed|withdrawn|rejected|removed|retired|obsolete)(?: (?:requirements?|features?|items?|stories|scope|work))?`,
    String.raw`(?:未来|后续|将来)的?(?:工作|计划|需求|版本|扩展|规划|功能)?|推迟的?(?:需求|功能)?`,
    String.raw`zukünftige (?:erweiterungen|anforderungen|arbeiten|versionen|funktionen)|spätere (?:versionen|ausbaustufen)|zurückgestellt(?:e anforderungen)?`,
    String.raw`(?:mejoras|trabajo|alcance|requisitos|funcionalidades|versiones) futur[oa]s?`,
    String.raw`(?:melhorias|trabalhos?|escopo|requisitos|funcionalidades|versões) futur[oa]s?`,
    String.raw`(?:évolutions?|améliorations?|travaux|versions?|exigences|fonctionnalités) futur(?:e?s|e)?`,
    String.raw`(?:将来|今後)の?(?:拡張|対応|課題|検討(?:事項)?|予定|機能)`,
    String.raw`(?:향후|추후) ?(?:계획|과제|확장|작업|기능|요구\s?사항)`,
    String.raw`будущ(?:ие|ее) (?:требования|версии|улучшения|возможности|работы)|отложенные требования`,
    String.raw`(?:sviluppi|miglioramenti|requisiti|funzionalità|versioni|lavori) futur[ie]`,
  ]
    .map((words) => `(?:${words})`)
    .join('|')
    .replace(/^/u, '^(?:')
    .replace(/$/u, ')$'),
  'u',
);
const BOTH = /(?<!not |out of )\bin[- ]scope\b/iu;
const NUMBER = /^\s*(?:\p{Extended_Pictographic}\u{FE0F}?\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?/u;
const END = /\s*(?:\([^()]{0,60}\)|[（][^（）]{0,60}[）])?\s*[:：]?\s*$/u;

/** A title without what numbers and ends it: `Future Work` for `## 4.2 Future Work (after 1.0):`. */
export function plainTitle(title: string): string {
  return title.replace(NUMBER, '').replace(END, '');
}

/** True for the title of a section in which nobody has to build anything now: `Out of Scope`, `Non-Goals`, `Future Work`. */
export function isLater(title: string): boolean {
  const small = title.toLowerCase();
  return (SURE.test(small) && !BOTH.test(small)) || WHOLE.test(plainTitle(small));
}

const VERSION = /^v(?:ersion)?[ .]{0,2}(?<version>\d{1,3})(?:\.\d{1,3})?(?: (?:requirements?|features?|scope|stories|goals?|ideas?))?$/iu;

/** The version that a section is about by all of its title: 2 for `v2` and `Version 2 Requirements`. */
export function versionOfTitle(title: string): number | undefined {
  const version = VERSION.exec(plainTitle(title))?.groups?.['version'];
  return version === undefined ? undefined : Number(version);
}
