import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind, InsertTextMode } from 'vscode-languageserver-types';
import type { Extractor } from '../../formats/extraction/extract.ts';
import type { Notation, TypedQuotation } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import { requirementOf } from '../../model/item.ts';
import type { CriterionItem } from '../../model/item.ts';
import { comparePositions, rangeAt } from '../../model/position.ts';
import type { Position, Range } from '../../model/position.ts';
import { isOpen } from '../../model/status.ts';
import { endsWithPath } from '../../index/items/pathTails.ts';
import { lineEndOf } from '../../text/lines.ts';
import { wrapped } from '../../text/wrapped.ts';
import { statusSign } from '../hover/statusWords.ts';
import { shorten } from '../hover/markdown.ts';
import { lspRange } from '../place.ts';
import type { OpenText } from './completionContext.ts';

/** A line is far from what it quotes if it is further down than that. */
const MOST_LINES = 60;
const MOST = 200;
const WIDTH = 80;
const LONGEST_NAME = 80;
/** An address that nobody quotes, and words that nobody wrote. */
const PROBE = 'https://reqtrace.invalid/probe#section-0';
const PROBE_WORDS = 'reqtrace probe';

/**
 * Where a reference is written that quotes: the addresses of sections, each with a sentence of it that is quoted along, and behind an address the sentences of that
 * section. What is unmet comes first. Undefined where none is being written, which the line decides nearly everywhere.
 */
export function quotationCompletion(view: IndexView, text: OpenText, position: Position, extractor: Extractor): CompletionList | undefined {
  const writers = extractor.notations.filter(({ write }) => write?.quoting !== undefined);
  if (writers.length === 0) return undefined;
  const role = extractor.roleOf(text.path);
  if (role !== 'code' && role !== 'test') return undefined;
  const first = Math.max(0, position.line - MOST_LINES);
  const lines = text.getText({ start: { line: first, character: 0 }, end: position }).split(/\r?\n/u);
  for (const notation of writers) {
    const typed = notation.write?.quoting?.(lines, text.path, view.configuration);
    if (typed && isRead(typed, { text, position, extractor, notation, first })) return listOf(view, notation, typed, { text, position });
  }
  return undefined;
}

interface Asked {
  readonly text: OpenText;
  readonly position: Position;
  readonly extractor: Extractor;
  readonly notation: Notation;
  /** Of the lines that were looked at. */
  readonly first: number;
}

/** True where the reader itself takes what would be written for a reference. */
function isRead(typed: TypedQuotation, { text, position, extractor, notation, first }: Asked): boolean {
  const range = restOfLine(text, position, typed.start);
  const isAddress = typed.kind === 'address';
  const probe = isAddress ? `${PROBE}\n${typed.lead}${PROBE_WORDS}` : PROBE_WORDS;
  const at = isAddress ? range.start : { ...typed.above, line: first + typed.above.line };
  const whole = text.getText();
  const probed = whole.slice(0, text.offsetAt(range.start)) + probe + whole.slice(text.offsetAt(range.end));
  const { references } = extractor.extractAt(text.path, probed, at);
  return references.some((reference) => reference.notation === notation.name && comparePositions(reference.range.start, at) === 0);
}

function restOfLine(text: OpenText, { line }: Position, start: number): Range {
  const whole = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }).replace(/[\r\n]+$/u, '');
  return rangeAt(line, start, whole.length);
}

function listOf(
  view: IndexView,
  { name, write }: Notation,
  typed: TypedQuotation,
  { text, position }: Pick<Asked, 'text' | 'position'>,
): CompletionList {
  const range = restOfLine(text, position, typed.start);
  const end = lineEndOf(text.getText());
  const criteria = [...view.requirements()].filter(({ notation }) => notation === name).flatMap((requirement) => requirement.criteria);
  const meant = typed.kind === 'address' ? criteria : criteria.filter((item) => isOf(item, typed));
  const isUnmet = (item: CriterionItem): boolean => isOpen(view.coverage(item.key).status);
  const ordered = [...meant.filter(isUnmet), ...meant.filter((item) => !isUnmet(item))].flatMap((item) => {
    const address = write?.address?.(item);
    return address === undefined ? [] : [{ item, address }];
  });
  const fitting = ordered.filter(({ item, address }) => fits(typed, item, address));
  const items = fitting.slice(0, MOST).map(({ item, address }, at): CompletionItem => {
    const quotation = wrapped(item.facts.text, WIDTH - typed.lead.trimStart().length);
    const newText =
      typed.kind === 'address' ? [address, ...quotation.map((line) => typed.lead + line)].join(end) : quotation.join(end + typed.lead);
    return {
      label: typed.kind === 'address' ? address : shorten(item.facts.text, LONGEST_NAME),
      labelDetails: {
        description: `${statusSign(view.coverage(item.key).status)} ${typed.kind === 'address' ? shorten(item.facts.text, LONGEST_NAME) : item.facts.localId}`,
      },
      kind: CompletionItemKind.EnumMember,
      sortText: String(at).padStart(4, '0'),
      filterText: typed.kind === 'address' ? `${address} ${item.facts.text}` : item.facts.text,
      textEdit: { range: lspRange(range), newText },
      // The lines have their indentation.
      insertTextMode: InsertTextMode.asIs,
      data: { key: item.key },
    };
  });
  return { isIncomplete: fitting.length > MOST, items };
}

/** True for a sentence of the section that is named above. */
function isOf(item: CriterionItem, { document, section }: TypedQuotation & { readonly kind: 'quotation' }): boolean {
  const { namespace, facts } = requirementOf(item);
  return facts.section === section && (namespace === document || endsWithPath(namespace, document));
}

/** True for what holds each word that is typed; the editor orders them. */
function fits({ typed }: TypedQuotation, { facts }: CriterionItem, address: string): boolean {
  const held = `${address} ${facts.text}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => held.includes(word));
}
