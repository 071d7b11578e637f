import { version } from '../../../package.json';
import { say } from '../../model/message.ts';
import type { Offer } from '../../mcp/main.ts';
import { messageOf } from '../../text/errors.ts';
import { callTool } from '../../agents/call.ts';
import { AgentFolder } from '../agents/folder.ts';
import { inputSchema } from '../../agents/tool.ts';
import { INSTRUCTIONS, toolsFor } from '../agents/tools.ts';
import type { Command } from '../command.ts';
import { cacheFolderOf } from '../opening/open.ts';
import { programBeside } from '../opening/programBeside.ts';
import { chooseRoot } from '../opening/root.ts';

// @implements RT-6.1/AC17~a3115d
/** `reqtrace mcp`: what coding agents can ask, through the Model Context Protocol. */
export const mcp: Command = {
  name: 'mcp',
  summary: say('serve coding agents through the Model Context Protocol'),
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {
    'allow-tests': { type: 'boolean', help: say('also let agents run the tests of criteria') },
    'allow-write': { type: 'boolean', help: say('also let agents write annotations') },
  },
  exitCodes: { 0: say('the agent ended the session'), 2: say('could not run') },
  example: 'reqtrace mcp --root ../shop',

  async run(context) {
    const { io, args } = context;
    const { serve } = (await programBeside('mcp')) as { serve(offer: Offer): void };
    const root = chooseRoot(io.cwd, args.value('root'));
    const folder = new AgentFolder(root, { cacheFolder: cacheFolderOf(context), trusted: true, env: io.env });
    const tools = toolsFor({ tests: args.flag('allow-tests'), writing: args.flag('allow-write') });
    // It lives as long as standard input.
    serve({
      name: 'reqtrace',
      version,
      instructions: INSTRUCTIONS,
      tools: tools.map((tool) => ({
        name: tool.name,
        description: tool.description,
        inputSchema: inputSchema(tool),
        ...(tool.output && { outputSchema: tool.output }),
        readOnly: tool.readOnly,
      })),
      call: (name, given) => callTool(folder, tools, name, given),
      failed: (error) => void io.stderr.write(`reqtrace: ${messageOf(error)}\n`),
    });
    return 0;
  },
};
