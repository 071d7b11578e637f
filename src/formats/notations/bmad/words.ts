/**
 * The words of BMAD's documents in the languages that its agents are asked to write in: English, Chinese, German, Spanish, Portuguese, French,
 * Japanese, Korean, Russian and Italian. Everything is a piece of a regular expression.
 */

const STORY = [
  '(?:User )?Story',
  '故事',
  '用户故事',
  'Geschichte',
  'Historia',
  'Hist[óo]ria',
  'Histoire',
  'R[ée]cit',
  'ストーリー',
  '스토리',
  'История',
  'Storia',
];

const CRITERIA = [
  'Acceptance Criteria',
  'Acceptance Criterion',
  '验收标准',
  '验收条件',
  'Akzeptanzkriterien',
  'Criterios de aceptaci[óo]n',
  'Crit[ée]rios de aceita[çc][ãa]o',
  "Crit[èe]res d['’]acceptation",
  '受け入れ基準',
  '受入基準',
  '인수 (?:기준|조건)',
  '수용 기준',
  'Критерии при[её]мки',
  'Criteri di accettazione',
];

const GIVEN = [
  'Given',
  '假设',
  '假如',
  '给定',
  'Angenommen',
  'Gegeben(?: sei(?:en)?)?',
  'Dad[oa]s?',
  '[ÉE]tant donn[ée]e?s?(?: que)?',
  "[ÉE]tant donn[ée] qu['’]",
  '前提',
  '주어진',
  '조건',
  'Дано',
  'Допустим',
  'Dat[oaie]',
];

const WHEN = ['When', '当', 'Wenn', 'Cuando', 'Quando', 'Quand', 'Lorsque?', 'もし', '만일', '만약', 'Когда', 'Если'];
const THEN = ['Then', '那么', '则', 'Dann', 'Entonces', 'Ent[ãa]o', 'Alors', 'ならば', '그러면', 'Тогда', 'То', 'Allora'];
const MORE = [
  'And',
  'But',
  '并且',
  '而且',
  '但是',
  'Und',
  'Aber',
  'Y',
  'Pero',
  'E',
  'Mas',
  'Et',
  'Mais',
  'かつ',
  'しかし',
  '그리고',
  '하지만',
  'И',
  'Но',
  'Ma',
];

const END = String.raw`(?![\p{L}\p{N}])`;

/** A story with its number: `Story 1.2`, `STORY-1.2`, `Story 1-2`, `Story 3`. */
export const STORY_NUMBER = String.raw`(?:(?:${STORY.join('|')})[\s#:-]{0,3}E?(?<number>\d+(?:\.\d+){0,3}[a-z]?|\d+(?:\.\d+)?-\d+)${END}(?![.–-]\d))`;

/** The label above criteria, as the whole text of a heading or the beginning of a line. */
export const CRITERIA_LABEL = `(?:${CRITERIA.join('|')})`;

/** The word that begins a scenario. */
export const GIVEN_WORD = `(?:${GIVEN.join('|')})`;

/** The words that go on with one. */
export const STEP_WORD = `(?:${[...WHEN, ...THEN, ...MORE].join('|')})`;

/** Of these, the words of what is to happen. */
export const THEN_WORD = `(?:${THEN.join('|')})`;

/** Of these, the words that only go on. */
export const MORE_WORD = `(?:${MORE.join('|')})`;

/** `AC1`, `AC 1`, `AC #1`, `AC-1.2`, `Acceptance Criterion 1`, `AC1 (must)`. */
export const CRITERION_LABEL = String.raw`(?:ACs?|${CRITERIA_LABEL})[\s_#:-]{0,3}(?<number>\d+(?:[.-]\d+)*[a-z]?)${END}`;
