import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inARow, say } from '../../model/message.ts';
import { plain } from '../../report/writing/plainText.ts';
import { localised } from '../../text/words/localised.ts';
import { UserError } from '../../workspace/userError.ts';
import { AGENTS } from '../agents/setup/agentTable.ts';
import type { Agent } from '../agents/setup/agentTable.ts';
import { carryOut, planPiece, snippet } from '../agents/setup/folderPieces.ts';
import type { Plan } from '../agents/setup/folderPieces.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { chooseRoot } from '../opening/root.ts';
import { withSuggestion } from '../terminal/arguments.ts';

const NAMES = AGENTS.map(({ name }) => name);

// @implements RT-6.1/AC20~887352
/** `reqtrace agents`: shows, writes or removes what coding agents need to ask ReqTrace and to be held back by it. */
export const agents: Command = {
  name: 'agents',
  summary: say('show, write or remove what coding agents need to work with ReqTrace'),
  usage: `[${NAMES.join(' | ')}…]`,
  positionals: { min: 0, max: Number.POSITIVE_INFINITY },
  options: {
    write: { type: 'boolean', help: say('write it; what else is in a file stays') },
    remove: { type: 'boolean', help: say('take out what was written') },
  },
  exitCodes: {
    0: say('shown, written or removed'),
    2: say('a file was left as it is, and what belongs in it was shown, or could not run'),
  },
  example: 'reqtrace agents claude --write',

  async run(context) {
    const { io, args, palette } = context;
    const [write, remove] = [args.flag('write'), args.flag('remove')];
    if (write && remove) throw new UserError(say('--write and --remove do not go together'));
    const root = chooseRoot(io.cwd, args.value('root'));
    const chosen = chosenAgents(context, root);
    let code: ExitCode = 0;
    for (const { title, pieces, next } of chosen) {
      io.stdout.write(`${palette.bold(title)}\n`);
      for (const piece of pieces) {
        // One after the other: two agents may share a file.
        const plan = await planPiece(root, piece, remove ? 'remove' : 'write');
        if (write || remove) await carryOut(root, plan);
        if (plan.outcome.kind === 'refused' && (write || remove)) code = 2;
        io.stdout.write(`  ${plain(piece.path)}: ${stateOf(plan, write || remove)}\n${remove ? '' : shown(plan, write)}`);
      }
      if (next !== undefined && !remove) io.stdout.write(`  ${l10n.t('Then run: {0}', next)}\n`);
    }
    if (!write && !remove) {
      const typed = ['reqtrace agents', ...chosen.map(({ name }) => name), '--write'].join(' ');
      io.stdout.write(`\n${l10n.t('Nothing was written. To write it: {0}', typed)}\n`);
    }
    return code;
  },
};

/** Those that were named, else those that the folder has signs of; to show or remove, all. */
function chosenAgents({ args }: CommandContext, root: string): readonly Agent[] {
  const wrong = args.positionals.find((name) => !NAMES.includes(name));
  if (wrong !== undefined) {
    const unknown = say('There is no agent "{0}"', wrong);
    throw new UserError(say('{0}; it takes {1}', withSuggestion(unknown, wrong, NAMES) ?? unknown, inARow(NAMES)));
  }
  if (args.positionals.length > 0) return AGENTS.filter(({ name }) => args.positionals.includes(name));
  if (args.flag('remove')) return AGENTS;
  const inUse = AGENTS.filter(({ signs }) => signs.some((sign) => existsSync(join(root, sign))));
  if (inUse.length > 0) return inUse;
  if (args.flag('write')) throw new UserError(say('The folder has no sign of an agent, so name one: {0}', inARow(NAMES)));
  return AGENTS;
}

function stateOf({ outcome, before }: Plan, done: boolean): string {
  switch (outcome.kind) {
    case 'same':
      return before === undefined ? l10n.t('is not there') : l10n.t('nothing to change');
    case 'text':
      return done ? l10n.t('written') : l10n.t('would be written');
    case 'gone':
      return l10n.t('removed');
    case 'refused':
      return l10n.t('left as it is: {0}', plain(localised(outcome.why)));
  }
}

function shown({ piece, outcome }: Plan, done: boolean): string {
  if (outcome.kind !== 'refused' && (done || outcome.kind !== 'text')) return '';
  const lines = snippet(piece).trimEnd().split('\n');
  return `${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n`;
}
