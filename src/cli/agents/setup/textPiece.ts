import { say } from '../../../model/message.ts';
import type { Outcome } from './piece.ts';

const BEGIN = '<!-- reqtrace: written by "reqtrace agents" -->';
const END = '<!-- reqtrace: end -->';

/** A block as it is in a file: between its markers. */
export function marked(text: string): string {
  return `${BEGIN}\n\n${text.trim()}\n\n${END}`;
}

/** The file with the block, in its place if it is there and at the end if not: `withBlock('# Agents\n', text)`. */
export function withBlock(file: string | undefined, text: string): Outcome {
  const eol = file?.includes('\r\n') ? '\r\n' : '\n';
  const block = marked(text).replaceAll('\n', eol);
  if (file === undefined || file.trim() === '') return { kind: 'text', text: `${block}${eol}` };
  const place = placeOf(file);
  if (place === 'unclear') return unclear();
  if (place) {
    const after = file.slice(0, place.start) + block + file.slice(place.end);
    return after === file ? { kind: 'same' } : { kind: 'text', text: after };
  }
  return { kind: 'text', text: `${file.trimEnd()}${eol}${eol}${block}${eol}` };
}

/** The file without the block. */
export function withoutBlock(file: string): Outcome {
  const place = placeOf(file);
  if (place === 'unclear') return unclear();
  if (!place) return { kind: 'same' };
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  const [before, after] = [file.slice(0, place.start).trimEnd(), file.slice(place.end).trim()];
  const parts = [before, after].filter(Boolean);
  return parts.length === 0 ? { kind: 'gone' } : { kind: 'text', text: `${parts.join(eol + eol)}${eol}` };
}

/** A file of ours with its newest text; one that somebody else wrote stays. */
export function withFile(file: string | undefined, text: string, mark: string): Outcome {
  if (file === text) return { kind: 'same' };
  return file === undefined || file.includes(mark) ? { kind: 'text', text } : foreign();
}

/** A file of ours goes as a whole. */
export function withoutFile(file: string, mark: string): Outcome {
  return file.includes(mark) ? { kind: 'gone' } : foreign();
}

function placeOf(file: string): { readonly start: number; readonly end: number } | 'unclear' | undefined {
  const [start, end] = [file.indexOf(BEGIN), file.indexOf(END)];
  if (start < 0 && end < 0) return undefined;
  const isOnce = file.indexOf(BEGIN, start + 1) < 0 && file.indexOf(END, end + 1) < 0;
  return start >= 0 && end > start && isOnce ? { start, end: end + END.length } : 'unclear';
}

function unclear(): Outcome {
  return { kind: 'refused', why: say('its markers of ReqTrace are not a pair') };
}

function foreign(): Outcome {
  return { kind: 'refused', why: say('it was not written by "reqtrace agents"') };
}
