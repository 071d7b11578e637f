import { basename, resolve } from 'node:path';
import { say } from '../../model/message.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { unreadOf } from '../../report/coverage/snapshot.ts';
import { UserError } from '../../workspace/userError.ts';
import { chooseRoot } from '../opening/root.ts';
import type { Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { save } from '../writing/save.ts';

/** `reqtrace export --format reqif`: requirements, criteria, links and statuses for another tool. */
export const exportItems: Command = {
  name: 'export',
  summary: say('write requirements for another tool'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: formatsOf('export'), help: say('in which format; has to be given') },
    output: { type: 'string', short: 'o', value: 'FILE', help: say('write to this file instead of standard output') },
    ...EVIDENCE_OPTION,
  },
  exitCodes: { 0: say('export written'), 2: say('could not run') },
  example: 'reqtrace export --format reqif --output requirements.reqif',

  async run(context) {
    const { io, args } = context;
    const format = args.value('format');
    if (format === undefined) throw new UserError(say('Say in which format: --format {0}', formatsOf('export').join(', ')));
    const { index } = await openWorkspace(context);
    const [unread] = unreadOf(index);
    if (unread) throw new UserError(say('Not everything could be read: {0}', unread));
    const text = await render('export', format, { view: index, name: basename(chooseRoot(io.cwd, args.value('root'))) });
    const output = args.value('output');
    if (output === undefined) io.stdout.write(text);
    else await save(resolve(io.cwd, output), output, text);
    return 0;
  },
};
