import type { FileRole } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import type { FileSource } from '../files/fileSource.ts';
import type { Configuration } from '../../model/configuration.ts';
import { escapeRegExp } from '../../text/patterns/regExp.ts';
import { readingPart } from './workspaceConfiguration.ts';

/**
 * Tells in which texts something may be read otherwise where one configuration takes the place of another and they differ in nothing but patterns and
 * labels: those that hold what one of the patterns or labels stands for that only one of them has, with marks of Markdown in it, or written as a name.
 * Undefined where they differ in more.
 */
export function affectedTexts(before: Configuration, after: Configuration): ((text: string) => boolean) | undefined {
  if (JSON.stringify(rest(before)) !== JSON.stringify(rest(after))) return undefined;
  const patterns = [...difference(before.ids, after.ids), ...difference(before.annotations.map(spelled), after.annotations.map(spelled))];
  const labels = difference(before.criteria.labels, after.criteria.labels);
  const all = [...patterns, ...labels.map((label) => escapeRegExp(label).replaceAll(/\s+/gu, String.raw`\s+`))];
  const expressions = all.map((pattern) => new RegExp(pattern, 'iu'));
  return (text) => expressions.some((expression) => formsOf(text).some((form) => expression.test(form)));
}

function rest(configuration: Configuration): unknown {
  const { criteria, ...others } = configuration;
  return [readingPart({ ...others, criteria: { ...criteria, labels: [] }, ids: [], annotations: [], exclude: [] })];
}

function spelled({ pattern }: Configuration['annotations'][number]): string {
  return pattern;
}

/** What only one of two lists has. */
function difference(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...some.filter((one) => !others.includes(one)), ...others.filter((one) => !some.includes(one))];
}

/** A text as it stands, without the marks that may divide an id, `R**1**\.1`, and with the names in it as ids, `test_R1_1`. */
function formsOf(text: string): readonly string[] {
  const named = text.includes('_') ? [text.replaceAll('_', '.'), text.replaceAll('_', '-')] : [];
  return [text, text.replaceAll(/[*_`~\\[\]]/gu, ''), ...named];
}

/** Those files of a listing that have another role than before. */
export function otherRoles(before: Roles): (files: Roles) => Roles | Promise<Roles> {
  return (files) => new Map([...files].filter(([path, role]) => before.get(path) !== role));
}

/** Those files of a listing that have another role than before, were not read, or hold something of a kind. */
export async function affectedFiles(
  files: Roles,
  before: { readonly roles: Roles; readonly skipped: Pick<ReadonlyMap<FilePath, unknown>, 'has'> },
  holds: (text: string) => boolean,
  source: Pick<FileSource, 'read'>,
): Promise<Roles> {
  const affected = new Map(await otherRoles(before.roles)(files));
  for (const [path, role] of files) {
    if (before.skipped.has(path)) affected.set(path, role);
    if (role === 'other' || affected.has(path)) continue;
    const content = await source.read(path);
    if (content.kind === 'text' && holds(content.text)) affected.set(path, role);
  }
  return affected;
}

type Roles = ReadonlyMap<FilePath, FileRole>;
