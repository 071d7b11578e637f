import type { Configuration } from '../../../../model/configuration.ts';
import { isCollapsed } from '../../../../text/lines.ts';
import { escapeRegExp } from '../../../../text/regExp.ts';

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
}

/** The words of one configuration that make requirements and criteria. */
export interface Vocabulary {
  readonly prefixes: ReadonlySet<string>;
  /** The label that the text begins with, any letter case. */
  labelAt(text: string): LabelMatch | undefined;
  /** The criteria label that the text ends in; a colon, trailing parentheses and marks do not count. */
  criteriaLabel(text: string): CriteriaLabel | undefined;
  /** True if the text is a criteria label and nothing else. */
  isExactLabel(text: string): boolean;
  /** True if the text begins with words like *Acceptance Criteria* and goes on: `Acceptance Criteria Summary`. */
  beginsLikeCriteria(text: string): boolean;
  /** True if words like *Acceptance Criteria* stand somewhere in the text, so that it looks like a label but is none. */
  soundsLikeCriteria(text: string): boolean;
}

/** A longer line is prose, not a label. */
const MAX_LABEL_LENGTH = 120;

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
  const anyList = configuration.criteria.labels.map(normal);
  const tasksOnly = configuration.criteria.taskLabels.map(normal);
  const within =
    anyList.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyList.map(pattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu');

  return {
    prefixes: new Set(Object.values(configuration.labels)),
    labelAt(text) {
      const match = heading?.exec(text);
      const entry = match && byLabel.get(normal(match[1] ?? ''));
      if (!match || !entry) return undefined;
      return { ...entry, end: match[0].length, ...(match[2] !== undefined && { number: match[2] }) };
    },
    criteriaLabel(text) {
      if (text.length > MAX_LABEL_LENGTH) return undefined;
      const bare = bareLabel(text);
      if (anyList.some((label) => endsInWords(bare, label))) return { tasksOnly: false };
      return tasksOnly.some((label) => endsInWords(bare, label)) ? { tasksOnly: true } : undefined;
    },
    isExactLabel: (text) => [...anyList, ...tasksOnly].includes(bareLabel(text)),
    beginsLikeCriteria(text) {
      const words = normal(text).replace(/^[\d.]+[.)]?\s+/, '');
      return anyList.some((label) => words.startsWith(`${label} `));
    },
    soundsLikeCriteria(text) {
      return text.length <= MAX_LABEL_LENGTH && ((within?.test(text) ?? false) || /(?:^|\s)criteri(?:a|on)$/iu.test(bareLabel(text)));
    },
  };
}

function normal(text: string): string {
  return (isCollapsed(text) ? text : text.replace(/\s+/gu, ' ')).trim().toLowerCase();
}

function bareLabel(text: string): string {
  let bare = normal(text);
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(/[\s:\p{Extended_Pictographic}\u{FE0F}]+$/u, '').replace(/\([^()]*\)$/u, '');
  }
  return bare;
}

function endsInWords(text: string, words: string): boolean {
  return text.endsWith(words) && !/[\p{L}\p{N}]$/u.test(text.slice(0, text.length - words.length));
}

function pattern(words: string): string {
  return escapeRegExp(words).replaceAll(' ', '\\s+');
}
