import * as l10n from '@vscode/l10n';
import { applyEdits } from '../../editor/edits.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { say, sayMany } from '../../model/message.ts';
import { knownItems } from '../../query/lookup.ts';
import { plain } from '../../report/writing/plainText.ts';
import { localised } from '../../text/words/localised.ts';
import { openContent } from '../../workspace/files/fileContent.ts';
import type { Project } from '../../workspace/project.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Command } from '../command.ts';
import type { CliIo } from '../terminal/io.ts';
import { openWorkspace } from '../opening/open.ts';
import { pickItem } from '../opening/pick.ts';
import type { PinEdit } from '../writing/pinEdits.ts';
import { edited, pinEdits } from '../writing/pinEdits.ts';
import type { PreparedFile } from '../writing/rewrite.ts';
import { prepareRewrite } from '../writing/rewrite.ts';
import { lineOf } from '../../model/position.ts';

/** `reqtrace pin REF…` prints references with the pin of the present text; `pin --write` puts them into annotations. */
export const pin: Command = {
  name: 'pin',
  summary: say('print references with pins of the current text, or write the pins into annotations'),
  usage: 'REF… | --write (REF… | --all)',
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    write: { type: 'boolean', help: say('write the pins into the annotations that refer to these items') },
    all: { type: 'boolean', help: say('all requirements and criteria') },
  },
  exitCodes: { 0: say('pins printed or written'), 2: say('no such item, or a file that cannot be edited safely, or could not run') },
  example: 'reqtrace pin --write IP-1.1.1/AC2',

  async run(context) {
    const { io, args } = context;
    if (args.flag('all') === args.positionals.length > 0) {
      throw new UserError(say('"reqtrace pin" takes either references or --all: reqtrace pin IP-1.1.1/AC2'));
    }
    const project = await openWorkspace(context);
    const { index } = project;
    const items = args.flag('all') ? [...knownItems(index)] : args.positionals.map((argument) => pickItem(project, argument));
    if (args.flag('write')) await writePins(project, pinEdits(index, items), io);
    else printPins(index, items, io);
    return 0;
  },
};

function printPins(index: IndexView, items: readonly Item[], io: CliIo): void {
  for (const item of items) {
    const reference = index.referenceTo(item, '');
    const pinned = writerOf(index.notations, item).revise?.(reference, index.revision(item));
    if (pinned === undefined) io.stderr.write(`${l10n.t('{0} cannot hold a pin', plain(reference))}\n`);
    else io.stdout.write(`${plain(pinned)}\n`);
  }
}

/** Prepares every file before it writes the first, so that a file that must be refused stops the whole. */
async function writePins(project: Project, edits: ReadonlyMap<string, readonly PinEdit[]>, io: CliIo): Promise<void> {
  const work: { file: PreparedFile; newText: string; made: readonly PinEdit[] }[] = [];
  for (const [path, wanted] of edits) {
    const text = await project.text(path);
    if (text === undefined) throw new UserError(say('{0} cannot be read', path));
    const file = await prepareRewrite(project.root, path, text);
    const made = thatHold(project, path, text, wanted);
    if (made.length) work.push({ file, newText: applyEdits(text, made), made });
    for (const edit of wanted) if (!made.includes(edit)) io.stderr.write(`${l10n.t('{0} cannot hold a pin, left as it is', line(edit))}\n`);
  }
  for (const { file, newText, made } of work) {
    await file.write(newText);
    for (const edit of made) io.stdout.write(`${line(edit)} -> ${plain(edit.newText)}\n`);
  }
  const total = work.reduce((sum, { made }) => sum + made.length, 0);
  const annotations = sayMany('{0} annotation', '{0} annotations', total);
  const pinned = sayMany('Pinned {1} in {0} file.', 'Pinned {1} in {0} files.', work.length, annotations);
  io.stdout.write(`${total ? localised(pinned) : l10n.t('Nothing to pin.')}\n`);
}

function thatHold({ reading }: Project, path: string, text: string, wanted: readonly PinEdit[]): readonly PinEdit[] {
  const content = openContent(applyEdits(text, wanted));
  return content.kind === 'text' ? edited(wanted, reading.extractor.extract(path, content.text).annotations) : [];
}

function line({ path, range, oldText }: PinEdit): string {
  return `${plain(path)}:${lineOf(range)}: ${plain(oldText)}`;
}
