import type { Attribute } from '../../../model/facts.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import type { Section } from '../../carriers/markdown/sections.ts';

/** What the status of a decision is headed by, in the languages in which people keep decision logs. */
const STATUS = '(?:Status|Statut|Estado|Stato|Статус|状态|状況|ステータス|상태)';
const HEADING = new RegExp(`^(?:\\d+[.)]\\s*)?${STATUS}\\s*[:：]?$`, 'iu');
const LINE = new RegExp(`^\\s*${STATUS}\\s*[:：]\\s*(?<value>\\S.*)$`, 'iu');
const CELL = new RegExp(`^\\s*${STATUS}\\s*[:：]?\\s*$`, 'iu');
const KEY = /^(?<key>status\s*:\s*)(?<value>\S.*)$/iu;

/** A status that says that the decision does not hold. */
const CLOSED =
  /^[\s\p{P}\p{S}]*(?:super[sc]eded|replaced|rejected|declined|deprecated|obsoleted?|withdrawn|retired|abandoned|cancell?ed|abgelehnt|ersetzt|überholt|veraltet|verworfen|rejetée?|remplacée?|dépréciée?|obsolète|rechazad[ao]|obsolet[ao]|rejeitad[ao]|substituíd[ao]|reemplazad[ao]|отклонено|устарело|заменено|已?(?:废弃|廢棄|拒绝|拒絕|取代|弃用)|却下|廃止|非推奨|거부|폐기|대체)/iu;
/** One that did hold until another took its place. */
const REPLACED = /(?:super[sc]eded|replaced|obsoleted) by\b/iu;
const IN_PART = /\b(?:part|partly|partially)\b/iu;

/** What a decision says of its status. */
export interface WrittenStatus {
  readonly attribute: Attribute;
  /** True where it was rejected, deprecated or superseded, so that nothing is to be done for it. */
  readonly isClosed: boolean;
}

interface Found {
  readonly value: string;
  readonly range: Range;
}

/**
 * The status of a decision: `status:` of the front matter (MADR 3 and later), a section of that name (adr-tools, where more than one line may say it),
 * else a line or row that begins with the word (MADR 2, log4brains). A choice that nobody made, `{proposed | accepted}`, is none.
 */
export function statusOf(document: CarriedDocument, sections: readonly Section[]): WrittenStatus | undefined {
  const ways = [() => inFrontMatter(document), () => inSection(sections), () => [...inLines(document.markdown.blocks)].slice(0, 1)];
  for (const way of ways) {
    const found = way().filter(({ value }) => value !== '' && !/[|{]/u.test(value));
    const [first] = found;
    if (first) {
      const attribute = { name: 'Status', value: first.value, range: first.range };
      return { attribute, isClosed: found.some(({ value }) => isClosed(value)) };
    }
  }
  return undefined;
}

function isClosed(status: string): boolean {
  return !IN_PART.test(status) && (CLOSED.test(status) || REPLACED.test(status));
}

function inFrontMatter({ lines, markdown: { frontMatter } }: CarriedDocument): readonly Found[] {
  const status = frontMatter.data['status'];
  if (typeof status !== 'string') return [];
  const line = lines.slice(0, frontMatter.lines).findIndex((text) => KEY.test(text));
  const { key = '', value = '' } = KEY.exec(lines[line] ?? '')?.groups ?? {};
  return [{ value: collapse(status), range: rangeAt(Math.max(0, line), key.length, key.length + value.trimEnd().length) }];
}

function inSection(sections: readonly Section[]): readonly Found[] {
  const section = sections.find(({ title }) => HEADING.test(title));
  return section ? [...textsIn(section.blocks)].map((inline) => firstLine(inline)) : [];
}

function firstLine(inline: InlineText): Found {
  const [line = ''] = inline.plain.split('\n', 1);
  const start = line.length - line.trimStart().length;
  return { value: collapse(line), range: inline.rangeOf(start, Math.max(start, line.trimEnd().length)) };
}

function* textsIn(blocks: readonly Block[]): Generator<InlineText> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block.inline;
    else if (block.type === 'list') for (const item of block.items) yield* textsIn(item.blocks);
    else if (block.type === 'quote') yield* textsIn(block.blocks);
  }
}

function* inLines(blocks: readonly Block[]): Generator<Found> {
  for (const block of blocks) {
    if (block.type === 'table') {
      const { header, rows } = block;
      const column = header.cells.findIndex(({ inline }) => CELL.test(inline.plain));
      // A table of more than two columns names them; one of two says a thing on each line.
      const cells =
        header.cells.length > 2
          ? [rows[0]?.cells[column]]
          : [header, ...rows].map(({ cells: [name, value] }) => (CELL.test(name?.inline.plain ?? '') ? value : undefined));
      for (const cell of cells) if (cell) yield firstLine(cell.inline);
    } else for (const inline of textsIn([block])) yield* linesOf(inline);
  }
}

function* linesOf(inline: InlineText): Generator<Found> {
  let at = 0;
  for (const line of inline.plain.split('\n')) {
    const value = LINE.exec(line)?.groups?.['value']?.trimEnd();
    if (value !== undefined) {
      const start = at + line.indexOf(value);
      yield { value: collapse(value), range: inline.rangeOf(start, start + value.length) };
    }
    at += line.length + 1;
  }
}
