import { GAP } from '../../../references/gap.ts';

/** What one criterion, or several, are called in the languages in which documents are written: `Akzeptanzkriterium 2`, `critère 2`, `验收标准 2`. */
const OTHER_LANGUAGES = [
  '(?:akzeptanz-?|abnahme-?)?kriteri(?:um|en)',
  'criterios?(?: de (?:aceptación|éxito))?',
  'critérios?(?: de (?:aceitação|aceite|sucesso))?',
  "critères?(?: d['’]accept(?:ation|ance)| de (?:succès|réussite|validation))?",
  'criteri[oi]?(?: di (?:accettazione|successo))?',
  'критери(?:й|я|и)(?: (?:приёмки|приемки|принятия|успеха))?',
  '(?:的)?(?:验收|接受|成功|完成|驗收)(?:标准|准则|条件|標準|條件|点)',
  '(?:の)?(?:受け入れ|受入れ?|成功|完了)(?:基準|条件)',
  '(?:인수|수용|수락|승인|성공|완료) ?(?:기준|조건)',
];

/** A criterion in English, as words: `criterion`, `acceptance criteria`, `crit.`. */
export const ENGLISH_CRITERION = String.raw`(?:acceptance[ -])?(?:criterion|criteria|crit\.?)`;

/** Any of them, as a piece of a regular expression that ignores case. */
export const CRITERION_NOUN = `(?:${[ENGLISH_CRITERION, ...OTHER_LANGUAGES].join('|')})`;

/** What may be between such a word and its number: `criterion 2`, `criterion #2`, `criterion no. 2`, `AC: 2`. */
export const NUMBER_SIGN = String.raw`(?:${GAP}{0,3}[:：#№]${GAP}{0,3}|${GAP}{1,3}(?:no\.?|nr\.?|number|n°|nº|№)${GAP}{0,3}|${GAP}{0,3})#?`;
