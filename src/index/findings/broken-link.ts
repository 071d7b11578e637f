import type { DocumentLink } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import { rangeAt } from '../../model/position.ts';
import { closest } from '../../text/closest.ts';
import { decodePercent } from '../../text/percent.ts';
import { linkTargets } from '../references/documentLinks.ts';
import type { LinkTargets } from '../references/documentLinks.ts';
import type { CheckedFile, Draft, FindingRule } from './rule.ts';

/** Fragments that no heading is meant by: lines of a file, text to look for, routes and footnotes. */
const NO_HEADING = /^(?:L\d+(?:[-C]|$)|:~:|[/!]|fn|\^|top$|page=|[^\p{L}]*$)/iu;
const NUMBER_BEFORE = /^\d+/u;

/**
 * `[the plan](../strategy/overview)` in a document that defines requirements, where no such page exists; and `[paying](pay.md#req-1-pay)` anywhere,
 * where that document defines requirements and has no such heading.
 */
export const brokenLink: FindingRule = {
  code: 'broken-link',
  check: (file) =>
    file.facts.links.flatMap((link) => {
      const { target, range } = link;
      const targets = linkTargets(target, file.path, file.configuration.siteRoot);
      if (file.requirements.length > 0) {
        if (targets.kind === 'outside') {
          return [
            { range, message: say('The link to {0} leaves the workspace folder, so readers of the documents cannot follow it', target) },
          ];
        }
        if (targets.kind === 'inside' && !file.leadsSomewhere(targets)) {
          return [{ range, message: say('Broken link to {0}: {1} does not exist', target, targets.files[0] ?? targets.folder) }];
        }
      }
      return deadAnchor(file, link, targets);
    }),
};

/** A fragment that no place of its document is called by. Sites make anchors in several ways, so only letters and digits count. */
function deadAnchor(file: CheckedFile, { target, range }: DocumentLink, targets: LinkTargets): readonly Draft[] {
  const at = target.indexOf('#');
  const anchor = decodePercent(target.slice(at + 1));
  if (at < 0 || NO_HEADING.test(anchor) || (targets.kind === 'elsewhere' && at > 0)) return [];
  const destination = file.destination(targets);
  if (!destination) return [];
  const { path, anchors } = destination;
  const wanted = loose(anchor);
  if (anchors.some((one) => isMeant(loose(one), wanted))) return [];
  const near = closest(anchor, anchors);
  const { start, end } = range;
  const isLiteral = start.line === end.line && end.character - start.character === target.length;
  const fixes =
    near === undefined || !isLiteral
      ? []
      : [
          {
            title: say('Change to {0}', `#${near}`),
            edits: [{ path: file.path, range: rangeAt(start.line, start.character + at, end.character), newText: `#${near}` }],
          },
        ];
  return [{ range, message: say('Broken link to {0}: {1} does not have this heading', target, path), fixes, atMost: 'information' }];
}

function loose(anchor: string): string {
  return anchor
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Some sites leave the numbers before a heading out. */
function isMeant(one: string, wanted: string): boolean {
  return one === wanted || one.replace(NUMBER_BEFORE, '') === wanted.replace(NUMBER_BEFORE, '');
}
