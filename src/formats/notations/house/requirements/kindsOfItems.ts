import { plainTitle } from '../../../items/words/laterTitles.ts';

/** Things with ids that are among requirements and are not, as people say them. */
export type OtherKind = 'decision' | 'risk' | 'hazard' | 'test case' | 'procedure' | 'assumption' | 'open question';

/** Prefixes that everybody gives to one kind of them alone. */
const PREFIXES: Readonly<Record<string, OtherKind>> = {
  ADR: 'decision',
  RISK: 'risk',
  HAZ: 'hazard',
  HAZARD: 'hazard',
  SOP: 'procedure',
};
/** A prefix one of whose parts is that of requirements: such an id is one wherever it stands. */
const REQUIREMENT = /^(?:.*-)?(?:REQS?|N?FR|FREQ|\p{Lu}{0,4}SRS|SWR|SR|UR|BR|HLR|LLR|URS|US|UC|AC|STORY|FEAT|FEATURE|EPIC|IP|SC)(?:-.*)?$/u;

const BEFORE = String.raw`(?:[\p{L}\p{N}&,'’/-]{1,30} ){0,3}`;
/** All of a title, in the ten languages in which most requirement documents are written. */
const TITLES: readonly (readonly [kind: OtherKind, words: string])[] = [
  [
    'decision',
    String.raw`${BEFORE}decisions?(?: (?:log|records?|register))?|${BEFORE}adrs?|decision log|(?:设计|架构|技术)?(?:决策|决定)(?:记录)?|(?:${BEFORE})?entscheidung(?:en|sprotokoll)?|decisiones(?: ${BEFORE.trim()})?|decisões|décisions|(?:設計|技術)?決定(?:事項|記録)?|(?:설계|기술)?\s?결정(?:\s?사항)?|(?:архитектурные )?решения|decisioni`,
  ],
  [
    'risk',
    String.raw`${BEFORE}risks?(?: (?:register|log|assessment|analysis|list|table|catalog(?:ue)?|matrix))?(?: (?:and|&) (?:${BEFORE})?(?:mitigations?|issues|assumptions|opportunities|dependencies))?|(?:${BEFORE})?risiken|风险(?:登记册?|清单|评估|分析)?|riesgos|riscos|risques|リスク(?:一覧|登録簿|管理表)?|(?:위험|리스크)(?:\s?(?:목록|관리대장))?|риски|(?:реестр|анализ) рисков|rischi`,
  ],
  [
    'hazard',
    String.raw`${BEFORE}hazards?(?: (?:register|log|analysis|list|identification|assessment|table|events?))?(?: and risk assessment)?|hara|f[mt]e?c?a|gefährdung(?:en|sanalyse)|(?:危害|危险源?)(?:清单|分析|日志)?|peligros|perigos|dangers|ハザード(?:分析|一覧|ログ)?|위험원(?:\s?(?:목록|분석))?|опасности|pericoli`,
  ],
  [
    'test case',
    String.raw`(?:${BEFORE})?test ?cases?|${BEFORE}test (?:plan|procedures?|protocols?|suites?|scripts?|catalog(?:ue)?)|testf[aä]lle|测试(?:用例|案例)|測試案例|casos de (?:prueba|teste)s?|cas de tests?|テスト(?:ケース|項目)|테스트\s?케이스|тест(?:-кейсы|овые (?:случаи|сценарии))|casi di test`,
  ],
  ['procedure', String.raw`(?:standard operating )?procedures?|sops?|runbooks?`],
  [
    'assumption',
    String.raw`(?:${BEFORE})?assumptions?|annahmen|假设|supuestos|premissas|hypothèses|前提(?:条件)?|가정|предположения|ipotesi`,
  ],
  [
    'open question',
    String.raw`open (?:questions?|issues?|points?)|offene (?:fragen|punkte)|未决问题|待定问题|preguntas abiertas|questões em aberto|questions ouvertes|未解決の?(?:課題|問題)|미결\s?사항|открытые вопросы|questioni aperte`,
  ],
];
/** Made when the first title is asked about; most programs that start read no document of that kind. */
let expressions: readonly (readonly [kind: OtherKind, expression: RegExp])[] | undefined;
/** What a title with these words is about, whatever else it says. */
const ABOUT_REQUIREMENTS =
  /requirement|criteri|stor(?:y|ies)|anforderung|kriteri|requisit|exigenc|критери|требован|需求|要求|要件|요구|기준/iu;
/** What is done about risks is required. */
const CONTROLS = /^(?:[\p{L}-]{1,30} ){0,2}(?:controls?|control measures?|measures?|mitigations?|constraints?|maßnahmen)$/iu;
/** Values of `type:` in a front matter, and names of folders. */
const NAMES: readonly (readonly [kind: OtherKind, expression: RegExp])[] = [
  ['decision', /^(?:adrs?|decisions?|decision[-_ ](?:record|log)s?)$/iu],
  ['risk', /^(?:risks?|risk[-_ ]register)$/iu],
  ['hazard', /^(?:hazards?|hazard[-_ ]log|hara)$/iu],
  ['test case', /^(?:test[-_ ]?cases?|test[-_ ]specifications?|test[-_ ]procedures?)$/iu],
  ['procedure', /^(?:sops?|procedures?|runbooks?)$/iu],
];

/** What an id is by its prefix alone, `decision` for `ADR`; undefined for one that requirements may have. */
export function kindOfPrefix(prefix: string): OtherKind | undefined {
  return Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
}

/** True for a prefix that says itself that these are requirements: `SW-REQ`. */
export function isOfRequirements(prefix: string): boolean {
  return REQUIREMENT.test(prefix);
}

/** What is below a title: things of a kind, requirements, or what the titles above it say. */
export function kindOfTitle(title: string): OtherKind | 'requirement' | undefined {
  const bare = plainTitle(title);
  if (ABOUT_REQUIREMENTS.test(title)) return 'requirement';
  if (bare.length > 80) return undefined;
  expressions ??= TITLES.map(([kind, words]) => [kind, new RegExp(`^(?:${words})$`, 'iu')]);
  return expressions.find(([, expression]) => expression.test(bare))?.[0] ?? (CONTROLS.test(bare) ? 'requirement' : undefined);
}

/** What a `type:` or a folder of this name is about. */
export function kindOfName(name: string): OtherKind | undefined {
  return NAMES.find(([, expression]) => expression.test(name.trim()))?.[0];
}
