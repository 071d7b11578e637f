import type { IndexView } from '../../index/view.ts';
import { compareText } from '../../index/order.ts';
import type { Coverage, Item, Link, RequirementItem } from '../../model/item.ts';
import { normalIdOf, unitsOf } from '../../model/item.ts';
import type { Waiver } from '../../model/facts.ts';
import { inEnglish } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { Status } from '../../model/status.ts';
import { changesBetween } from '../../query/diff/texts/sequences.ts';
import { nameOf } from '../../query/list.ts';
import { doubtsOf } from '../../query/doubts.ts';
import { plain } from '../writing/plainText.ts';

/** So that a snapshot with any name is never read as a document or as code. */
const HEAD = ['# reqtrace-ignore-file: made by reqtrace report --format snapshot'];

/**
 * The whole state of the requirements as a text to be kept in the repository: what each criterion says, its status, and what is linked to it, in the order of
 * the documents. Its difference in a branch is what a reviewer reads, as with the snapshots of duvet.
 *
 * It has no line numbers, no times and no results of tests, so that it changes only if a requirement, a link or a waiver does.
 */
export function renderSnapshot(view: IndexView): string {
  const documents = view
    .documents()
    .flatMap(({ path, requirements }) => [
      '',
      `DOCUMENT: ${plain(path)}`,
      ...requirements.flatMap((requirement) => requirementLines(view, requirement)),
    ]);
  const doubts = unreadOf(view).map((message) => `DOUBT: ${plain(inEnglish(message))}`);
  return `${[...HEAD, ...doubts, ...documents].join('\n')}\n`;
}

/** What should have been read and was not, results of tests aside: a snapshot may lack what is there. */
export function unreadOf(view: IndexView): readonly Message[] {
  return doubtsOf(view).flatMap(({ of, message }) => (of === 'everything' ? [message] : []));
}

function requirementLines(view: IndexView, requirement: RequirementItem): string[] {
  const coverage = view.coverage(requirement.key);
  const units = unitsOf(requirement).filter((item) => item !== requirement);
  const title = nameOf(requirement);
  const name = title === requirement.id || title === requirement.facts.localId ? '' : ` ${plain(title)}`;
  const { text } = requirement.facts;
  return [
    `  REQUIREMENT[${statusOf(coverage)}]: ${plain(written(view, requirement))}${name}`,
    ...(text.trim() === '' || title.startsWith(text) ? [] : [`    ${plain(text)}`]),
    ...(units.length === 0 ? linkLines(view, coverage, '    ') : []),
    ...units.flatMap((item) => criterionLines(view, item)),
  ];
}

function criterionLines(view: IndexView, item: Item): string[] {
  const coverage = view.coverage(item.key);
  return [
    `    CRITERION[${statusOf(coverage)}]: ${plain(normalIdOf(item))} ${plain(nameOf(item))}`,
    ...linkLines(view, coverage, '      '),
  ];
}

/** The id, and the revision where the notation writes one. */
function written(view: IndexView, item: RequirementItem): string {
  const id = normalIdOf(item);
  return item.facts.revision === undefined ? id : `${id}~${view.revision(item)}`;
}

function linkLines(view: IndexView, { links, lower = [], waivers, plans = [] }: Coverage, indent: string): string[] {
  const lines = [
    ...lower.map(
      ({ key, level = 'covers', current }) =>
        `${level} ${view.item(key)?.path ?? ''} ${key.slice(key.indexOf('#') + 1)}${current ? '' : ' (stale)'}`,
    ),
    ...links.map(linkLine).sort(compareText),
    ...waivers.filter(({ valid }) => valid).map(({ waiver }) => waiverLine(waiver)),
    ...plans.flatMap(({ path, note }) => (note === undefined ? [] : [`planned ${path}: ${note}`])),
  ];
  return [...new Set(lines)].map((line) => indent + plain(line));
}

function linkLine({ kind, path, annotation, stale }: Link): string {
  const { declaration } = annotation;
  const off = declaration?.off === undefined ? '' : ' (off)';
  return `${kind} ${path}${declaration ? ` ${declaration.name}` : ''}${off}${stale ? ' (stale)' : ''}`;
}

function waiverLine({ reason, owner, until }: Waiver): string {
  return `waived: ${reason}${owner === undefined ? '' : ` (${owner})`}${until === undefined ? '' : ` until ${until}`}`;
}

/** The status as it is without results of tests, which are of one run and not of the repository. */
function statusOf({ status, missing, links, needs }: Coverage): Status {
  if (status !== 'failing') return status;
  if (links.some(({ stale }) => stale)) return 'stale';
  if (missing.length === 0) return 'met';
  return missing.length < needs.length ? 'partial' : 'unmet';
}

/** Lines around a difference that say where it is: the document, the requirement and the criterion above it. */
function above(lines: readonly string[], at: number): string[] {
  const found: string[] = [];
  let indent = indentOf(lines[at] ?? '');
  for (let line = at - 1; line >= 0 && indent > 0; line -= 1) {
    const text = lines[line] ?? '';
    if (text === '' || indentOf(text) >= indent) continue;
    found.unshift(text);
    indent = indentOf(text);
  }
  return found;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** How one snapshot differs from another, for a person: `- ` before lines that are gone, `+ ` before new ones; nothing where they are the same. */
export function snapshotDifference(kept: string, now: string): string[] {
  // Git may have changed the ends of its lines.
  const [before, after] = [kept, now].map((text) => text.replaceAll('\r\n', '\n').trimEnd().split('\n')) as [string[], string[]];
  const told = new Set<string>();
  return changesBetween(before, after).flatMap(({ baseStart, baseEnd, headStart, headEnd }) => {
    const isGone = headStart === headEnd;
    const path = isGone ? above(before, baseStart) : above(after, headStart);
    const context = path.flatMap((line, depth) => {
      const key = path.slice(0, depth + 1).join('\n');
      if (told.has(key)) return [];
      told.add(key);
      return [`  ${line}`];
    });
    return [
      ...context,
      ...before.slice(baseStart, baseEnd).map((line) => `- ${line}`),
      ...after.slice(headStart, headEnd).map((line) => `+ ${line}`),
    ];
  });
}
