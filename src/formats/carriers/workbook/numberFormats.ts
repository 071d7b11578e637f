/** Formats that need no code in a file: dates by their numbers, as the standard has them. */
const DATES: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const CODES: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 49: '@' };
/** What in a code is shown as it is, and what is not a part of what is shown. */
const LITERAL = /"(?<quoted>[^"]*)"|\\(?<escaped>.)|[_*].|\[[^\]]*\]/gu;
const PLACES = /^(?<before>[^0#]*)(?<whole>[#,]*0*)(?:\.(?<rest>[0#]+))?(?<percent>%?)(?<behind>[^0#]*)$/u;
const DAY = 86_400_000;
const [EPOCH_1900, EPOCH_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];

/** How numbers of a workbook are shown. */
export interface NumberFormats {
  /** Codes of the workbook's own formats, by number. */
  readonly codes: ReadonlyMap<number, string>;
  /** The format of each style. */
  readonly styles: readonly number[];
  /** True where days are counted from 1904. */
  readonly from1904: boolean;
}

/**
 * A number as a sheet shows it, since IDs may be numbers in a format of their own: `numberText('7', 1, formats)` is `REQ-007` for `"REQ-"000`. A format that is not
 * known shows the number as it is.
 *
 * @param style the style of its cell.
 */
export function numberText(written: string, style: number, { codes, styles, from1904 }: NumberFormats): string {
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) return written;
  const format = styles[style] ?? 0;
  const code = (codes.get(format) ?? CODES[format] ?? '').split(';')[0] ?? '';
  if (DATES.has(format) || isDate(code)) return dateText(value, from1904) ?? String(value);
  return inFormat(value, code) ?? String(value);
}

function isDate(code: string): boolean {
  return /[dmyhs]/iu.test(code.replaceAll(LITERAL, '').replaceAll(/general/giu, ''));
}

function dateText(value: number, from1904: boolean): string | undefined {
  const time = (from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(value * DAY);
  if (value < 0 || Number.isNaN(new Date(time).getTime())) return undefined;
  const text = new Date(time).toISOString();
  if (value < 1 && !from1904) return text.slice(11, 19);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

/** Digits are kept apart from literals that hold such signs: these stand as letters of the private use area meanwhile. */
function inFormat(value: number, code: string): string | undefined {
  const literals: string[] = [];
  const bare = code.replaceAll(LITERAL, (...match) => {
    const { quoted, escaped } = match.at(-1) as { readonly quoted?: string; readonly escaped?: string };
    literals.push(quoted ?? escaped ?? '');
    return String.fromCodePoint(0xe0_00 + literals.length - 1);
  });
  const groups = PLACES.exec(bare)?.groups;
  if (!groups || literals.length > 100 || !/[0#]/u.test(bare)) return undefined;
  const { before = '', whole = '', rest = '', percent = '', behind = '' } = groups;
  const shown = Math.abs(percent === '' ? value : value * 100).toFixed(Math.min(rest.length, 20));
  const [digits = '', fraction = ''] = shown.split('.');
  const optional = /#*$/u.exec(rest)?.[0].length ?? 0;
  const kept = fraction.replace(new RegExp(`0{0,${optional}}$`, 'u'), '');
  const text = digits.padStart(whole.replaceAll(/[^0]/gu, '').length, '0') + (kept === '' ? '' : `.${kept}`);
  const words = (part: string): string => part.replaceAll(/[\uE000-\uE0FF]/gu, (sign) => literals[sign.charCodeAt(0) - 0xe0_00] ?? '');
  return `${value < 0 ? '-' : ''}${words(before)}${text}${percent}${words(behind)}`;
}
