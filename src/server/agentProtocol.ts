/** Request: what a coding agent is asked to do about an item. Params `ItemAddress`, result {@link AgentPrompt}, or an error whose message is safe to show. */
export const AGENT_PROMPT = 'reqtrace/agentPrompt';
export interface AgentPrompt {
  /** English, since a model reads it. */
  readonly prompt: string;
}
