import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START, rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { yamlPlaces } from '../../carriers/yaml/yamlPlaces.ts';
import type { YamlPlace } from '../../carriers/yaml/yamlPlaces.ts';
import { requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { fingerprintsOf, isWholly } from './fingerprint.ts';
import type { Hashed } from './fingerprint.ts';
import { DOORSTOP, otherWays, uidOf } from './ids.ts';

/** What Doorstop writes of a text that was reviewed. */
const FINGERPRINT = /^[\w-]{43}=$/u;
/** Attributes that are said otherwise, or that a tool computes. */
const OTHERWISE: ReadonlySet<string> = new Set(['links', 'references', 'text', 'header', 'reviewed']);
/** Values that everybody leaves as they are. */
const USUAL: Readonly<Record<string, string>> = { active: 'true', derived: 'false', normative: 'true', ref: '' };
/** The longest title that is made of a text. */
const LONGEST = 80;

/** What a file says of its item, whichever of the two formats it has. */
interface Content {
  readonly root: YamlPlace;
  readonly header: string;
  /** What stands for its name. */
  readonly nameRange: Range | undefined;
  readonly text: string;
}

/** Reads one item: the file is the item, and is called as that is. */
export function readItem(document: CarriedDocument, facts: FactSink): void {
  const uid = uidOf(document.path);
  const content = document.path.endsWith('.md') ? fromMarkdown(document) : fromYaml(document);
  if (uid === undefined || !content) {
    const message = say('This file cannot be read as YAML');
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
    return;
  }
  const { root, header, text } = content;
  const namespace = document.path.replace(/\/?[^/]*$/u, '');
  facts.belong({ namespace, part: 'spec' });
  const fingerprints = fingerprintsOf({ uid, text, root });
  checkReview(document, facts, { uid, text, root });
  const nameRange = content.nameRange ?? rangeAt(0, 0, (document.lines[0] ?? '').trimEnd().length);
  document.note(0, 'requirement', () => say('Defines {0}', uid));
  facts.define(
    requirement({
      localId: uid,
      aliases: otherWays(uid),
      notation: DOORSTOP,
      namespace,
      fingerprints,
      title: header || collapse(text.replaceAll(/\*\*|__/gu, '')).slice(0, LONGEST) || uid,
      text: collapse(text),
      range: rangeOfLines(document.lines, 0, Math.max(0, document.lines.length - 1)),
      nameRange,
      attributes: attributesOf(root),
      covers: (root.entry('links')?.items() ?? []).flatMap((link) => readLink(document, link)),
      exempt: isOff(root.entry('active')) || isOff(root.entry('normative')),
    }),
  );
}

function fromYaml({ lines }: CarriedDocument): Content | undefined {
  const root = yamlPlaces(lines.join('\n'));
  if (!root || root.entries().length === 0) return undefined;
  const valueOf = (name: string): string => root.entry(name)?.written ?? '';
  // The text of a block begins somewhere below its key.
  const named = root
    .entries()
    .find(({ key, value }) => key.written === (valueOf('header').trim() === '' ? 'text' : 'header') && !value.isNull);
  return { root, header: collapse(valueOf('header')), nameRange: named?.key.range, text: valueOf('text') };
}

/** A heading of level 1 that begins the text is the header; everything else is the text. */
function fromMarkdown({ lines }: CarriedDocument): Content | undefined {
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/u.test(line));
  const root = end > 0 ? yamlPlaces(lines.slice(1, end).join('\n'), 1) : undefined;
  if (!root || root.entries().length === 0) return undefined;
  const body = lines.slice(end + 1);
  const first = body.findIndex((line) => line.trim() !== '');
  const header = /^#\s+(?<header>.*)$/u.exec((body[first] ?? '').trim())?.groups?.['header'] ?? '';
  const text = body.slice(header === '' ? first : first + 1).join('\n');
  if (header === '') return { root, header, nameRange: undefined, text: text.trim() };
  const start = (body[first] ?? '').indexOf(header);
  const nameRange = rangeAt(end + 1 + first, start, start + header.length);
  return { root, header, nameRange, text: text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd() };
}

/** Says that an item changed after it was reviewed; one that nobody reviewed yet is new. */
function checkReview(document: CarriedDocument, facts: FactSink, hashed: Hashed): void {
  const { root } = hashed;
  const reviewed = root.entry('reviewed');
  const before = reviewed?.written;
  if (!reviewed || before === undefined || !FINGERPRINT.test(before) || isOff(root.entry('active'))) return;
  const links = (root.entry('links')?.items() ?? []).flatMap((link) => (link.entries()[0]?.key ?? link).written ?? []);
  const now = fingerprintsOf(hashed, links);
  const [newText] = now;
  // With attributes of the project's own, nobody knows here what belongs to a review.
  if (newText === undefined || !isWholly(hashed) || now.includes(before)) return;
  const message = say('{0} changed after it was reviewed. Check it, then review it again', hashed.uid);
  const fixes = [{ title: say('Mark as reviewed'), edits: [{ path: document.path, range: reviewed.range, newText }] }];
  facts.problem({ code: 'stale-link', range: reviewed.range, message, fixes });
  document.note(reviewed.range.start.line, 'problem', () => message);
}

/** A parent: its UID alone, or with the fingerprint that it had when the link was reviewed. */
function readLink(document: CarriedDocument, link: YamlPlace): readonly Reference[] {
  const [entry] = link.entries();
  const place = entry?.key ?? link;
  // `- REQ001:fingerprint` was written by old versions.
  const [, uid = '', old] = /^\s*([^:]*?)\s*(?::\s*(.*))?$/su.exec(place.written ?? '') ?? [];
  if (uid === '') return [];
  const { start } = place.range;
  const revision = stampOf(entry?.value.isNull === false ? entry.value.written : old);
  document.note(start.line, 'annotation', () => say('Covers {0}', uid));
  return [
    {
      text: uid,
      range: rangeAt(start.line, start.character, start.character + uid.length),
      id: uid,
      ...(revision !== undefined && { revision }),
      notation: DOORSTOP,
    },
  ];
}

/** What Doorstop takes for yes, which YAML alone takes for a text. */
const ON = /^(?:true|yes|on|enabled|0*[1-9]\d*)$/iu;
const NO_STAMP = /^(?:false|no|off|0*)$/iu;

/** True for a flag that is set to anything but yes, as Doorstop reads it: `no`, `off` and nothing at all, too. */
function isOff(flag: YamlPlace | undefined): boolean {
  return flag !== undefined && (flag.isNull || !ON.test((flag.written ?? '').trim()));
}

/** What a link says of the text that it was made for. Without a stamp, and with `true`, Doorstop takes it as it is; one of an old version never fits. */
function stampOf(written: string | undefined): string | undefined {
  const stamp = (written ?? '').trim();
  return NO_STAMP.test(stamp) || ON.test(stamp) ? undefined : stamp;
}

function attributesOf(root: YamlPlace): readonly Attribute[] {
  const own = root.entries().flatMap(({ key, value }) => {
    const [name = '', written] = [key.written, value.written];
    if (OTHERWISE.has(name) || written === undefined || value.isNull || written === '' || USUAL[name] === written) return [];
    return [{ name, value: collapse(written), range: value.range }];
  });
  const files = (root.entry('references')?.items() ?? []).flatMap((reference) => {
    const path = reference.entry('path');
    return path?.written ? [{ name: 'reference', value: path.written, range: path.range }] : [];
  });
  return [...own, ...files];
}
