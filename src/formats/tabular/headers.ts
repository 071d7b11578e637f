/** What the name of a column says that is in it. */
export type ColumnRole =
  /** `ID`, `Req. no.`; what really is an id is told by the cells. */
  | 'id'
  | 'requirement'
  | 'criterion'
  /** `Description`, `Text`: of anything. */
  | 'description'
  /** `Name`, `Feature`: what something is called, which a table that only refers says as well. */
  | 'title'
  /** `Given`. */
  | 'start'
  /** `When`. */
  | 'event'
  /** `Then`. */
  | 'effect'
  /** How far it is: a claim. */
  | 'status'
  /** How it is weighed and sorted: never what must be, even where it reads *Must have*. */
  | 'attribute'
  /** What was found out: a row is a record then, and defines nothing. */
  | 'record'
  /** Where it is met: code, tests, commits. */
  | 'trace'
  | 'other';

/** Words of the ten languages in which most requirement documents are written; accents and letter case do not count. */
const WORDS: Readonly<Record<Exclude<ColumnRole, 'other'>, string>> = {
  start: 'given|gegeben|angenommen|dado|dada|etant donne|dato|data|дано|допустим|假如|假设|给定|前提|조건|주어진 상황',
  event: 'when|wenn|cuando|quando|quand|lorsque|когда|если|当|もし|操作|행동|행위|만일',
  effect: 'then|dann|entonces|entao|alors|allora|тогда|то|那么|则|ならば|結果として|기대 결과|그러면',
  record:
    'results?|evidence|verdict|grade|outcome|actual|pass|fail|pass/fail|gap|gaps|coverage|covered|covered by|proof|proven by|findings?|ergebnis|nachweis|abdeckung|resultado|evidencia|cobertura|resultat|preuve|couverture|esito|risultato|evidenza|copertura|результат|доказательство|покрытие|结果|证据|覆盖|結果|証拠|カバレッジ|결과|증거|커버리지',
  trace:
    'tests?|test cases?|test ids?|test files?|tested by|verified by|implementation|implemented in|implemented by|code|source files?|files?|commits?|prs?|pull requests?|modules?|components?|functions? changed|functions|testfalle?|implementierung|pruebas?|casos? de prueba|implementacion|testes|casos de teste|implementacao|fichiers?|tests associes|测试|测试用例|实现|文件|テスト|実装|ファイル|테스트|구현|파일|тесты?|реализация|файлы?|implementazione|casi di test',
  attribute:
    'priority|prio|moscow|severity|importance|owner|source|rationale|reason|category|type|level|version|release|phase|sprint|estimate|points|notes?|comments?|remarks?|prioritat|prioridad|prioridade|priorite|priorita|приоритет|优先级|優先度|우선순위|来源|类型|类别|分类|种类|区分|種別|분류|유형|근거|备注|備考|비고',
  status:
    'status|state|done|progress|complete|completed|zustand|erledigt|estado|situacao|statut|etat|stato|статус|состояние|готово|状态|狀態|状態|状況|ステータス|상태|진행',
  requirement:
    'requirements?|anforderung|anforderungen|requisitos?|requerimientos?|exigences?|besoins?|requisiti|требование|требования|需求|要求|要件|要求事項|요구사항|요구 사항|요건',
  criterion:
    'criterion|criteria|acceptance|scenario|scenarios|claim|kriterium|kriterien|criterios?|criteres?|criteri|критерий|критерии|标准|准则|验收|驗收|基準|受け入れ|受入|条件|기준|인수|수용',
  description:
    'description|text|statement|details?|user story|user stories|behaviou?r|rules?|specification|userstory|regel|regla|historia de usuario|regra|historia do usuario|regle|regola|правило|пользовательская история|beschreibung|inhalt|descripcion|descricao|enonce|descrizione|testo|описание|текст|содержание|描述|说明|內容|内容|規則|规则|用户故事|業務ルール|ルール|ユーザーストーリー|説明|설명|내용|규칙|사용자 스토리',
  title:
    'title|name|summary|story|features?|capability|topic|titel|bezeichnung|titulo|nombre|nome|libelle|intitule|nom|titolo|название|наименование|标题|名称|概要|タイトル|제목|명칭|기능',
  id: '#|id|ids|no|nr|num|number|key|ref|reference|identifier|code|kennung|nummer|numero|codigo|identificador|identifiant|codice|номер|код|идентификатор|编号|編號|序号|番号|번호|식별자',
};

/** In this order: `Requirement ID` is one of ids, `Test result` a record. */
const ORDER = [
  'start',
  'event',
  'effect',
  'record',
  'trace',
  'status',
  'attribute',
  'id',
  'criterion',
  'requirement',
  'description',
  'title',
] as const;
/** A name that must be just these words, since in longer ones they mean other things: `When to use`. */
const ALONE: ReadonlySet<ColumnRole> = new Set(['start', 'event', 'effect', 'record', 'trace', 'status', 'attribute']);

function expressionOf(role: (typeof ORDER)[number]): readonly [ColumnRole, RegExp] {
  const words = WORDS[role];
  if (role === 'id') return [role, new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words})$|(?:编号|編號|番号)$`, 'u')] as const;
  const inside = `(?:^|[^\\p{L}\\p{N}])(?:${words})(?=$|[^\\p{L}\\p{N}])`;
  const unspaced = words.split('|').filter((word) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word));
  return [role, new RegExp(ALONE.has(role) ? `^(?:${words})$` : [inside, ...unspaced].join('|'), 'u')] as const;
}

/** Made when the first table is read; most files have none. */
let expressions: readonly (readonly [ColumnRole, RegExp])[] | undefined;
/** A repository's tables have few names of columns among them, each many times. */
const known = new Map<string, ColumnRole>();
const MOST_KNOWN = 1000;

/** The role of a column, by its name: `columnRole('Functional Requirement')` is `requirement`, of `**需求编号**` it is `id`. */
export function columnRole(name: string): ColumnRole {
  const role = known.get(name);
  if (role !== undefined) return role;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = roleOf(folded(name));
  known.set(name, found);
  return found;
}

function roleOf(plain: string): ColumnRole {
  if (plain === '' || plain.length > 60) return 'other';
  expressions ??= ORDER.map(expressionOf);
  return expressions.find(([, expression]) => expression.test(plain))?.[0] ?? 'other';
}

function folded(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[*_`]/gu, '')
    .replace(/[(（][^()（）]*[)）]\s*$/u, '');
  return plain.replace(/[\s:：.]+$/u, '').trim();
}

/** Words that bind: a cell in which one stands says what must be. */
const BINDING =
  /(?<![\p{L}\p{N}])(?:shall|must|should|muss|müssen|soll|sollen|darf|debe|deben|deberá|deve|devem|deverá|doit|doivent|devra|devono|dovrà|должен|должна|должно|должны)(?![\p{L}\p{N}])|必须|必須|应当|應當|应该|须|しなければならない|べき|できること|해야|하여야|되어야|있어야/iu;

/** True for a text that says what must be, in one of the ten languages: `The kettle shall boil`, but not `Must have`. */
export function isBinding(text: string): boolean {
  return BINDING.test(text) && (UNSPACED.test(text) ? text.length > 5 : /\S\s+\S+\s+\S/u.test(text));
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const MATRIX =
  /traceab|\btrac(?:e|ing)\b.*\b(?:matrix|table)|matri[xz]|matric[ei]|coverage|cross[- ]reference|story map|\brtm\b|\bsummary\b|test (?:cases?|plan|report|results?)|trazabilidad|rastreabilidade|traçabilité|tracciabilità|rückverfolg|abdeckung|cobertura|couverture|copertura|трассиров|матриц|покрыти|追溯|追踪|矩阵|覆盖|トレーサ|マトリ|カバレッジ|추적|매트릭스|커버리지/iu;
/** Words that may as well be a subject of requirements: `Audit Requirements`. */
const RECORD = /\b(?:map|mapping|audit|impact|reports?|change ?log|progress)\b/iu;

/** True for the heading of a section that restates what is defined elsewhere: `Traceability Matrix`, `FR Coverage Map`, but not `Audit Requirements`. */
export function restates(heading: string): boolean {
  return MATRIX.test(heading) || (RECORD.test(heading) && !saysRequirements(heading));
}

const REQUIREMENTS =
  /requirements?|anforderung|requisito|requerimiento|exigence|requisiti|требовани|需求|要求|要件|요구|stories|user story|specification|spezifikation|lastenheft|pflichtenheft|规格|仕様|명세/iu;

/** True for a heading that promises requirements: `2. Functional Requirements`. */
export function saysRequirements(heading: string): boolean {
  return REQUIREMENTS.test(heading);
}

const DONE =
  /^(?:\[x\]|x|✅|✔️?|☑️?|done|complete[d]?|implemented|finished|met|yes|erledigt|fertig|hecho|completado|feito|concluído|fait|terminé|fatto|готово|выполнено|完成|已完成|完了|済|완료)(?![\p{L}\p{N}])/iu;
const OPEN =
  /^(?:\[ \]|❌|⬜|⏳|🚧|☐|✗|✘|todo|to do|open|not started|not done|not met|no|pending|planned|draft|in progress|in arbeit|offen|geplant|pendiente|pendente|à faire|en cours|da fare|не начато|в работе|未完成|未開始|未着手|进行中|待办|대기|진행)/iu;
const WITHDRAWN =
  /^(?:withdrawn|removed|deferred|rejected|superseded|dropped|cancell?ed|obsolete|deprecated|out of scope|verworfen|zurückgestellt|entfallen|descartado|abandonné|отменено|отложено|废弃|已取消|廃止|폐기)(?![\p{L}\p{N}])/iu;

/** What a cell claims about its row: true for `✅ done`, false for `planned`, undefined for what is neither. */
export function claimOfStatus(text: string): boolean | undefined {
  if (DONE.test(text)) return true;
  return OPEN.test(text) ? false : undefined;
}

/** True for a status under which nothing is needed: `deferred`. */
export function isWithdrawn(text: string): boolean {
  return WITHDRAWN.test(text);
}
