import type { IndexView } from '../../index/view.ts';
import { itemsMeant } from '../../model/item.ts';
import type { Item } from '../../model/item.ts';
import { unitsOf } from '../../model/item.ts';
import { lack } from '../../report/coverage/byDocument.ts';
import { doubtsOn } from '../claimDoubts.ts';
import type { ClaimDoubts } from '../claimDoubts.ts';
import type { AgentTool } from '../tool.ts';
import { bounded, configurationFaults, echoed, findingRow, itemsNamed, refOf } from '../words.ts';

const MOST_FINDINGS = 5;
const MOST_MISSING = 20;

/** One criterion of a claim. */
interface Claim {
  readonly ref: string;
  readonly status: string;
  readonly proof: string;
  /** The one thing that it lacks; absent where it holds. */
  readonly missing?: string;
}

// @implements RT-6.1/AC18~6008dd
/** Whether work on criteria is done: met, and shown by newer results than the code. */
export const checkClaim: AgentTool = {
  name: 'check_claim',
  description:
    'Before you say that something is done: does it hold, and if not, what is missing? Say nothing is done that does not hold here.',
  parameters: {
    refs: { type: 'strings', description: 'ids of the criteria that are claimed' },
    files: { type: 'strings', description: 'files that were changed: what they are linked to is claimed' },
  },
  output: {
    type: 'object',
    properties: { holds: { type: 'boolean' }, missing: { type: 'array', items: { type: 'string' } } },
    required: ['holds', 'missing'],
  },
  readOnly: true,
  async run(folder, asked) {
    const project = await folder.project();
    const { index, configurationValid } = project;
    const [refs, given] = [asked.texts('refs'), asked.texts('files')];
    if (refs.length + given.length === 0) return { text: 'check_claim needs refs or files.', isError: true };
    const files = given.map((file) => folder.pathIn(file) ?? '');
    const unread = given.find((_, at) => !index.files.has(files[at] ?? ''));
    if (unread !== undefined)
      return { text: `${echoed(unread)} is not among the files that are read. Paths are relative to the workspace folder.`, isError: true };
    const named = itemsNamed(project, refs);
    if ('text' in named) return named;
    const items = new Map(
      [...named, ...files.flatMap((file) => itemsLinkedFrom(index, file))].flatMap(unitsUnder).map((item) => [item.key, item]),
    );
    const claims = Array.from(items.values(), (item) => claimOf(index, item));
    const problems = files.flatMap((file) => index.findings(file).filter(({ severity }) => severity !== 'information'));
    const isMet = claims.length > 0 && claims.every(({ missing }) => missing === undefined) && problems.length === 0 && configurationValid;
    const claimed = { items: [...items.values()], named: new Set(named.map(({ key }) => key)) };
    const { doubts, notes }: ClaimDoubts = isMet ? await doubtsOn(folder, project, claimed) : { doubts: [], notes: [] };
    const holds = isMet && doubts.length === 0;
    const lines = [
      holds ? 'holds' : 'does not hold',
      ...configurationFaults(project),
      ...(claims.length === 0 ? ['No criterion is linked to these files, so nothing shows what they are for.'] : []),
      ...claims.map(({ ref, status, proof, missing }) => `${ref} ${status}, ${proof}${missing === undefined ? '' : `: ${missing}`}`),
      ...doubts.slice(0, MOST_FINDINGS),
      ...(doubts.length > MOST_FINDINGS ? [`and ${doubts.length - MOST_FINDINGS} more such reasons`] : []),
      ...notes.slice(0, MOST_FINDINGS),
      ...(notes.length > MOST_FINDINGS ? [`and ${notes.length - MOST_FINDINGS} more to tell`] : []),
      ...problems.slice(0, MOST_FINDINGS).map(findingRow),
      ...(problems.length > MOST_FINDINGS ? [`and ${problems.length - MOST_FINDINGS} more findings in these files`] : []),
    ];
    return {
      text: bounded(lines.join('\n'), 'Ask of fewer at once.'),
      data: {
        holds,
        missing: [...claims.flatMap(({ ref, missing }) => (missing === undefined ? [] : [`${ref}: ${missing}`])), ...doubts].slice(
          0,
          MOST_MISSING,
        ),
      },
    };
  },
};

function unitsUnder(item: Item): readonly Item[] {
  return item.type === 'requirement' ? unitsOf(item) : [item];
}

function itemsLinkedFrom(index: IndexView, file: string): readonly Item[] {
  return index
    .referencesIn(file)
    .flatMap(({ use, resolution }) => (use === 'implements' || use === 'verifies' ? itemsMeant(resolution) : []));
}

function claimOf(index: IndexView, item: Item): Claim {
  const { status, proof } = index.coverage(item.key);
  const missing = missingOf(index, item);
  return { ref: refOf(index, item), status, proof, ...(missing !== undefined && { missing }) };
}

/** The first thing that stands between an item and a claim that it is done. */
function missingOf(index: IndexView, item: Item): string | undefined {
  const coverage = index.coverage(item.key);
  switch (coverage.status) {
    case 'exempt':
      return 'it is marked as needing nothing, so nothing shows that it is done';
    case 'waived':
      return 'it is an accepted gap, so nothing shows that it is done';
    case 'met':
      break;
    default:
      return lack(index, coverage) || 'nothing points at it';
  }
  if (coverage.proof === 'unproven') return 'met, but no newest result shows that a test of it passed: run its tests';
  // Where the project asks for no test, code is all that can speak for it.
  if (coverage.proof === 'unknown' && coverage.needs.some((need) => need !== 'implements'))
    return 'there are no results of tests: run them';
  return coverage.outdated ? 'results older than the code: run its tests' : undefined;
}
