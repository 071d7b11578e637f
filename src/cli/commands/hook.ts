import { isAbsolute, resolve } from 'node:path';
import { say } from '../../model/message.ts';
import { messageOf } from '../../text/errors.ts';
import { toFilePath } from '../../workspace/files/filePaths.ts';
import { AgentFolder } from '../agents/folder.ts';
import { editFaults, stopFaults } from '../agents/hooks.ts';
import { bounded } from '../../agents/words.ts';
import type { Command, CommandContext } from '../command.ts';
import { cacheFolderOf } from '../opening/open.ts';
import { chooseRoot } from '../opening/root.ts';

const EVENTS = ['stop', 'edit'] as const;

/** Tokens of a reason. */
const LONGEST_REASON = 290;

// @implements RT-6.1/AC19~7bdc21
/** `reqtrace hook stop`: what a coding agent's hook runs when it is about to end, or has edited a file. */
export const hook: Command = {
  name: 'hook',
  summary: say('answer the hook of a coding agent: hold it back while requirements are broken'),
  usage: 'stop | edit',
  positionals: { min: 1, max: 1 },
  options: {
    base: { type: 'string', value: 'REV', help: say('compare with it (default: where the branch left the default branch)') },
  },
  // Hosts take 2 for "hold it back", so that no fault of ours may end with it.
  failure: 1,
  exitCodes: {
    0: say('answered: a line of JSON on standard output holds the agent back, nothing lets it go on'),
    1: say('could not tell'),
  },
  example: 'reqtrace hook stop',

  async run(context) {
    const { io, args } = context;
    const [event = ''] = args.positionals;
    try {
      const told = await eventOf(context);
      // A host says so when the agent was held back before: once is enough.
      if (String(told['stop_hook_active']) === 'true') return 0;
      const reason = await reasonOf(context, event, told);
      if (reason !== undefined)
        io.stdout.write(
          `${JSON.stringify({ decision: 'block', reason: bounded(reason, 'review_changes has the rest.', LONGEST_REASON) })}\n`,
        );
      return 0;
    } catch (error) {
      io.stderr.write(`reqtrace: ${messageOf(error)}\n`);
      return 1;
    }
  },
};

async function reasonOf(context: CommandContext, event: string, told: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { io, args } = context;
  if (!EVENTS.some((known) => known === event)) throw new Error(`there is no event ${event}: ${EVENTS.join(', ')}`);
  const cwd = typeof told['cwd'] === 'string' && isAbsolute(told['cwd']) ? told['cwd'] : io.cwd;
  const folder = new AgentFolder(chooseRoot(cwd, args.value('root')), { cacheFolder: cacheFolderOf(context), trusted: true, env: io.env });
  if (event === 'stop') return stopFaults(folder, args.value('base'));
  const paths = [...filesIn(told)].flatMap((file) => toFilePath(folder.root, resolve(cwd, file)) ?? []);
  return paths.length === 0 ? undefined : editFaults(folder, paths);
}

/** How hosts name what a tool edits, and what they put around it: the arguments of the tool, some of which are JSON in a text, and lists of edits. */
const NAMES: ReadonlySet<string> = new Set(['file_path', 'filePath', 'path', 'notebook_path']);
const AROUND: ReadonlySet<string> = new Set(['tool_input', 'toolInput', 'toolArgs', 'edits', 'replacements', 'files']);

/** The files that a tool edited, as hosts name them: `filesIn({ tool_input: { file_path: 'src/a.ts' } })`. */
function filesIn(told: unknown): ReadonlySet<string> {
  if (Array.isArray(told)) return new Set(told.flatMap((each: unknown) => (typeof each === 'string' ? [each] : [...filesIn(each)])));
  const files = new Set<string>();
  for (const [name, value] of Object.entries(typeof told === 'object' && told !== null ? told : {})) {
    if (NAMES.has(name) && typeof value === 'string') files.add(value);
    else if (AROUND.has(name)) for (const file of filesIn(typeof value === 'string' ? parsed(value) : value)) files.add(file);
  }
  return files;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the host wrote; nothing where it wrote nothing. */
async function eventOf({ io }: CommandContext): Promise<Readonly<Record<string, unknown>>> {
  const text = (await io.readInput?.()) ?? '';
  if (text.trim() === '') return {};
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
