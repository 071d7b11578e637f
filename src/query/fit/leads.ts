import { literalPattern } from '../../text/patterns/regExp.ts';
import type { LinkKind } from '../../model/linkKind.ts';

/** A word by which a comment says what an id behind it is for. */
export interface Lead {
  /** `@trace`, `Satisfies`; as written. */
  readonly word: string;
  readonly form: 'tag' | 'label';
}

/** `@trace `, `\satisfies `, `@trace(`, at the end of what is before an id. */
const TAG = /(?:^|[\s/*#;%!<-])(?<word>[@\\][A-Za-z][A-Za-z0-9_-]{1,30})[ :=(]{1,3}["'`[]?$/u;
/** `// Satisfies: ` from the beginning of the line on: a word with a colon in the midst of a sentence is prose. */
const LABEL = /^[\s/*#;%!<>-]*(?<word>[A-Za-z][A-Za-z-]{2,24}(?: [A-Za-z][A-Za-z-]{1,24})?): {0,2}[[`]?$/u;

/** Words that point somewhere and claim nothing. */
const POINTING =
  /^(?:[@\\])?(?:see|cf|refs?|refers?|references?|related|relates|links?|note|notes|todo|fixme|hack|xxx|warning|example|examples|eg|ie|issues?|bugs?|tickets?|jira|closes?|fix|fixes|source|from|was|formerly|replaces|replaced|deprecated|since|param|returns?|throws|author|version|file|default|description|task|tasks|story|stories|epic|feature|history|changed|added|removed|id|ids|key|title|name|error|not|no|waives?|deps?|depends)(?: |$)/iu;

/**
 * The word before an id in a line of a comment: `@trace` of `// @trace REQ-1`, `Satisfies` of `# Satisfies: REQ-1`; undefined where the id is in a
 * sentence, or behind a word that only points at it.
 *
 * @param before the line up to the id.
 */
export function leadBefore(before: string): Lead | undefined {
  const tag = TAG.exec(before)?.groups?.['word'];
  const word = tag ?? LABEL.exec(before)?.groups?.['word'];
  if (word === undefined || POINTING.test(word)) return undefined;
  return { word, form: tag === undefined ? 'label' : 'tag' };
}

/** What a word says of itself: `Satisfies` that code does it, `Validates` that a test shows it; undefined for one such as `@trace` that may mean either. */
export function kindOf(word: string): LinkKind | undefined {
  if (/^[@\\]?(?:verif|validat|test|check|prove|assert)/iu.test(word)) return 'verifies';
  return /^[@\\]?(?:implement|satisf|fulfil|reali[sz]|meets?$|addresses)/iu.test(word) ? 'implements' : undefined;
}

/** The pattern for `annotations:` that reads ids of these prefixes behind a word, and behind nothing else. */
export function leadPattern({ word, form }: Lead, prefixes: readonly string[]): string {
  const heads = [...new Set(prefixes)].toSorted().map(literalPattern);
  const reference = `(?<ref>${heads.length > 1 ? `(?:${heads.join('|')})` : (heads[0] ?? '')}[A-Za-z0-9._/-]*[A-Za-z0-9])(?![\\w*-])`;
  // A line may begin with the marks of a comment, and a tag may follow code or words of the comment.
  return form === 'tag'
    ? `(?:^|[\\s/*#;%!<-])${literalPattern(word)}[ :=(]{1,3}["'\`\\[]?${reference}`
    : `^[\\s/*#;%!<>-]*${literalPattern(word)}: {0,2}[\`\\[]?${reference}`;
}
