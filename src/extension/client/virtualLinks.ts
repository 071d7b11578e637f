import type { Place } from '../../server/protocol.ts';

const LINK = /(?<!\\)\]\(([a-z][\w.+-]*):([^()\s]*?)(?:#L(\d+))?\)/giu;

/**
 * Markdown whose links to files that no disk has open these by a command: VS Code shows no other links to them. `[a.md:3](memfs:/a.md#L3)` becomes
 * `[a.md:3](command:reqtrace.openPlace?…)`.
 *
 * @param schemes those of such files.
 */
export function withOpeningLinks(markdown: string, command: string, schemes: readonly string[]): string {
  return markdown.replaceAll(LINK, (link, scheme: string, rest: string, line = '1') => {
    if (!schemes.includes(scheme.toLowerCase())) return link;
    const at = { line: Number(line) - 1, character: 0 };
    const place: Place = { uri: `${scheme}:${rest}`, range: { start: at, end: at } };
    return `](command:${command}?${encodeURIComponent(JSON.stringify([place]))})`;
  });
}
