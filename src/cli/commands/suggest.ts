import type { Item } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import { changedUnits } from '../../query/changedUnits.ts';
import { suggestedJson, unitsJson } from '../../report/suggest/json.ts';
import { renderSuggested, renderUnits } from '../../report/suggest/text.ts';
import { lacks, needs } from '../../suggest/suggest.ts';
import type { SuggestedFor, Suggester } from '../../suggest/suggest.ts';
import { suggestionsOnDisk } from '../../workspace/suggestionsOnDisk.ts';
import { UserError } from '../../workspace/userError.ts';
import type { Project } from '../../workspace/project.ts';
import type { Command, CommandContext } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { pickItem } from '../opening/pick.ts';
import { readReview } from '../opening/review.ts';

const USUAL_LIMIT = 5;

// @implements RT-12.1/AC1~9d55e5, RT-12.1/AC5~0bb4b0
/** `reqtrace suggest [REF…]`: functions and tests that may meet criteria without any, and with `--changed` the other way round. */
export const suggest: Command = {
  name: 'suggest',
  summary: say('suggest code and tests for criteria that lack them'),
  usage: '[REF…]',
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    changed: { type: 'boolean', help: say('criteria for the functions and tests that the branch changed and nothing claims') },
    base: {
      type: 'string',
      value: 'REV',
      help: say('with --changed, compare with it (default: where the branch left the default branch)'),
    },
    limit: { type: 'string', value: 'N', help: say('at most this many suggestions for each (default: 5)') },
    format: { type: 'string', value: 'FORMAT', choices: ['text', 'json'], help: say('how to print (default: text)') },
  },
  exitCodes: { 0: say('suggestions printed, even if there are none'), 2: say('no such item, or could not run') },
  example: 'reqtrace suggest IP-1.1.1/AC2',

  async run(context) {
    const { io, args, palette } = context;
    if (args.value('base') !== undefined && !args.flag('changed')) throw new UserError(say('--base goes with --changed'));
    if (args.flag('changed') && args.positionals.length > 0)
      throw new UserError(say('--changed chooses the functions, so no criterion can be named with it'));
    const limit = limitOf(args.value('limit'));
    const json = args.value('format') === 'json';
    const project = await openWorkspace(context);
    const items = args.positionals.flatMap((argument) => unitsIn(pickItem(project, argument)));
    const suggester = await suggestionsOnDisk(project, true).now();
    if (args.flag('changed')) {
      const units = await changed(context, project, suggester, limit);
      io.stdout.write(json ? unitsJson(units) : renderUnits(units, palette));
      return 0;
    }
    const all = suggestedFor(project, suggester, items, limit);
    io.stdout.write(json ? suggestedJson(all) : renderSuggested(all, palette));
    return 0;
  },
};

function limitOf(text: string | undefined): number {
  if (text === undefined) return USUAL_LIMIT;
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new UserError(say('--limit takes a number from 1 to 9999, not "{0}"', text));
}

function unitsIn(item: Item): readonly Item[] {
  return item.type === 'requirement' ? unitsOf(item) : [item];
}

/** What the items lack that they need; of one that was named, whatever it has none of. */
function suggestedFor({ index }: Project, suggester: Suggester, named: readonly Item[], limit: number): readonly SuggestedFor[] {
  const items = named.length > 0 ? named : [...index.requirements()].flatMap(unitsOf);
  return items.flatMap((item) => {
    const roles = named.length > 0 ? lacks(index, item) : needs(index, item);
    return roles.map((role) => ({ item, role, suggestions: suggester.forItem(item, role, limit) }));
  });
}

async function changed({ args }: CommandContext, project: Project, suggester: Suggester, limit: number) {
  const base = args.value('base');
  const { comparison } = await readReview(
    project.root,
    { today: project.index.today, cacheFolder: project.cacheFolder, unclaimed: true, ...(base !== undefined && { base }) },
    async () => project,
  );
  return changedUnits(comparison, suggester.profiles).map(({ path, unit }) => ({
    path,
    line: unit.line,
    name: unit.name,
    items: suggester.forUnit(path, unit.line, limit),
  }));
}
