import { parquetWriteBuffer } from 'hyparquet-writer';
import type { IndexView } from '../../index/view.ts';
import { withCriteria } from '../../model/item.ts';
import type { Link } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import { inEnglish } from '../../model/message.ts';
import type { ByteInput } from '../formatInput.ts';
import { exportedItems } from './exported.ts';

/** Of the columns: a column may be added to a version, and none changes its meaning in it. */
const SCHEMA_VERSION = '1';

type Value = string | number | boolean | null;
type Row = readonly Value[];
type Columns = Readonly<Record<string, 'STRING' | 'INT32' | 'BOOLEAN'>>;

const STATE: Columns = { repository: 'STRING', commit: 'STRING' };
const ITEMS: Columns = {
  ...STATE,
  key: 'STRING',
  id: 'STRING',
  namespace: 'STRING',
  parent: 'STRING',
  notation: 'STRING',
  kind: 'STRING',
  title: 'STRING',
  text: 'STRING',
  status: 'STRING',
  needs: 'STRING',
  attributes: 'STRING',
  file: 'STRING',
  line: 'INT32',
};
const LINKS: Columns = {
  ...STATE,
  kind: 'STRING',
  from_key: 'STRING',
  target: 'STRING',
  resolved: 'BOOLEAN',
  stale: 'BOOLEAN',
  file: 'STRING',
  line: 'INT32',
  declaration: 'STRING',
};
const FINDINGS: Columns = {
  ...STATE,
  code: 'STRING',
  severity: 'STRING',
  item: 'STRING',
  file: 'STRING',
  line: 'INT32',
  message: 'STRING',
};
const RESULTS: Columns = {
  ...STATE,
  item: 'STRING',
  file: 'STRING',
  line: 'INT32',
  declaration: 'STRING',
  outcome: 'STRING',
  report: 'STRING',
};

// @implements RT-6.1/AC25
/** Items, links, findings and results as tables, each row with its repository and commit, so that those of many repositories can be asked together. */
export function renderParquet({ view, repository, commit }: ByteInput): ReadonlyMap<string, Uint8Array> {
  const stated = (rows: readonly Row[]): readonly Row[] => rows.map((row) => [repository, commit, ...row]);
  return new Map([
    ['items.parquet', fileOf(ITEMS, stated(items(view)))],
    ['links.parquet', fileOf(LINKS, stated(links(view)))],
    ['findings.parquet', fileOf(FINDINGS, stated(findings(view)))],
    ['results.parquet', fileOf(RESULTS, stated(results(view)))],
  ]);
}

function fileOf(columns: Columns, rows: readonly Row[]): Uint8Array {
  const columnData = Object.entries(columns).map(([name, type], at) => ({
    name,
    type,
    nullable: true,
    data: rows.map((row) => row[at] ?? null),
  }));
  const kvMetadata = [{ key: 'reqtrace.schema', value: SCHEMA_VERSION }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'reqtrace' }));
}

function items(view: IndexView): readonly Row[] {
  return exportedItems(view).map((item) => {
    const found = view.item(item.key);
    const requirement = found?.type === 'criterion' ? found.requirement : found;
    return [
      item.key,
      item.id,
      item.namespace,
      item.parent ?? null,
      requirement?.notation ?? null,
      item.kind ?? (item.parent === undefined ? 'requirement' : 'criterion'),
      item.title,
      item.text,
      item.status,
      item.needs.join(','),
      JSON.stringify(Object.fromEntries(item.attributes.map(({ name, value }) => [name, value]))),
      item.file,
      item.line,
    ];
  });
}

/** The links that name an item themselves, in the order of the items. */
function ownLinks(view: IndexView): readonly Link[] {
  return Array.from(view.requirements()).flatMap((requirement) =>
    withCriteria(requirement).flatMap(({ key }) => view.coverage(key).links.filter(({ target }) => target === key)),
  );
}

function links(view: IndexView): readonly Row[] {
  const covers = Array.from(view.requirements()).flatMap(({ key, path, facts }) =>
    facts.covers.map((reference): Row => {
      const resolution = view.resolve(reference, path);
      const target = resolution.kind === 'item' ? resolution.item.key : reference.text;
      return ['covers', key, target, resolution.kind === 'item', null, path, lineOf(reference.range), null];
    }),
  );
  const code = ownLinks(view).map(({ kind, target, stale, path, annotation: { reference, declaration } }): Row => [
    kind,
    null,
    target,
    true,
    stale,
    path,
    lineOf(reference.range),
    declaration?.name ?? null,
  ]);
  return [...covers, ...code];
}

function findings(view: IndexView): readonly Row[] {
  return view
    .allFindings()
    .map(({ code, severity, item, path, range, message }) => [code, severity, item ?? null, path, lineOf(range), inEnglish(message)]);
}

function results(view: IndexView): readonly Row[] {
  return ownLinks(view).flatMap(({ target, path, annotation: { reference, declaration }, result }): readonly Row[] =>
    result ? [[target, path, lineOf(reference.range), declaration?.name ?? null, result.outcome, result.path]] : [],
  );
}
