import type { JsonChange, Piece } from './piece.ts';
import { MARK, RULES, SKILL, SPEC_KIT_COMMAND, SPEC_KIT_MANIFEST } from './texts.ts';

/** Who is set up, by what. */
export interface Agent {
  /** As it is typed. */
  readonly name: string;
  /** As it is called; a name in every language. */
  readonly title: string;
  /** Files and folders that show that it is in use. */
  readonly signs: readonly string[];
  readonly pieces: readonly Piece[];
  /** What has to be run after that, once. */
  readonly next?: string;
}

/** `--no` keeps `npx` from installing something else by that name. */
const START = { command: 'npx', args: ['--no', '--', 'reqtrace', 'mcp'] } as const;

/** Seconds that a comparison with the default branch may take. */
const PATIENCE = 60;

/** All that can be set up, in the order in which they are shown. */
export const AGENTS: readonly Agent[] = [
  {
    name: 'claude',
    title: 'Claude Code',
    signs: ['.claude', 'CLAUDE.md', '.mcp.json'],
    pieces: [
      server('.mcp.json', 'mcpServers'),
      { kind: 'file', path: '.claude/skills/reqtrace/SKILL.md', text: SKILL, mark: MARK },
      {
        kind: 'json',
        path: '.claude/settings.json',
        changes: [claudeHook('Stop', 'stop'), claudeHook('PostToolUse', 'edit', 'Edit|Write')],
      },
    ],
  },
  { name: 'vscode', title: 'VS Code', signs: ['.vscode'], pieces: [server('.vscode/mcp.json', 'servers', { type: 'stdio' })] },
  { name: 'cursor', title: 'Cursor', signs: ['.cursor'], pieces: [server('.cursor/mcp.json', 'mcpServers')] },
  { name: 'gemini', title: 'Gemini CLI', signs: ['.gemini', 'GEMINI.md'], pieces: [server('.gemini/settings.json', 'mcpServers')] },
  {
    name: 'kiro',
    title: 'Kiro',
    signs: ['.kiro'],
    pieces: [
      server('.kiro/settings/mcp.json', 'mcpServers'),
      {
        kind: 'json',
        path: '.kiro/hooks/reqtrace.json',
        changes: [{ kind: 'default', at: ['version'], value: 'v1' }, kiroHook('Stop', 'stop')],
      },
    ],
  },
  { name: 'agents-md', title: 'AGENTS.md', signs: ['AGENTS.md'], pieces: [{ kind: 'block', path: 'AGENTS.md', text: RULES }] },
  {
    name: 'spec-kit',
    title: 'spec-kit',
    signs: ['.specify'],
    pieces: [
      { kind: 'file', path: '.specify/reqtrace/extension.yml', text: SPEC_KIT_MANIFEST, mark: MARK },
      { kind: 'file', path: '.specify/reqtrace/commands/speckit.reqtrace.check.md', text: SPEC_KIT_COMMAND, mark: MARK },
    ],
    next: 'specify extension add --dev .specify/reqtrace',
  },
];

function server(path: string, list: string, more: Readonly<Record<string, string>> = {}): Piece {
  return { kind: 'json', path, changes: [{ kind: 'entry', at: [list, 'reqtrace'], value: { ...more, ...START } }] };
}

function claudeHook(trigger: string, event: string, matcher?: string): JsonChange {
  const hooks = [{ type: 'command', command: `npx --no -- ${called(event)}` }];
  return {
    kind: 'item',
    at: ['hooks', trigger],
    value: { ...(matcher !== undefined && { matcher }), hooks },
    command: called(event),
  };
}

function kiroHook(trigger: string, event: string): JsonChange {
  return {
    kind: 'item',
    at: ['hooks'],
    value: {
      name: `reqtrace-${event}`,
      trigger,
      action: { type: 'command', command: `npx --no -- ${called(event)}` },
      timeout: PATIENCE,
    },
    command: called(event),
  };
}

function called(event: string): string {
  return `reqtrace hook ${event}`;
}
