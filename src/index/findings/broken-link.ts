import type { DocumentLink } from '../../model/facts.ts';
import type { Fix } from '../../model/finding.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import { rangeAt } from '../../model/position.ts';
import { closest } from '../../text/closest.ts';
import { decodePercent } from '../../text/percent.ts';
import { linkTargets } from '../references/documentLinks.ts';
import type { LinkTargets } from '../references/documentLinks.ts';
import type { Followed } from '../sites/followLink.ts';
import type { CheckedFile, Draft, FindingRule } from './rule.ts';

/** Fragments that no heading is meant by: lines of a file, text to look for, routes and footnotes. */
const NO_HEADING = /^(?:L\d+(?:[-C]|$)|:~:|[/!]|fn|\^|top$|page=|[^\p{L}]*$)/iu;
const TAGGED: LinkTargets = { kind: 'elsewhere' };
const NUMBER_BEFORE = /^\d+/u;

/**
 * `[the plan](../strategy/overview)` in a document that defines requirements, where neither the files nor the site that is made of them have such a page;
 * and `[paying](pay.md#req-1-pay)` anywhere, where that document has no such heading.
 */
export const brokenLink: FindingRule = {
  code: 'broken-link',
  check: (file) =>
    file.facts.links.flatMap((link) => {
      // What only a generator follows is not the path of a file.
      const targets = link.tag === undefined ? linkTargets(link.target, file.path, file.configuration.siteRoot) : TAGGED;
      const followed = file.follow(link);
      const dead = deadLinkOf(file, link, targets, followed);
      return file.requirements.length > 0 && dead.length > 0 ? dead : deadAnchor(file, link, targets, followed);
    }),
};

function deadLinkOf(file: CheckedFile, link: DocumentLink, targets: LinkTargets, followed: Followed | undefined): readonly Draft[] {
  if (link.tag !== undefined) return deadTag(link, followed);
  return followed ? deadOnSite(file, link, targets, followed) : deadLink(file, link, targets);
}

/** Its generator stops there, or leaves the link out. */
function deadTag({ target, range }: DocumentLink, followed: Followed | undefined): readonly Draft[] {
  if (followed?.kind !== 'dead') return [];
  return [{ range, message: say('Broken link to {0}: {1} finds no such page, and may stop there', target, followed.page.generator.title) }];
}

/** A link of a document that no site is made of. */
function deadLink(file: CheckedFile, { target, range }: DocumentLink, targets: LinkTargets): readonly Draft[] {
  if (targets.kind === 'outside')
    return [{ range, message: say('The link to {0} leaves the workspace folder, so readers of the documents cannot follow it', target) }];
  if (targets.kind === 'elsewhere' || file.leadsSomewhere(targets)) return [];
  return [{ range, message: say('Broken link to {0}: {1} does not exist', target, targets.files[0] ?? targets.folder) }];
}

// @implements RT-1.6/AC3~14ab31
/**
 * A link that leads nowhere on the site. Whoever reads the files on a code host follows it if it names a file or folder as it is; and where a file could be
 * meant, the reading of the site may be the one that is wrong, so that is information at most.
 */
function deadOnSite(file: CheckedFile, link: DocumentLink, targets: LinkTargets, followed: Followed): readonly Draft[] {
  if (followed.kind !== 'dead' || targets.kind === 'elsewhere') return [];
  if (targets.kind === 'outside') return deadLink(file, link, targets);
  const { target, range } = link;
  const isThere = (files: readonly string[]): boolean => file.leadsSomewhere({ kind: 'inside', files, folder: targets.folder });
  if (isThere([targets.folder])) return [];
  const meant = targets.files.find((path) => file.exists(path));
  if (meant !== undefined && target.startsWith('/') && file.configuration.siteRoot !== '') return [];
  const page = meant === undefined ? undefined : file.page(meant);
  const address = followed.address ?? page?.address;
  const { title } = followed.page.generator;
  const message = messageFor(link, title, targets.folder, { meant, address, isPage: page !== undefined });
  const fixes = address === undefined || !target.startsWith('/') ? [] : changeTarget(file, link, address);
  return [{ range, message, fixes, ...(meant !== undefined && { atMost: 'information' as const }) }];
}

/** What could be meant, and whether the site has it. */
interface Meant {
  readonly meant: string | undefined;
  readonly address: string | undefined;
  readonly isPage: boolean;
}

function messageFor({ target }: DocumentLink, title: string, path: string, { meant, address, isPage }: Meant): Message {
  if (address !== undefined) return say('Broken link to {0}: {1} leaves it as it is; the page is at {2}', target, title, address);
  if (meant === undefined) return say('Broken link to {0}: {1} does not exist, and {2} has no page there', target, path, title);
  return isPage
    ? say('Broken link to {0}: {1} makes no page of {2}', target, title, meant)
    : say('Broken link to {0}: {1} has nothing there for {2}', target, title, meant);
}

function changeTarget(file: CheckedFile, { target, range: { start, end } }: DocumentLink, address: string): readonly Fix[] {
  if (start.line !== end.line || end.character - start.character !== target.length) return [];
  const newText = `${encodeURI(address)}${/[?#].*$/su.exec(target)?.[0] ?? ''}`;
  return [
    {
      title: say('Change to {0}', newText),
      edits: [{ path: file.path, range: rangeAt(start.line, start.character, end.character), newText }],
    },
  ];
}

/** A fragment that no place of its document is called by. Where nobody knows how anchors are made, only letters and digits count. */
function deadAnchor(
  file: CheckedFile,
  { target, range }: DocumentLink,
  targets: LinkTargets,
  followed: Followed | undefined,
): readonly Draft[] {
  const at = target.indexOf('#');
  const anchor = decodePercent(target.slice(at + 1));
  if (at < 0 || NO_HEADING.test(anchor) || (targets.kind === 'elsewhere' && at > 0 && followed?.kind !== 'page')) return [];
  const destination = file.destination(targets, followed?.kind === 'page' ? followed.path : undefined);
  if (!destination) return [];
  const { path, anchors, exact } = destination;
  const wanted = loose(anchor);
  const isThere = exact
    ? (one: string): boolean => one.toLowerCase() === anchor.toLowerCase()
    : (one: string): boolean => isMeant(loose(one), wanted);
  if (anchors.some(isThere)) return [];
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
