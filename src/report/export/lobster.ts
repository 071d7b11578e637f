import type { IndexView } from '../../index/view.ts';
import { addTo } from '../../text/grouping.ts';
import { toJson } from '../writing/json.ts';
import { exportedItems, namesOf } from './exported.ts';
import type { Exported } from './exported.ts';

/** What a file of LOBSTER holds: requirements, code that implements them, or tests. */
export type LobsterPart = 'requirements' | 'implementations' | 'activities';

const SCHEMAS: Readonly<Record<LobsterPart, readonly [schema: string, version: number]>> = {
  requirements: ['lobster-req-trace', 4],
  implementations: ['lobster-imp-trace', 3],
  activities: ['lobster-act-trace', 3],
};

/** Requirements, code or tests as the tools of LOBSTER take them, each in a file of its own: `renderLobster(view, 'requirements')`. */
export function renderLobster(view: IndexView, part: LobsterPart): string {
  const [schema, version] = SCHEMAS[part];
  const items = exportedItems(view);
  const names = namesOf(items, legal);
  const data = part === 'requirements' ? items.map((item) => requirementOf(item, names)) : linked(items, names, part);
  return toJson({ data, generator: 'reqtrace', schema, version });
}

function requirementOf(item: Exported, names: ReadonlyMap<string, string>): object {
  const upper = [...(item.parent === undefined ? [] : [item.parent]), ...item.covers];
  return {
    tag: tagOf(item.key, names),
    location: locationOf(item.file, item.line),
    name: item.title || (names.get(item.key) ?? item.id),
    messages: [],
    just_up: [],
    just_down: [],
    just_global: [],
    refs: upper.map((key) => tagOf(key, names)),
    framework: 'reqtrace',
    kind: item.kind ?? (item.parent === undefined ? 'requirement' : 'criterion'),
    text: item.text || item.title,
    status: item.status,
  };
}

/** Code or tests by their places, each with all that it is linked to. */
function linked(items: readonly Exported[], names: ReadonlyMap<string, string>, part: LobsterPart): readonly object[] {
  const kind = part === 'implementations' ? 'implements' : 'verifies';
  const keys = new Map<string, string[]>();
  for (const item of items) for (const link of item.links) if (link.kind === kind) addTo(keys, link.place, item.key);
  const places = [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return places.map(([place, linkedTo]) => {
    const { file = place, line = '1', name } = /^(?<file>.*):(?<line>\d+)(?: (?<name>.*))?$/u.exec(place)?.groups ?? {};
    return {
      tag: `${kind === 'implements' ? 'code' : 'test'} ${legal(`${file}.${line}`)}`,
      location: locationOf(file, Number(line)),
      name: name ?? file,
      messages: [],
      just_up: [],
      just_down: [],
      just_global: [],
      refs: [...new Set(linkedTo)].map((key) => tagOf(key, names)),
      // Without a status a test would count as passed.
      ...(kind === 'implements'
        ? { language: /[^.]*$/u.exec(file)?.[0] ?? '', kind: 'function' }
        : { framework: 'reqtrace', kind: 'test', status: 'not run' }),
    };
  });
}

function locationOf(file: string, line: number): object {
  return { kind: 'file', file, line, column: null };
}

function tagOf(key: string, names: ReadonlyMap<string, string>): string {
  return `req ${names.get(key) ?? legal(key)}`;
}

/** Behind `@` LOBSTER reads a version, and behind a blank a name. */
function legal(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}_./-]+/gu, '_').replaceAll('/', '.');
}
