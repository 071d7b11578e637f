import type { IndexView } from '../../index/view.ts';
import { say } from '../../model/message.ts';
import type { Message } from '../../model/message.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { addTo } from '../../text/grouping.ts';
import { leadBefore, leadPattern, kindOf } from './leads.ts';
import type { Lead } from './leads.ts';
import type { Proposal } from './proposal.ts';

/** A word that precedes IDs in fewer places than these is not a convention. */
const FEW = 3;
const FEW_IN_ONE_FILE = 5;

/** An id in code or a test that claims nothing as it is read now. */
export interface Mentioned {
  readonly path: FilePath;
  readonly role: 'code' | 'test';
  readonly place: Position;
  /** `REQ` of `REQ-1`. */
  readonly prefix: string;
}

/** The ids that comments name without a word that is read; their lines are what {@link ownAnnotations} asks for. */
export function mentionedIds(view: IndexView): readonly Mentioned[] {
  const mentioned: Mentioned[] = [];
  for (const [path, role] of view.files) {
    if (role !== 'code' && role !== 'test') continue;
    for (const { annotation, reference, resolution } of view.referencesIn(path)) {
      if (annotation || resolution.kind !== 'item') continue;
      const prefix = /^[A-Z]+(?=[^A-Za-z#])/u.exec(reference.text)?.[0];
      if (prefix !== undefined) mentioned.push({ path, role, place: reference.range.start, prefix });
    }
  }
  // Those of one file are in their order already.
  return mentioned.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** Words before ids that a team has already, `@trace REQ-1`, each with what it would mean, one row to a word. */
export function ownAnnotations(mentioned: readonly Mentioned[], lineOf: (path: FilePath, line: number) => string | undefined): Proposal[] {
  const byWord = new Map<string, { readonly lead: Lead; readonly at: Mentioned }[]>();
  for (const at of mentioned) {
    const lead = leadBefore((lineOf(at.path, at.place.line) ?? '').slice(0, at.place.character));
    if (lead) addTo(byWord, `${lead.form} ${lead.word}`, { lead, at });
  }
  return [...byWord.values()].flatMap((places) => {
    const [first] = places;
    const files = new Set(places.map(({ at }) => at.path));
    if (!first || places.length < (files.size > 1 ? FEW : FEW_IN_ONE_FILE)) return [];
    return [
      row(
        first.lead,
        places.map(({ at }) => at),
      ),
    ];
  });
}

function row(lead: Lead, places: readonly Mentioned[]): Proposal {
  const pattern = leadPattern(
    lead,
    places.map(({ prefix }) => prefix),
  );
  const said = kindOf(lead.word);
  const inTests = places.filter(({ role }) => role === 'test').length;
  const isMixed = said === undefined && inTests > 0 && inTests < places.length;
  const kind = said ?? (inTests === places.length ? 'verifies' : 'implements');
  return {
    id: `annotations:${lead.word}`,
    title: say('annotations: "{0}" {1}', lead.word, kind),
    reason: reasonFor(lead, places.length, said, isMixed, kind),
    settings: [{ kind: 'list', key: 'annotations', entries: [`{ pattern: '${pattern.replaceAll("'", "''")}', kind: ${kind} }`] }],
    picked: !isMixed,
  };
}

function reasonFor({ word }: Lead, places: number, said: LinkKind | undefined, isMixed: boolean, kind: LinkKind): Message {
  const count = String(places);
  if (isMixed)
    return say(
      '"{0}" precedes IDs in {1} comments of code and of tests, and one pattern has one meaning: chosen, all of them count as code that implements',
      word,
      count,
    );
  if (said !== undefined) return say('"{0}" precedes IDs in {1} comments', word, count);
  return kind === 'verifies'
    ? say('"{0}" precedes IDs in {1} comments, all of them in tests, so it is read as a test at most', word, count)
    : say('"{0}" precedes IDs in {1} comments, all of them in code, so it is read as no proof', word, count);
}
