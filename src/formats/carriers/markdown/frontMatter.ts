import { parseDocument } from 'yaml';
import { isRecord } from '../../../text/parsed.ts';
import { tooDeepAt } from '../yaml/nesting.ts';

/** The metadata that may head a Markdown file. */
export interface FrontMatter {
  /** Number of lines that it takes, fences included; 0 if there is none. */
  readonly lines: number;
  /** Its top-level keys; empty if it is not YAML or not a mapping. */
  readonly data: Readonly<Record<string, unknown>>;
}

const NONE: FrontMatter = { lines: 0, data: {} };
/** A mapping that names more than this many aliases is hostile, not metadata. */
const MAX_ALIASES = 100;

/**
 * Reads the front matter at the top of a file, as Jekyll and its successors understand it: `---` on the first
 * line up to the next `---` or `...`. TOML between `+++` is passed over.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return NONE;
  const end = lines.findIndex((line, index) => index > 0 && closes(line.trimEnd(), fence));
  if (end < 0) return NONE;
  return { lines: end + 1, data: fence === '---' ? readYaml(lines.slice(1, end).join('\n')) : {} };
}

function closes(line: string, fence: string): boolean {
  return line === fence || (fence === '---' && line === '...');
}

/** Metadata is small. */
const MAX_LENGTH = 100_000;

function readYaml(text: string): Readonly<Record<string, unknown>> {
  if (text.length > MAX_LENGTH || tooDeepAt(text) !== undefined) return {};
  try {
    const data: unknown = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false }).toJS({
      maxAliasCount: MAX_ALIASES,
    });
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
}
