import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { say } from '../../model/message.ts';
import { BYTE_FORMATS } from '../../report/export/bytes.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { unreadOf } from '../../report/coverage/snapshot.ts';
import { messageOf } from '../../text/errors.ts';
import { gitState } from '../../workspace/past/gitState.ts';
import { UserError } from '../../workspace/userError.ts';
import { chooseRoot } from '../opening/root.ts';
import type { Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { save } from '../writing/save.ts';

const FORMATS = [...formatsOf('export'), ...Object.keys(BYTE_FORMATS)];

/** `reqtrace export --format reqif`: requirements, criteria, links and statuses for another tool. */
export const exportItems: Command = {
  name: 'export',
  summary: say('write requirements for another tool'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: FORMATS, help: say('in which format; has to be given') },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: say('write to this file instead of standard output; of parquet, to this folder'),
    },
    repository: { type: 'string', value: 'NAME', help: say('name of the repository in parquet; that of the folder by default') },
    ...EVIDENCE_OPTION,
  },
  exitCodes: { 0: say('export written'), 2: say('could not run') },
  example: 'reqtrace export --format reqif --output requirements.reqif',

  async run(context) {
    const { io, args } = context;
    const format = args.value('format');
    if (format === undefined) throw new UserError(say('Say in which format: --format {0}', FORMATS.join(', ')));
    const { index, root } = await openWorkspace(context);
    const [unread] = unreadOf(index);
    if (unread) throw new UserError(say('Not everything could be read: {0}', unread));
    const input = { view: index, name: basename(chooseRoot(io.cwd, args.value('root'))) };
    const output = args.value('output');
    const bytes = BYTE_FORMATS[format];
    if (bytes) {
      if (output === undefined) throw new UserError(say('{0} is not text: say where to write it, with --output', format));
      const { commit = '' } = await gitState(root);
      await saveAll(io.cwd, output, bytes({ ...input, repository: args.value('repository') ?? input.name, commit }));
      return 0;
    }
    const text = await render('export', format, input);
    if (output === undefined) io.stdout.write(text);
    else await save(resolve(io.cwd, output), output, text);
    return 0;
  },
};

/** Writes files into a folder, which is made where it is missing; one without a name is the file itself. */
async function saveAll(cwd: string, output: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) {
    const path = name === '' ? output : join(output, name);
    if (name !== '')
      await mkdir(resolve(cwd, output), { recursive: true }).catch((error: unknown) => {
        throw new UserError(say('Cannot write {0}: {1}', output, messageOf(error)));
      });
    await save(resolve(cwd, path), path, bytes);
  }
}
