import * as l10n from '@vscode/l10n';
import { list as listItems, ITEM_KINDS, kindOf, nameOf } from '../../query/list.ts';
import type { ItemKind } from '../../query/list.ts';
import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { STATUSES } from '../../model/status.ts';
import { lineOf } from '../../model/position.ts';
import { jsonItem } from '../../report/json/item.ts';
import { SCHEMA_VERSION, toJson } from '../../report/writing/json.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import type { Palette } from '../../report/writing/palette.ts';
import { statusPaint } from '../../report/writing/palette.ts';
import { plain, truncate } from '../../report/writing/plainText.ts';
import { renderSkipped, renderSkippedJson } from '../../report/skipped.ts';
import { alignRows } from '../../report/writing/table.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command, CommandContext } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { readCount } from '../terminal/count.ts';

/** Kinds of items as people read them. */
const KIND_WORDS: Readonly<Record<ItemKind, Message>> = {
  requirement: say('requirement'),
  criterion: say('criterion'),
  step: say('step'),
  target: say('target'),
};

/** Options that choose among requirements and criteria. */
const FILTERS = ['status', 'document', 'kind', 'text'] as const;

/** `reqtrace list`: requirements and criteria, one a line; or the files that were not read. */
export const list: Command = {
  name: 'list',
  summary: say('list requirements and criteria'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    status: { type: 'string', value: 'STATUS', choices: STATUSES, many: true, help: say('only with one of these') },
    document: { type: 'string', value: 'GLOB', help: say('only from documents whose path matches this glob or contains this text') },
    kind: { type: 'string', value: 'KIND', choices: ITEM_KINDS, many: true, help: say('only of these kinds') },
    text: { type: 'string', value: 'WORDS', help: say('only with all these words in ID, title or text') },
    limit: { type: 'string', value: 'NUMBER', help: say('at most this many, and say how many are left') },
    offset: { type: 'string', value: 'NUMBER', help: say('leave out this many first') },
    skipped: { type: 'boolean', help: say('list the files that were not read instead, with the reason') },
    format: { type: 'string', value: 'FORMAT', choices: ['text', 'json'], help: say('how to print (default: text)') },
    ...EVIDENCE_OPTION,
  },
  exitCodes: { 0: say('list printed, even if it is empty'), 2: say('could not run') },
  example: 'reqtrace list --status unmet,partial --document docs/launch.md',

  async run(context) {
    const { io, args, palette } = context;
    const json = args.value('format') === 'json';
    const filter = args.flag('skipped') ? FILTERS.find((name) => args.value(name) !== undefined) : undefined;
    if (filter !== undefined) throw new UserError(say('--skipped lists files, so --{0} does not go with it', filter));
    const bounds = readBounds(context);
    const { index, skipped } = await openWorkspace(context);
    if (args.flag('skipped')) {
      const part = partOf(skipped, bounds);
      io.stdout.write(json ? renderSkippedJson(part.rows, countsOf(part)) : renderSkipped(part.rows, palette));
      tellLeft(context, part);
      return 0;
    }
    const document = args.value('document');
    const text = args.value('text');
    const found = listItems(index, {
      statuses: chosen(STATUSES, args.value('status')),
      kinds: chosen(ITEM_KINDS, args.value('kind')),
      ...(document !== undefined && { documents: [document] }),
      ...(text !== undefined && { text }),
    });
    const part = partOf(found, bounds);
    if (json) {
      io.stdout.write(toJson({ schemaVersion: SCHEMA_VERSION, ...countsOf(part), items: part.rows.map((item) => jsonItem(index, item)) }));
    } else if (part.rows.length) {
      io.stdout.write(`${rows(index, part.rows, palette).join('\n')}\n`);
    }
    tellLeft(context, part);
    return 0;
  },
};

/** A part of a list, with what is before and after it. */
interface Part<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly offset: number;
  readonly left: number;
}

interface Bounds {
  readonly limit: number;
  readonly offset: number;
}

function readBounds({ args }: CommandContext): Bounds {
  return { limit: readCount(args, 'limit', 1) ?? Number.POSITIVE_INFINITY, offset: readCount(args, 'offset', 0) ?? 0 };
}

function partOf<T>(all: readonly T[], { limit, offset }: Bounds): Part<T> {
  const shown = all.slice(offset, offset + limit);
  return { rows: shown, total: all.length, offset, left: Math.max(0, all.length - offset - shown.length) };
}

function countsOf({ total, offset, left }: Part<unknown>): { readonly total: number; readonly offset: number; readonly left: number } {
  return { total, offset, left };
}

/** Beside the list, which is for other programs too. */
function tellLeft({ io }: CommandContext, { rows: shown, offset, left, total }: Part<unknown>): void {
  if (left > 0) io.stderr.write(`reqtrace: ${l10n.t('{0} more: --offset {1}', left, offset + shown.length)}\n`);
  else if (shown.length === 0 && total > 0) io.stderr.write(`reqtrace: ${l10n.t('there are only {0}', total)}\n`);
}

function chosen<T extends string>(all: readonly T[], value: string | undefined): readonly T[] {
  const wanted = value?.split(',') ?? [];
  return all.filter((each) => wanted.includes(each));
}

function rows(index: IndexView, items: readonly Item[], palette: Palette): string[] {
  return alignRows(
    items.map((item) => {
      const { status } = index.coverage(item.key);
      return [
        { text: `${plain(item.path)}:${lineOf(item.facts.nameRange)}`, paint: palette.dim },
        { text: statusName(status), paint: statusPaint(palette, status) },
        { text: localised(KIND_WORDS[kindOf(item)]), paint: palette.dim },
        { text: plain(item.id) },
        { text: truncate(plain(nameOf(item)), 72) },
      ];
    }),
  );
}
