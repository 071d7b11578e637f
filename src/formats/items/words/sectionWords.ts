import { isLater } from './laterTitles.ts';

/**
 * What the headings and labels of a specification say, in the ten languages in which most are written: English, Chinese, German, Spanish, Portuguese,
 * French, Japanese, Korean, Russian, Italian. The templates themselves are English (spec-kit 1.0.2.dev0); agents translate them.
 */

/** Of the scenarios of a story: `**Acceptance Scenarios**:`. */
const ACCEPTANCE = new RegExp(
  [
    String.raw`\b(?:acceptance|test) (?:scenarios?|criteri(?:a|on)|tests?|conditions?)\b`,
    String.raw`^scenarios?$|\bdefinition of done\b`,
    '验收(?:场景|标准|条件|情景)|驗收(?:場景|標準|條件|情境)',
    String.raw`\b(?:akzeptanz|abnahme)-?(?:szenari(?:en|o)|kriterien)\b`,
    String.raw`\b(?:escenarios|criterios) de aceptación`,
    String.raw`\b(?:cenários|critérios) de (?:aceitação|aceite)`,
    String.raw`\b(?:scénarios|critères) d[’']acceptation`,
    '受け?入れ?(?:シナリオ|基準|条件)',
    '(?:인수|수용|승인) ?(?:시나리오|기준|조건)',
    '(?:сценарии|критерии) (?:при[её]мки|принятия)',
    String.raw`\b(?:scenari|criteri) di accettazione`,
  ].join('|'),
  'iu',
);

/** Of a section whose leads are items. */
const DEFINING = new RegExp(
  [
    String.raw`\b(?:requirements?|criteria|stor(?:y|ies)|outcomes?|metrics|functional|scenarios?|edge cases?|constraints?)\b`,
    '需求|要求|标准|標準|故事|指标',
    'anforderung|kriterien|geschichte',
    'requisit|criterio|historia',
    'requisito|critério|história',
    'exigence|critère|récit',
    '要件|基準|ストーリー|요구|기준|스토리',
    'требован|критери|истори',
    'criteri|storia',
  ].join('|'),
  'iu',
);

/** Of a section that speaks about items that are defined elsewhere. */
const RESTATING =
  /\b(?:clarifications?|session|traceability|coverage|matrix|mapping|review|checklist|changelog|change log|history|amendments?|revisions?|summary|notes?|readiness|status|references|appendix|glossary)\b|澄清|追溯|明確化|уточнени|trazabilidad|rastreabilidade/iu;

/** Of a section whose items nobody has to build. */
const EXEMPT =
  /\b(?:out[- ]of[- ]scope|non-?goals?|future (?:work|scope|considerations?|enhancements?|phases?)|deferred|v2|assumptions?|dependencies|risks?|open (?:questions?|issues?))\b|范围外|不在范围|假设|依赖|範囲外|前提|범위 외|가정|вне (?:области|рамок)|предположени|fuera de alcance|supuestos|fora d[eo] escopo|premissas|hors (?:périmètre|scope)|hypothèses|annahmen|außerhalb|fuori ambito|ipotesi/iu;

const EDGE_CASES =
  /\bedge cases?\b|边界|邊界|边缘|grenzf[aä]ll|randf[aä]ll|casos (?:límite|borde|extremos|de borda|limite)|cas limites|エッジケース|境界|엣지|경계|граничн|крайни|casi limite/iu;

/** What the title of a section says of what is in it. */
export type SectionWord = 'acceptance' | 'edge cases' | 'exempt' | 'restating' | 'defining';

/** Undefined for a title that says nothing: `## Overview`. */
export function sectionWord(title: string): SectionWord | undefined {
  if (EDGE_CASES.test(title)) return 'edge cases';
  if (EXEMPT.test(title) || isLater(title)) return 'exempt';
  if (ACCEPTANCE.test(title)) return 'acceptance';
  if (RESTATING.test(title)) return 'restating';
  return DEFINING.test(title) ? 'defining' : undefined;
}

/** True for the section of the template that holds the stories. */
export function isUserScenarios(title: string): boolean {
  return /^user scenarios\b/iu.test(title);
}

/** True for the words of a label whose list are the scenarios of a story. */
export function isAcceptance(label: string): boolean {
  return ACCEPTANCE.test(label);
}

/** The words of Gherkin for the first step of a scenario. */
const FIRST =
  /^(?:(?:given|gegeben|angenommen|dad[oa]s?|étant donné|soit|дано|допустим|dat[oaie])(?![\p{L}\p{N}_])|假[设如設]|给定|給定|前提|먼저|주어진)/iu;
const WHEN = /^(?:(?:when|wenn|cuando|quando|quand|lorsque|когда|если)(?![\p{L}\p{N}_])|当|當|もし|만일|만약)/iu;
const LATER =
  /^(?:(?:then|and|but|dann|und|aber|entonces|y|pero|então|e|mas|alors|et|mais|тогда|то|и|но|allora|ma)(?![\p{L}\p{N}_])|那么|那麼|并且|而且|但是|ならば|かつ|しかし|그러면|그리고|하지만)/iu;
const ANY_LATER =
  /(?<![\p{L}\p{N}_])(?:when|then|wenn|dann|cuando|entonces|quando|então|quand|alors|когда|тогда|allora)(?![\p{L}\p{N}_])|当|當|那么|那麼|もし|ならば|만일|그러면|하면/iu;

/** How a step of a scenario begins: with *Given*, with *When*, or with what goes on. */
export function stepOf(text: string): 'first' | 'when' | 'later' | undefined {
  if (FIRST.test(text)) return 'first';
  if (WHEN.test(text)) return 'when';
  return LATER.test(text) ? 'later' : undefined;
}

/** True for a text that says a whole scenario, or its beginning and more of it. */
export function isScenario(text: string): boolean {
  return FIRST.test(text) && ANY_LATER.test(text);
}

const NAMED_SCENARIO =
  /^(?:scenario(?: outline)?|szenario(?:grundriss)?|escenario|cenário|scénario|сценарий|场景|場景|シナリオ|시나리오)\s*\d{0,3}\s*[:：]\s*(?<name>\S.*)$/iu;

/** *Boil* for `Scenario: Boil`. */
export function scenarioName(line: string): string | undefined {
  return NAMED_SCENARIO.exec(line)?.groups?.['name'];
}
