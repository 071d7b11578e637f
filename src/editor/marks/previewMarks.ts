import * as l10n from '@vscode/l10n';
import type { IndexView } from '../../index/view.ts';
import type { Item, Link } from '../../model/item.ts';
import { requirementOf } from '../../model/item.ts';
import type { FilePath, Location, Range } from '../../model/position.ts';
import type { Status } from '../../model/status.ts';
import { isSetUp } from '../../query/telling.ts';
import { linesOf } from '../../text/lines.ts';
import { statusName } from '../../text/words/statusName.ts';
import { itemTitle } from '../hover/itemMarkdown.ts';
import { inOneSentence } from '../hover/markdown.ts';
import { statusSign, statusWords } from '../hover/statusWords.ts';

/** Most places of code, and of tests, that a mark names. */
const MOST_PLACES = 6;

/** A definition or a reference in a document, as a preview of it shows it. */
export interface PreviewMark {
  /** Line of the document, counted from 0. */
  readonly line: number;
  /** As it is written there: `IP-1.1.1`; empty where it is longer than a line. */
  readonly text: string;
  readonly use: 'definition' | 'reference';
  readonly status: Status;
  /** `✓` */
  readonly sign: string;
  /** `partial` in the language of the editor. */
  readonly statusName: string;
  /** What a hover says, in lines: name and status, where it is implemented, where it is tested. */
  readonly title: string;
  /** Of a reference, where its item is written; of a definition, its first code, else its first test: `/src/stock.ts#L18`, `#L18` in the document itself. */
  readonly href?: string;
}

/**
 * The marks of a document in a preview, in order of place. None in a folder without any sign of traceability, and none at unknown ids: a page for
 * readers does not report faults.
 */
export function previewMarks(view: IndexView, path: FilePath, text: string): PreviewMark[] {
  if (!view.complete || !isSetUp(view)) return [];
  const lines = linesOf(text);
  return view.referencesIn(path).flatMap(({ use, reference, resolution }): PreviewMark[] => {
    if (resolution.kind !== 'item') return [];
    const { item } = resolution;
    const { status, links } = view.coverage(item.key);
    const isDefinition = use === 'definition';
    const place = isDefinition ? firstPlace(links) : { path: item.path, range: item.facts.nameRange };
    return [
      {
        line: reference.range.start.line,
        text: written(lines, reference.range),
        use: isDefinition ? 'definition' : 'reference',
        status,
        sign: statusSign(status),
        statusName: statusName(status),
        title: titleOf(view, item),
        ...(place && { href: hrefOf(place, path) }),
      },
    ];
  });
}

function written(lines: readonly string[], { start, end }: Range): string {
  return start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : '';
}

function titleOf(view: IndexView, item: Item): string {
  const coverage = view.coverage(item.key);
  const { planned } = requirementOf(item).facts;
  return [
    `${itemTitle(item)}: ${statusWords(item, coverage, view.configuration.kinds)}`,
    ...(planned === undefined ? [] : [l10n.t('Planned by {0}: in no count until that change is part of the product', planned)]),
    ...placesLine('implements', coverage.links),
    ...placesLine('verifies', coverage.links),
  ].join('\n');
}

function placesLine(wanted: Link['is'], all: readonly Link[]): string[] {
  const links = all.filter(({ is }) => is === wanted);
  if (links.length === 0) return [];
  const shown = links.slice(0, MOST_PLACES).map(({ path, annotation: { declaration, reference } }) => {
    const where = `${path}:${reference.range.start.line + 1}`;
    return declaration === undefined ? where : `${declaration.name} ${where}`;
  });
  const places = inOneSentence(shown, links.length - shown.length);
  return [wanted === 'implements' ? l10n.t('Implemented in {0}', places) : l10n.t('Tested in {0}', places)];
}

function firstPlace(links: readonly Link[]): Location | undefined {
  const link = links.find(({ is }) => is === 'implements') ?? links.find(({ is }) => is === 'verifies');
  return link && { path: link.path, range: link.annotation.reference.range };
}

function hrefOf(place: Location, from: FilePath): string {
  const line = `#L${place.range.start.line + 1}`;
  return place.path === from ? line : `/${place.path.split('/').map(encodeURIComponent).join('/')}${line}`;
}
