import { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/*
 * The Model Context Protocol, apart from the command line, which starts faster without it: `reqtrace mcp` loads this program and hands over what it offers.
 * Speaks the protocol of 2026-07-28 and, with who opens it by `initialize`, those from 2024-11-05 on.
 */

/** What a server offers to agents. */
export interface Offer {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly OfferedTool[];
  /** Answers one call; never throws for what the agent asked wrong. */
  call(name: string, given: unknown): Promise<ToolAnswer>;
  /** What went wrong with the connection, for the log. */
  failed(error: Error): void;
}

/** A tool as the protocol lists it. */
export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly outputSchema?: Readonly<Record<string, unknown>>;
  readonly readOnly: boolean;
}

/** What a call came to. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError?: boolean;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Serves one agent over standard input and output until it closes them: `serve({ name: 'reqtrace', … })`. */
export function serve({ name, version, instructions, tools, call, failed }: Offer): void {
  serveStdio(
    () => {
      const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
      server.setRequestHandler('tools/list', () => ({ tools: tools.map(listed) }));
      server.setRequestHandler('tools/call', async ({ params }) => {
        const { text, isError, data } = await call(params.name, params.arguments);
        return {
          content: [{ type: 'text' as const, text }],
          ...(isError === true && { isError }),
          ...(data && { structuredContent: data }),
        };
      });
      return server;
    },
    { onerror: failed },
  );
}

function listed({ name, description, inputSchema, outputSchema, readOnly }: OfferedTool): ListedTool {
  return {
    name,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    ...(outputSchema && { outputSchema: { ...outputSchema, type: 'object' as const } }),
    annotations: { readOnlyHint: readOnly, openWorldHint: false },
  };
}

interface ListedTool {
  name: string;
  description: string;
  inputSchema: { type: 'object'; [key: string]: unknown };
  outputSchema?: { type: 'object'; [key: string]: unknown };
  annotations: { readOnlyHint: boolean; openWorldHint: false };
}
