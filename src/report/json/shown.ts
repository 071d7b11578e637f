import { lack } from '../coverage/byDocument.ts';
import { SCHEMA_VERSION, toJson } from '../writing/json.ts';
import type { IndexView } from '../../index/view.ts';
import { normalIdOf } from '../../model/item.ts';
import type { CriterionItem, Item, ItemWaiver } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { marksOf } from '../../query/changes.ts';
import { findingsOf } from '../../query/findingsOf.ts';
import { jsonFinding } from './finding.ts';
import { jsonAttributes, jsonItem } from './item.ts';

// @implements RT-6.1/AC21~7109be
/** All that is known of one item, for programs: what `reqtrace show IP-1.1/AC2 --format json` prints. */
export function renderShownJson(view: IndexView, item: Item): string {
  const coverage = view.coverage(item.key);
  return toJson({
    schemaVersion: SCHEMA_VERSION,
    item: {
      ...jsonItem(view, item),
      detail: (item.type === 'requirement' ? item.facts.text : item.facts.detail) ?? '',
      attributes: jsonAttributes(item.facts.attributes),
      pin: view.pin(item),
      needs: coverage.needs,
      missing: coverage.missing,
      lack: lack(view, coverage),
      waivers: coverage.waivers.map(jsonWaiver),
      changes: marksOf(item, coverage).map(({ words }) => inEnglish(words)),
      alsoAt: view.furtherPlaces(item).map(({ path, range }) => ({ file: path, line: lineOf(range) })),
    },
    criteria: item.type === 'requirement' ? item.criteria.map((criterion) => jsonBrief(view, criterion)) : [],
    findings: findingsOf(view, item).map(jsonFinding),
  });
}

/** A criterion in one row; each has an answer of its own. */
function jsonBrief(view: IndexView, criterion: CriterionItem): object {
  const coverage = view.coverage(criterion.key);
  const { status, proof, outdated } = coverage;
  return {
    id: normalIdOf(criterion),
    key: criterion.key,
    text: criterion.facts.text,
    line: lineOf(criterion.facts.nameRange),
    status,
    proof,
    outdated,
    lack: lack(view, coverage),
  };
}

function jsonWaiver({ waiver, path, valid }: ItemWaiver): object {
  const { range, reason, owner, until } = waiver;
  return { file: path, line: lineOf(range), reason, owner: owner ?? null, until: until ?? null, valid };
}
