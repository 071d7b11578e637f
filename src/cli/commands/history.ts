import { basename } from 'node:path';
import { version } from '../../../package.json';
import { say, sayMany } from '../../model/message.ts';
import { PACES } from '../../query/history.ts';
import { formatsOf, render } from '../../report/formats.ts';
import { plain } from '../../report/writing/plainText.ts';
import { readHistory } from '../../workspace/past/history/readHistory.ts';
import { localised } from '../../text/words/localised.ts';
import type { Command } from '../command.ts';
import { readCount } from '../terminal/count.ts';
import { progressLine } from '../terminal/progress.ts';
import { cacheFolderOf, parseToday } from '../opening/open.ts';
import { chooseRoot } from '../opening/root.ts';
import { spokenPageLanguage } from '../../report/html/pageLanguage.ts';
import type { PageIdentity } from '../../report/html/sections/header.ts';
import { gitState } from '../../workspace/past/gitState.ts';
import { today } from '../../workspace/localDay.ts';

const DEFAULT_LIMIT = 200;

/** `reqtrace history`: how coverage came to be what it is. */
export const history: Command = {
  name: 'history',
  summary: say('show how coverage changed over time'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    since: { type: 'string', value: 'REV|DATE', help: say('from this revision or day on (default: from the beginning)') },
    until: { type: 'string', value: 'REV|DATE', help: say('up to this revision or day (default: HEAD)') },
    every: {
      type: 'string',
      value: 'PACE',
      choices: PACES,
      help: say('count at each tag, at the last commit of each week, or at each commit (default: week)'),
    },
    limit: { type: 'string', value: 'NUMBER', help: say('at most this many, the newest ones (default: {0})', DEFAULT_LIMIT) },
    format: { type: 'string', value: 'FORMAT', choices: formatsOf('history'), help: say('how to print (default: text)') },
  },
  exitCodes: { 0: say('history printed'), 2: say('could not run') },
  example: 'reqtrace history --every tag --format html > history.html',

  async run(context) {
    const { io, args, palette } = context;
    const cacheFolder = cacheFolderOf(context);
    const root = chooseRoot(io.cwd, args.value('root'));
    const [since, until] = [args.value('since'), args.value('until')];
    const limit = readCount(args, 'limit', 1) ?? DEFAULT_LIMIT;
    const format = args.value('format') ?? 'text';
    const progress = progressLine(io);
    const found = await readHistory(
      root,
      {
        every: PACES.find((pace) => pace === args.value('every')) ?? 'week',
        limit,
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
      },
      { onProgress: progress.update, ...(cacheFolder !== undefined && { cacheFolder }) },
    ).finally(progress.done);
    io.stdout.write(
      await render('history', format, {
        history: found,
        palette,
        name: basename(root),
        language: spokenPageLanguage(),
        identity: () => identityOf(root, parseToday(args.value('today'))),
      }),
    );
    const notes = [
      ...(found.omitted
        ? [
            localised(
              sayMany(
                '{0} older point left out: --limit {1} shows all',
                '{0} older points left out: --limit {1} shows all',
                found.omitted,
                limit + found.omitted,
              ),
            ),
          ]
        : []),
      ...found.notes,
    ];
    for (const note of notes) io.stderr.write(`reqtrace: ${plain(note)}\n`);
    return 0;
  },
};

async function identityOf(root: string, given: string | undefined): Promise<PageIdentity> {
  const { prefix: _prefix, ...state } = await gitState(root);
  return { version, date: given ?? today(), dateIsGiven: given !== undefined, ...state };
}
