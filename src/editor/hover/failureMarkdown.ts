import * as l10n from '@vscode/l10n';
import type { Link } from '../../model/item.ts';
import { rangeAt } from '../../model/position.ts';
import type { UriOf } from '../place.ts';
import { uriOfLine } from '../place.ts';
import { escapeMarkdown, link, shorten } from './markdown.ts';

/** So many failures are shown, each so long, in UTF-16 code units: a hover must not hide the code. */
const MOST = 3;
const LONGEST = 300;

/** What failed tests of an item say, a line each with a way to the line that failed: `Failed at [test/a.test.js:12](…): 1 !== 2`. */
export function failureLines(links: readonly Link[], uriOf: UriOf): readonly string[] {
  const failed = new Map(links.filter(({ result }) => result?.failure).map((one) => [one.annotation, one]));
  const shown = [...failed.values()].slice(0, MOST).map((one) => failureLine(one, uriOf));
  const more = failed.size - shown.length;
  return [...shown, ...(more > 0 ? [l10n.t('and {0} more', more)] : [])];
}

/** The same of one link; empty where nothing failed. */
export function failureLine({ path, annotation, result }: Link, uriOf: UriOf): string {
  if (!result?.failure) return '';
  const { message, at } = result.failure;
  const start = at ? rangeAt(at.line, 0, 0) : (annotation.declaration?.range ?? annotation.reference.range);
  const place = link(`${path}:${start.start.line + 1}`, uriOfLine({ path, range: start }, uriOf));
  const said = escapeMarkdown(shorten(message.replaceAll(/\s+/gu, ' '), LONGEST));
  return said === '' ? l10n.t('Failed at {0}', place) : l10n.t('Failed at {0}: {1}', place, said);
}
