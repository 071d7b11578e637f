import type { IndexView } from '../../index/view.ts';
import type { FileFacts } from '../../model/facts.ts';
import type { ResolutionStep, ResolvedReference } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import type { FilePath } from '../../model/position.ts';

/** A reference to a requirement or criterion, wherever it is written, and what became of it. Lines and columns start at 1. */
export interface JsonReference {
  readonly kind: Exclude<ResolvedReference['use'], 'definition'>;
  /** The kind by the name that the project gives it: `security` is a `verifies`. */
  readonly kindName: string;
  readonly file: FilePath;
  readonly line: number;
  readonly column: number;
  /** As written. */
  readonly text: string;
  /** The notation whose words it is written in; null for words that belong to all. */
  readonly notation: string | null;
  /** The revision that it was made for; null where it does not say. */
  readonly revision: string | null;
  /** The name that is written there and stands for the item, as the property of a design does for the criteria that it validates; null for most. */
  readonly through: string | null;
  /** Of a task that plans the item: whether it is ticked; null for what is not a task. */
  readonly done: boolean | null;
  /** What a task says besides, such as the issue in which that is to be done; null for most. */
  readonly note: string | null;
  readonly resolution: 'resolved' | 'ambiguous' | 'unknown' | 'external';
  /** Where another tool keeps what it means; null unless it is external. */
  readonly address: string | null;
  /** Key of the item that it means; null unless it is resolved. */
  readonly item: string | null;
  /** How the item was found; null unless it is resolved. */
  readonly step: ResolutionStep | null;
  /** Keys of the items that it could mean, the first 50 of them; empty unless it is ambiguous. */
  readonly candidates: readonly string[];
  /** How many items it could mean; 0 unless it is ambiguous. */
  readonly candidateCount: number;
}

/** A number of nearly each feature, written where nothing says of which, could mean thousands; written out each time they would be most of the report. */
const MOST_CANDIDATES = 50;

/** All references of all files, by path, then by place. Ids of prefixes that no requirement uses (`UTF-8`) are none. */
export function jsonReferences(view: IndexView): JsonReference[] {
  const paths = Array.from(view.files.keys()).filter((path) => refers(view.facts(path)));
  return paths.sort().flatMap((path) => view.referencesIn(path).flatMap(jsonReference));
}

/** Most files of a large tree refer to nothing; what the index would keep of them is not asked for. */
function refers(facts: FileFacts | undefined): boolean {
  if (!facts) return false;
  const { annotations, waivers, mentions, requirements, proposals = [] } = facts;
  return (
    annotations.length + waivers.length + mentions.length + proposals.length > 0 ||
    requirements.some(({ covers, place }) => covers.length > 0 || place)
  );
}

function jsonReference({ path, reference, use, annotation, resolution }: ResolvedReference): JsonReference[] {
  if (use === 'definition' || resolution.kind === 'foreign') return [];
  const { range, text, notation, revision, through } = reference;
  const candidates = resolution.kind === 'ambiguous' ? resolution.candidates : [];
  return [
    {
      kind: use,
      kindName: annotation?.kind ?? use,
      file: path,
      line: lineOf(range),
      column: range.start.character + 1,
      text,
      notation: notation ?? null,
      revision: revision ?? null,
      through: through ?? null,
      done: annotation?.done ?? null,
      note: annotation?.note ?? null,
      resolution: resolution.kind === 'item' ? 'resolved' : resolution.kind,
      address: resolution.kind === 'external' ? resolution.address : null,
      item: resolution.kind === 'item' ? resolution.item.key : null,
      step: resolution.kind === 'item' ? resolution.step : null,
      candidates: candidates.slice(0, MOST_CANDIDATES).map(({ key }) => key),
      candidateCount: candidates.length,
    },
  ];
}
