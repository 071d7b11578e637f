import type { IndexView } from '../../index/view.ts';
import type { FoundMapping } from '../../model/foundMapping.ts';
import type { RequirementItem } from '../../model/item.ts';
import { say } from '../../model/message.ts';
import type { FilePath } from '../../model/position.ts';
import { cutShort } from '../../text/cutShort.ts';
import { addTo } from '../../text/grouping.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import { extensionOf, folderOf, inFolder } from '../../text/paths.ts';
import type { Proposal } from './proposal.ts';

/** Files that another tool handed over and that are read in one way. */
export interface Delivery {
  readonly key: FoundMapping['key'];
  /** `customer/*.reqif` */
  readonly files: string;
  /** The rule that says of them what is read anyway, as YAML writes it on one line. */
  readonly entry: string;
  readonly items: number;
  /** The first of the items: `SP1 The kettle shall boil.` */
  readonly examples: readonly string[];
}

/** What is shown, so that a person sees whether it is right. */
const EXAMPLES = 5;
const LONGEST_EXAMPLE = 60;
/** What YAML takes for a text without quotes. */
const BARE = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\w. -]*[\w.]$/iu;

// @implements RT-6.1/AC26
/** The files of other tools that no rule of reqtrace.yaml is about, by how they were read. */
export function deliveries(view: IndexView): readonly Delivery[] {
  const ruled = new GlobSet([...view.configuration.reqif, ...view.configuration.sheets].map(({ files }) => [files, true] as const));
  const byPlace = new Map<string, Map<string, FilePath[]>>();
  const items = new Map<FilePath, readonly RequirementItem[]>();
  for (const { path, requirements } of view.documents()) {
    const mapping = view.facts(path)?.mapping;
    if (!mapping || requirements.length === 0 || ruled.last(path)) continue;
    items.set(path, requirements);
    const place = placeOf(path);
    const ways = byPlace.get(place) ?? new Map<string, FilePath[]>();
    byPlace.set(place, ways);
    addTo(ways, JSON.stringify(mapping), path);
  }
  // A glob that fits other files as well would have them read in this way.
  const mixed = new Set(byPlace.size > 0 ? [...view.files.keys()].filter((path) => !items.has(path)).map(placeOf) : []);
  const found = [...byPlace].flatMap(([place, ways]) =>
    [...ways].flatMap(([way, paths]) => {
      const parts =
        ways.size === 1 && !mixed.has(place) ? [{ files: place, of: paths }] : paths.map((path) => ({ files: path, of: [path] }));
      const itemsOf = (of: readonly FilePath[]): readonly RequirementItem[] => of.flatMap((path) => items.get(path) ?? []);
      return parts.map(({ files, of }) => delivery(files, JSON.parse(way) as FoundMapping, itemsOf(of)));
    }),
  );
  return found.sort((a, b) => (a.files < b.files ? -1 : 1));
}

/** `customer/*.reqif` for `customer/a.reqif`. */
function placeOf(path: FilePath): string {
  return inFolder(folderOf(path), `*.${extensionOf(path)}`);
}

function delivery(files: string, { key, ...names }: FoundMapping, items: readonly RequirementItem[]): Delivery {
  const fields = (['id', 'title', 'text'] as const).flatMap((field) =>
    names[field].length > 0 ? [`${field}: [${names[field].map(quoted).join(', ')}]`] : [],
  );
  const needed = items.filter(({ facts }) => !facts.exempt);
  const shown = (needed.length > 0 ? needed : items).slice(0, EXAMPLES);
  return {
    key,
    files,
    entry: `{ ${[`files: ${JSON.stringify(files)}`, ...fields].join(', ')} }`,
    items: items.length,
    examples: shown.map(({ id, facts }) => cutShort(facts.title === id ? id : `${id} ${facts.title}`, LONGEST_EXAMPLE)),
  };
}

function quoted(name: string): string {
  return BARE.test(name) ? name : JSON.stringify(name);
}

/** A delivery as a row that can be chosen: `reqif: { files: "customer/*.reqif", id: [ReqIF.ForeignID] }`. */
export function asProposal({ key, files, entry, items, examples }: Delivery): Proposal {
  return {
    id: `${key}:${files}`,
    title: say('{0}: {1}', key, entry),
    reason: say(
      'Read so already, {0} items in all, such as {1}. To be changed where an ID, title or text is wrong',
      String(items),
      examples.join('; '),
    ),
    settings: [{ kind: 'list', key, entries: [entry] }],
    picked: false,
  };
}
