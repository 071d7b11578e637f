/**
 * Markdown cut to so many UTF-8 bytes without leaving a fold open: folds go first, from the last one up, then lines.
 *
 * @param {string} markdown
 * @param {number} bytes GitHub takes 65,536 for a comment and 1 MiB for a summary.
 * @param {string} note stands at the end where something was cut.
 * @returns {string}
 */
export function fit(markdown, bytes, note) {
  if (Buffer.byteLength(markdown) <= bytes) return markdown;
  const room = bytes - Buffer.byteLength(`\n\n${note}\n`);
  // Each part is a fold with what stands behind it up to the next one; the first has none.
  const [first = '', ...folds] = markdown.split(/^(?=<details>)/mu);
  const parts = [first, ...folds];
  for (let at = parts.length - 1; at > 0 && size(parts) > room; at -= 1) {
    parts[at] = (parts[at] ?? '').replace(/^<details>[^]*?<\/details>\n*/u, '');
  }
  const lines = parts.join('').split('\n');
  let kept = size(lines) + lines.length - 1;
  while (lines.length && kept > room) kept -= Buffer.byteLength(lines.pop() ?? '') + 1;
  return `${lines.join('\n').trimEnd()}\n\n${note}\n`;
}

/** @param {readonly string[]} texts */
function size(texts) {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
