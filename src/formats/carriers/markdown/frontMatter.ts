import { looseYaml } from '../yaml/looseYaml.ts';

/** The metadata that may head a Markdown file. */
export interface FrontMatter {
  /** Number of lines that it takes, fences included; 0 if there is none. */
  readonly lines: number;
  /** Its top-level keys; empty if it is not YAML or not a mapping. */
  readonly data: Readonly<Record<string, unknown>>;
}

const NONE: FrontMatter = { lines: 0, data: {} };

/**
 * Reads the front matter at the top of a file, as Jekyll and its successors understand it: `---` on the first
 * line up to the next `---` or `...`. TOML between `+++` is passed over.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return NONE;
  const end = lines.findIndex((line, index) => index > 0 && closes(line.trimEnd(), fence));
  if (end < 0) return NONE;
  return { lines: end + 1, data: fence === '---' ? looseYaml(lines.slice(1, end).join('\n')) : {} };
}

function closes(line: string, fence: string): boolean {
  return line === fence || (fence === '---' && line === '...');
}
