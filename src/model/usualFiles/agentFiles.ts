/**
 * Files that people write for coding agents, and forms that agents fill in: their ids are examples, their tasks orders. They neither define nor refer, and
 * nothing is reported in them, under any notation. A glob of the project's own in `documents:` takes whatever it matches, these included.
 *
 * The folders are those of the agents that spec-kit 1.0.1 knows (`config` of src/specify_cli/integrations) and of the tools whose notations are read.
 */
export const AGENT_FILES: readonly string[] = [
  '**/{AGENTS,AGENT,CLAUDE,GEMINI,QWEN,CONTRIBUTING}.md',
  '**/.{agent,agents,alquimia,augment,bob,claude,clinerules,codebuddy,codex,commandcode,continue,cursor,devin,factory}/**',
  '**/.{firebender,forge,gemini,goose,grok,hermes,iflow,junie,kilo,kilocode,kimi,kimi-code,lingma,omp,opencode,pi,qoder}/**',
  '**/.{qwen,roo,rovodev,shai,tabnine,trae,vibe,windsurf,zcode}/**',
  '**/.github/{agents,chatmodes,instructions,prompts,skills}/**',
  '**/.github/copilot-instructions.md',
  '**/.kiro/{agents,hooks,prompts,settings,skills,steering}/**',
  '**/.specify/{extensions,integrations,memory,presets,scripts,templates,workflows}/**',
  '**/{_bmad,.bmad-core,.bmad,bmad-core}/**',
];
