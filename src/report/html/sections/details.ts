import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { escapeHtml } from '../../writing/html.ts';
import type { MatrixFinding, MatrixLink, MatrixRequirement, MatrixRow } from '../model.ts';
import type { PageLanguage } from '../pageLanguage.ts';
import type { MatrixWaiver } from '../standing.ts';
import type { Pieces } from './pieces.ts';

/** What unfolds below a requirement; empty if nothing does. */
export function requirementDetails({ text, attributes, findings }: MatrixRequirement, pieces: Pieces): string {
  const facts = new Facts(pieces);
  if (text) facts.add(say('Text'), escapeHtml(text));
  for (const [name, value] of attributes) facts.addNamed(`<bdi>${escapeHtml(name)}</bdi>`, escapeHtml(value));
  facts.addFindings(findings);
  return facts.html;
}

/** What unfolds below a criterion: what its line does not say. Empty if nothing does. */
export function rowDetails(row: MatrixRow, pieces: Pieces, { words }: PageLanguage): string {
  const { kind, detail, claimed, lacks, exemption, waivers, planned, links, findings } = row;
  const { html } = pieces;
  const facts = new Facts(pieces);
  if (kind === 'step') facts.add(say('Kind'), html(say('step')));
  if (kind === 'target') facts.add(say('Kind'), html(say('target')));
  if (detail) facts.add(say('Detail'), escapeHtml(detail));
  if (claimed !== undefined)
    facts.add(say('Claimed'), html(claimed ? say('yes, checked off in the document') : say('no, not checked off in the document')));
  if (lacks) facts.add(say('Missing'), escapeHtml(lacks));
  if (exemption !== undefined) facts.add(say('Exempt'), escapeHtml(exemption));
  const failed = links.filter(({ result }) => result?.message !== undefined);
  if (failed.length) facts.add(say('Failed'), `<ul>${failed.map((link) => failureLine(link, pieces)).join('')}</ul>`);
  for (const waiver of waivers) facts.add(say('Waiver'), escapeHtml(words(waiverMessage(waiver))));
  for (const { file, line, note } of planned) facts.add(say('Planned'), `${escapeHtml(note)} ${pieces.place(file, line)}`);
  const written = links.filter((link) => link.by !== undefined);
  if (written.length) facts.add(say('Links'), `<ul>${written.map((link) => authorLine(link, pieces)).join('')}</ul>`);
  // That it is not met says its status, and what it lacks is above or in its line.
  facts.addFindings(findings.filter(({ code }) => code !== 'unmet-criterion'));
  return facts.html;
}

/** What a failed test says, and the line that failed. */
function failureLine({ file, line, result }: MatrixLink, pieces: Pieces): string {
  const lines = (result?.message ?? '').split('\n').filter((text) => text.trim() !== '');
  return `<li>${pieces.place(file, result?.line ?? line)} <code>${lines.map((text) => escapeHtml(text)).join('<br>')}</code></li>`;
}

function authorLine({ file, line, by }: MatrixLink, { html }: Pieces): string {
  const place = `${file}:${line}`;
  return `<li>${by ? html(say('{0}: linked by {1} on {2} in {3}', place, by.author, by.date, by.commit.slice(0, 10))) : ''}</li>`;
}

/** A waiver in one sentence: `measured by hand (QA), until 2027-03-31`. */
export function waiverMessage({ reason, owner, until, valid }: Pick<MatrixWaiver, 'reason' | 'owner' | 'until' | 'valid'>): Message {
  const owned = owner === undefined ? reason : say('{0} ({1})', reason, owner);
  if (until === undefined) return valid ? say('{0}, without a last day', owned) : say('{0}: expired', owned);
  return valid ? say('{0}, until {1}', owned, until) : say('{0}: expired on {1}', owned, until);
}

/** A list of facts: terms, and what there is to say of each. */
class Facts {
  readonly #pieces: Pieces;
  #written = '';

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  /** What unfolds; empty where nothing was added. */
  get html(): string {
    return this.#written && `<details><summary>${this.#pieces.html(say('Details'))}</summary><dl>${this.#written}</dl></details>`;
  }

  add(term: Message, value: string): void {
    this.addNamed(this.#pieces.html(term), value);
  }

  addNamed(term: string, value: string): void {
    this.#written += `<dt>${term}<dd>${value}`;
  }

  addFindings(findings: readonly MatrixFinding[]): void {
    if (findings.length) this.add(say('Findings'), `<ul>${findings.map((finding) => this.#pieces.finding(finding)).join('')}</ul>`);
  }
}
