/** Request: what a coding agent is asked to do about an item. Params `ItemAddress`, result {@link AgentPrompt}, or an error whose message is safe to show. */
export const AGENT_PROMPT = 'reqtrace/agentPrompt';
export interface AgentPrompt {
  /** English, since a model reads it. */
  readonly prompt: string;
}

/** Request: one question of a coding agent about a folder. Params {@link AgentQuestion}, result {@link AgentAnswer}. */
export const AGENT_TOOL = 'reqtrace/agentTool';

/** `{ folder: 'memfs:/shop', tool: 'read_criterion', given: { ref: 'IP-1.1/AC2' } }`. */
export interface AgentQuestion {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly tool: string;
  readonly given: unknown;
}

/** What an agent is told; `isError` where the question could not be answered as it was asked. */
export interface AgentAnswer {
  readonly text: string;
  readonly isError?: boolean;
}
