import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { Proposal, Setting } from '../../query/fit/proposal.ts';
import { lineEndOf, linesOf } from '../../text/lines.ts';
import { applyEdits } from '../edits.ts';
import { addToList, setKey } from './addToList.ts';
import { addToNested } from './addToNested.ts';

/** A regular expression as YAML writes it, in single quotes, in which a backslash is itself. */
export function quotedPattern(pattern: string): string {
  return `'${pattern.replaceAll("'", "''")}'`;
}

/**
 * The text of reqtrace.yaml with these proposals in it. What it says already is left as it is, and so is what is written in a way that cannot be added to:
 * what comes out is always valid where the text was.
 */
export function fitted(text: string, proposals: readonly Proposal[]): string {
  return proposals.flatMap(({ settings }) => settings).reduce(written, text);
}

/** The first line with something in it, counted from 0, that a text did not have there before: 1 for `a\nc` after `a\nb`; 0 where nothing changed. */
export function firstChangedLine(before: string, after: string): number {
  const [old, lines] = [linesOf(before), linesOf(after)];
  const changed = lines.findIndex((line, at) => line !== old[at]);
  const said = lines.findIndex((line, at) => at >= changed && line.trim() !== '');
  return changed < 0 ? 0 : Math.max(changed, said);
}

function written(text: string, setting: Setting): string {
  const after = editsFor(text, setting).reduce((sofar, next) => {
    const edit = next(sofar);
    return edit ? applyEdits(sofar, [edit]) : sofar;
  }, text);
  const isValid = readConfiguration(CONFIGURATION_FILE, after).configuration !== undefined;
  return isValid ? after : text;
}

function editsFor(text: string, setting: Setting): readonly ((text: string) => TextEdit | undefined)[] {
  const end = lineEndOf(text);
  const isSet = (key: string): boolean => linesOf(text).some((line) => new RegExp(`^${key}\\s*:`, 'u').test(line));
  if (setting.kind === 'list') return setting.entries.map((entry) => (sofar) => addToList(sofar, setting.key, entry));
  if (setting.kind === 'moreLabels') return [(sofar) => addToNested(sofar, 'criteria', 'moreLabels', JSON.stringify(setting.label))];
  if (isSet(setting.kind)) return [];
  if (setting.kind === 'siteRoot') return [(sofar) => setKey(sofar, 'siteRoot', `siteRoot: ${JSON.stringify(setting.folder)}${end}`)];
  const globs = (key: 'results' | 'coverage'): string =>
    setting[key].length > 0 ? `  ${key}:${end}${setting[key].map((glob) => `    - ${JSON.stringify(glob)}${end}`).join('')}` : '';
  return [(sofar) => setKey(sofar, 'evidence', `evidence:${end}${globs('results')}${globs('coverage')}`)];
}
