import type { Configuration } from '../../../../model/configuration.ts';
import { isCollapsed } from '../../../../text/lines.ts';
import { escapeRegExp } from '../../../../text/patterns/regExp.ts';

/** A heading label at the beginning of a text: `Integration Point 1.1.1`. */
export interface LabelMatch {
  /** As the configuration writes it. */
  readonly label: string;
  readonly prefix: string;
  /** `1.1.1`; absent where no number follows the label. */
  readonly number?: string;
  /** Offset behind the label and its number. */
  readonly end: number;
}

/** A label that governs criteria. */
export interface CriteriaLabel {
  /** True for `Validation` and its like, which govern task lists only. */
  readonly tasksOnly: boolean;
  /** True for words such as `AC`, which govern only the list directly below them, and only in a requirement. */
  readonly inRequirement?: true;
}

/** The words of one configuration that make requirements and criteria. */
export interface Vocabulary {
  readonly prefixes: ReadonlySet<string>;
  /** The label that the text begins with, any letter case. */
  labelAt(text: string): LabelMatch | undefined;
  /**
   * The criteria label that the text is: it ends in one (a colon, trailing parentheses and marks do not count), or is one in short (`AC`), or one that
   * says which criteria, `Acceptance Criteria: happy path`.
   *
   * @param dashed true if a dash may stand for that colon, as it may where another colon ends the line: `Acceptance Criteria — all must hold:`.
   */
  criteriaLabel(text: string, dashed?: boolean): CriteriaLabel | undefined;
  /** True if the text is a criteria label and nothing else. */
  isExactLabel(text: string): boolean;
  /** True if the text begins with words like *Acceptance Criteria* and goes on: `Acceptance Criteria Summary`. */
  beginsLikeCriteria(text: string): boolean;
  /** True if words like *Acceptance Criteria* stand somewhere in the text, so that it looks like a label but is none. */
  soundsLikeCriteria(text: string): boolean;
}

/** A longer line is prose, not a label. */
const MAX_LABEL_LENGTH = 120;

const ANYWHERE: CriteriaLabel = { tasksOnly: false };
const IN_REQUIREMENT: CriteriaLabel = { tasksOnly: false, inRequirement: true };

/** `3. `, `2.1 ` before a label. */
const OUTLINE = /^[\d.]+[.)]?\s+/;
const COLON_SUFFIX = /^([^:：]{1,60})[:：]\s*(\S.*)$/su;
const SUFFIX = /^([^:：]{1,60}?)(?:[:：]|\s[-–—]|[–—])\s*(\S.*)$/su;
/** What is in parentheses at the end: of `受け入れ条件 (Acceptance Criteria)` the words in English. */
const PARENTHESIS = /[(（]([^()（）]{1,60})[)）]\s*[:：]?\s*$/u;
/** A list of what was found out about criteria is none of criteria: `Acceptance Criteria: all met`. */
const RECORDS =
  /met\b|pass|fail|status|state|result|report|review|evidence|proof|verif|check|cover|trace|matrix|mapping|summary|grad|score|100|✅|✓|☑|статус|доказ|провер|покрыт|итог|estado|revis|resultad|cobertura|statut|vérif|couvert|preuve|stato|esito|verific|copertura|nachweis|ergebnis|prüf|abdeckung|状态|结果|检查|覆盖|追溯|证据|状態|結果|確認|証拠|상태|결과|검증|추적/iu;
/** An id behind a label says whose criteria they are, which may be another requirement than the one around. */
const NAMES = /[A-Za-z]-?\d|#\d/;
const CRITERIA_LAST = /(?:^|\s)criteri(?:a|on)$/u;
/** The first letter of a word of a language that is written without blanks between words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const known = new WeakMap<Configuration, Vocabulary>();

/** The vocabulary of a configuration; made once, as every file of a workspace needs the same. */
export function vocabularyOf(configuration: Configuration): Vocabulary {
  const vocabulary = known.get(configuration) ?? createVocabulary(configuration);
  known.set(configuration, vocabulary);
  return vocabulary;
}

function createVocabulary(configuration: Configuration): Vocabulary {
  const byLabel = new Map(Object.entries(configuration.labels).map(([label, prefix]) => [normal(label), { label, prefix }]));
  const words = [...byLabel.keys()].sort((a, b) => b.length - a.length).map(pattern);
  const heading =
    words.length === 0
      ? undefined
      : new RegExp(`^(${words.join('|')})(?:\\s+#?(\\d+(?:\\.\\d+)*)(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}]|\\.\\d))?(?![\\p{L}\\p{N}_])`, 'iu');
  const { criteria } = configuration;
  const anyList = criteria.labels.map(folded);
  const tasksOnly = criteria.taskLabels.map(folded);
  const short = new Set(criteria.labelsInRequirement.map(folded));
  const exact = new Set([...anyList, ...tasksOnly]);
  const isAnyList = (text: string): boolean => anyList.includes(text);
  const mayHold = mayHoldOneOf([...anyList, ...tasksOnly, ...short, 'criteria', 'criterion']);

  function suffixed(text: string, dashed: boolean): boolean {
    const match = (dashed ? SUFFIX : COLON_SUFFIX).exec(text);
    const label = bareLabel((match?.[1] ?? '').replace(OUTLINE, ''));
    const suffix = match?.[2] ?? '';
    return (isAnyList(label) || short.has(label)) && !RECORDS.test(suffix) && !NAMES.test(suffix);
  }

  return {
    prefixes: new Set(Object.values(configuration.labels)),
    labelAt(text) {
      const match = heading?.exec(text);
      const entry = match && byLabel.get(normal(match[1] ?? ''));
      if (!match || !entry) return undefined;
      return { ...entry, end: match[0].length, ...(match[2] !== undefined && { number: match[2] }) };
    },
    criteriaLabel(text, dashed = false) {
      if (text.length > MAX_LABEL_LENGTH || !mayHold(text)) return undefined;
      const bare = bareLabel(text);
      const explained = PARENTHESIS.exec(folded(text))?.[1] ?? '';
      if (isAnyList(bareLabel(explained)) || anyList.some((label) => endsInWords(bare, label))) return ANYWHERE;
      if (short.has(bare.replace(OUTLINE, ''))) return IN_REQUIREMENT;
      if (tasksOnly.some((label) => endsInWords(bare, label))) return { tasksOnly: true };
      return suffixed(text, dashed) ? IN_REQUIREMENT : undefined;
    },
    isExactLabel: (text) => exact.has(bareLabel(text)),
    beginsLikeCriteria(text) {
      if (!mayHold(text)) return false;
      const words = folded(text).replace(OUTLINE, '');
      return anyList.some((label) => words.startsWith(label) && goesOn(words, label) && bareLabel(words) !== label);
    },
    soundsLikeCriteria(text) {
      return (
        text.length <= MAX_LABEL_LENGTH &&
        mayHold(text) &&
        (anyList.some((label) => standsIn(folded(text), label)) || CRITERIA_LAST.test(bareLabel(text)))
      );
    },
  };
}

/**
 * A quick look for the words that labels begin with: every line and heading of a document is asked about, and nearly none holds any.
 *
 * @returns true for texts beyond ASCII, of which only a close look can tell.
 */
function mayHoldOneOf(labels: readonly string[]): (text: string) => boolean {
  const beginnings = new Set(labels.flatMap((label) => /^[a-z\d]+/u.exec(label)?.[0] ?? []));
  // A label that begins otherwise, with a sign or in another script, may be in any text.
  const isOdd = labels.some((label) => /^[^a-z\d\u{80}-\u{10ffff}]/u.test(label));
  const search = new RegExp(`(?<![a-z\\d])(?:${[...beginnings].join('|')})(?![a-z\\d])`, 'i');
  return isOdd ? () => true : (text) => search.test(text) || /[^\s!-~]/.test(text);
}

function goesOn(words: string, label: string): boolean {
  return words.length > label.length && (UNSPACED.test(label) || !/[\p{L}\p{N}]/u.test(words.charAt(label.length)));
}

function normal(text: string): string {
  return (isCollapsed(text) ? text : text.replace(/\s+/gu, ' ')).trim().toLowerCase();
}

/** Without letter case, accents and curly apostrophes, so that `Critères d’acceptation` is `CRITERES D'ACCEPTATION`. */
function folded(text: string): string {
  const plain = normal(text);
  return /^[ -~]*$/.test(plain)
    ? plain
    : plain
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’ʼ]/gu, "'")
        .normalize('NFC');
}

/** The words of a label without what may be around them, as the configuration would name them: `Done When` of `📋 3. Done When (QA):`. */
export function plainLabel(text: string): string {
  const words = bare(text.replace(/\s+/gu, ' ').trim());
  return words.replace(/^[^\p{L}\p{N}]+/u, '').replace(OUTLINE, '');
}

function bareLabel(text: string): string {
  return bare(folded(text));
}

function bare(text: string): string {
  let bare = text;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare
      .replace(/[\s:：\p{Extended_Pictographic}\u{FE0F}]+$/u, '')
      .replace(/\([^()]*\)$/u, '')
      .replace(/（[^（）]*）$/u, '');
  }
  return bare;
}

/** True if the words are in a text, not as a part of longer ones. */
function standsIn(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0 || UNSPACED.test(words)) return at >= 0;
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + words.length));
}

function endsInWords(text: string, words: string): boolean {
  return text.endsWith(words) && (UNSPACED.test(words) || !/[\p{L}\p{N}]$/u.test(text.slice(0, text.length - words.length)));
}

function pattern(words: string): string {
  return escapeRegExp(words).replaceAll(' ', '\\s+');
}
