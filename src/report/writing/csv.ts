/** Rows as RFC 4180 has them: `csvText([['a', 1], ['b, c', 2]])` is `a,1`, then `"b, c",2`. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises against CSV injection:
 * whoever writes a requirement must not run anything on the machine of whoever opens the report.
 */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
