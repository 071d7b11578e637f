import type { Outcome } from '../../../model/evidence.ts';
import type { Severity } from '../../../model/finding.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { Status } from '../../../model/status.ts';
import { STATUS_WORDS } from '../../../model/status.ts';
import { attributeValue, escapeHtml } from '../../writing/html.ts';
import { placeAddress } from '../placeAddress.ts';
import type { MatrixFinding, MatrixLink, MatrixLower } from '../model.ts';
import type { HtmlWords } from '../pageLanguage.ts';

/** Where a page will be shown. */
export type PageTheme = 'report' | 'vscode';

/** How a page shows lines of files: buttons in an editor, else links where a forge shows them, else just their names. */
export interface PlaceTarget {
  readonly theme: PageTheme;
  /** `https://github.com/o/r/blob/3f2a9c1/{path}#L{line}`, where lines are seen as they were. */
  readonly permalink?: string;
}

const OUTCOMES: Readonly<Record<Outcome, Message>> = { passed: say('passed'), failed: say('failed'), skipped: say('skipped') };

const SEVERITIES: Readonly<Record<Severity, Message>> = { error: say('error'), warning: say('warning'), information: say('information') };

/**
 * The small parts of which lines and details are made. All of them are safe HTML, whatever the repository says, and as short as HTML lets them be: some
 * are in a page fifty thousand times.
 */
export class Pieces {
  readonly html: HtmlWords;
  readonly #target: PlaceTarget;
  readonly #results: ReadonlyMap<string, number>;

  /** @param results files with results that count, as the page lists them. */
  constructor(html: HtmlWords, target: PlaceTarget, results: readonly { readonly file: string }[] = []) {
    this.html = html;
    this.#target = target;
    this.#results = new Map(results.length > 1 ? results.map(({ file }, at) => [file, at + 1]) : []);
  }

  /** A place in a file, `src/a.ts:12`. */
  place(file: string, line: number): string {
    return this.#place(`${breakable(file)}:${line}`, file, line);
  }

  /** A place in a file that is named above, `:12`. */
  lineOf(file: string, line: number): string {
    return this.#place(`:${line}`, file, line);
  }

  #place(text: string, file: string, line: number): string {
    const { theme, permalink } = this.#target;
    if (theme === 'vscode') return `<button type=button class="open p">${text}</button>`;
    if (permalink === undefined) return `<span class=p>${text}</span>`;
    return `<a class=p href=${attributeValue(placeAddress(permalink, file, line))}>${text}</a>`;
  }

  /** A status with its drawing. */
  state(status: Status): string {
    return `<span class="s ${status}">${this.html(STATUS_WORDS[status])}</span>`;
  }

  /** A link: the function or test, where it is, and what is known of it. */
  link({ symbol, file, line, stale, result, inherited, kindName }: MatrixLink): string {
    const { html } = this;
    const number = result && this.#results.get(result.file);
    return [
      ...(kindName === undefined ? [] : [`<span class=muted>${escapeHtml(kindName)}:</span>`]),
      ...(symbol ? [escapeHtml(symbol)] : []),
      this.place(file, line),
      ...(inherited ? [`<span class=muted>${html(say('(inherited from its requirement)'))}</span>`] : []),
      ...(stale ? [this.state('stale')] : []),
      ...(result ? [`<span class="s ${result.outcome}">${html(OUTCOMES[result.outcome])}</span>`] : []),
      ...(number === undefined ? [] : [`<a href=#results-${number}>[${number}]</a>`]),
    ].join(' ');
  }

  /** A requirement that covers another: its id, which leads to its own line, its place, and its status unless it is met. */
  lower({ id, file, line, status, stale }: MatrixLower, address: string): string {
    return [
      `<a href=${address}>${breakable(id)}</a>`,
      this.place(file, line),
      ...(stale ? [this.state('stale')] : []),
      ...(status === 'met' || (stale && status === 'stale') ? [] : [this.state(status)]),
    ].join(' ');
  }

  /** A finding with its place. */
  finding({ code, severity, file, line, message }: MatrixFinding): string {
    return `<li><strong>${this.html(SEVERITIES[severity])}</strong> <code>${code}</code> <bdi>${escapeHtml(message)}</bdi> ${this.place(file, line)}</li>`;
  }
}

/** From so many letters on a name may break, so that short ones cost nothing. */
const LONG = 12;

/** An id or a path that breaks behind its signs and not within a word: `docs/fulfilment/`, `launch-orders#`. */
export function breakable(text: string): string {
  let written = '';
  let length = 0;
  for (const part of text.split(/(?<=[/#_])/u)) {
    if (length >= LONG || (length > 0 && part.length > LONG)) {
      written += '<wbr>';
      length = 0;
    }
    written += escapeHtml(part);
    length += part.length;
  }
  return written;
}
