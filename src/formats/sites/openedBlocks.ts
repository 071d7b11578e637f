/** A page whose indented notes and tabs stand at the margin, and by how much each line was moved. */
export interface OpenedPage {
  readonly lines: readonly string[];
  readonly moved: readonly number[];
}

/** Notes and tabs of Python-Markdown: `!!! note`, `??? tip "More"`, `=== "Linux"`; what is indented below them is theirs. */
const BEGIN = /^(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+["\w]/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const INDENT = 4;

/** Takes the indented text of notes and tabs out of them, which CommonMark reads as code and MkDocs does not; undefined for a page without any. */
export function openedBlocks(lines: readonly string[]): OpenedPage | undefined {
  if (!lines.some((line) => BEGIN.test(line))) return undefined;
  const opened = [...lines];
  const moved = lines.map(() => 0);
  let fence = '';
  for (let at = 0; at < opened.length; at++) {
    const line = opened[at] ?? '';
    const marks = FENCE.exec(line)?.[1] ?? '';
    if (fence !== '' ? marks.startsWith(fence) : marks !== '') fence = fence === '' ? marks : '';
    if (fence !== '' || !BEGIN.test(line)) continue;
    opened[at] = '';
    for (let below = at + 1; below < opened.length; below++) {
      const inner = opened[below] ?? '';
      if (inner.trim() === '') continue;
      if (!inner.startsWith(' '.repeat(INDENT))) break;
      opened[below] = inner.slice(INDENT);
      moved[below] = (moved[below] ?? 0) + INDENT;
    }
  }
  return { lines: opened, moved };
}
