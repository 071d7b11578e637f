import type { Section } from '../../carriers/markdown/sections.ts';
import { isLater } from '../../items/words/laterTitles.ts';
import type { SectionWord } from '../../items/words/sectionWords.ts';

const LATER =
  /\b(?:out[- ]of[- ]scope|non-?goals?|future|deferred|later|backlog|parked|excluded|rejected|dropped|won['’]?t (?:have|do))\b/iu;
const VERSION = /\bv(?<version>\d{1,4}(?:\.\d{1,4})?)/iu;
const TRACING = /\b(?:traceability|coverage|mapping|matrix)\b/iu;

/**
 * What titles say in `REQUIREMENTS.md`: what is out of scope or to come later needs nothing, and that is every version above the first that the document
 * names, as in `## v1 Requirements` and `## v2 Requirements`. Other titles are names of categories, whatever words they have.
 */
export function wordsOf(sections: readonly Section[]): (section: Section) => SectionWord | undefined {
  const [first = Infinity] = sections.flatMap(({ title, level }) => (level === 2 ? (versionOf(title) ?? []) : []));
  return ({ title, level }) => {
    if (LATER.test(title) || isLater(title)) return 'exempt';
    if (level === 2 && (versionOf(title) ?? 0) > first) return 'exempt';
    if (TRACING.test(title)) return 'restating';
    return level <= 2 ? 'defining' : undefined;
  };
}

function versionOf(title: string): number | undefined {
  const version = VERSION.exec(title)?.groups?.['version'];
  return version === undefined ? undefined : Number(version);
}

const UNDONE =
  /[✗✘❌⏳◆]|\b(?:not|incomplete|unsatisfied|unverified|partial\w*|pending|in progress|blocked|failed|missing|deferred|planned|open|gap|needs)\b/iu;
const DONE = /[✓✔✅]|\b(?:complete[d]?|satisfied|verified|validated|done|shipped|passed|implemented)\b/iu;

/** What the status of a row claims: `Complete` is true, `In Progress` false; undefined for one that says neither. */
export function claimOf(status: string): boolean | undefined {
  if (UNDONE.test(status)) return false;
  return DONE.test(status) ? true : undefined;
}
