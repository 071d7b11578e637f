import type { IndexView } from '../../index/view.ts';
import type { Item } from '../../model/item.ts';
import { isOpen, STATUSES } from '../../model/status.ts';
import type { Status } from '../../model/status.ts';
import type { AgentTool } from '../tool.ts';
import { echoed, page, PAGING, row, unitsIn } from '../words.ts';

/** What is nearly done, or broken, comes before what nobody has begun. */
const ORDER: readonly Status[] = ['failing', 'stale', 'partial', 'unmet'];

/** What is open, in the order in which to work on it. */
export const nextCriteria: AgentTool = {
  name: 'next_criteria',
  description: 'Open criteria to work on next: failing, stale, partial, unmet.',
  parameters: {
    near: { type: 'string', description: 'file or folder' },
    status: { type: 'strings', description: 'only with one of these', choices: STATUSES.filter(isOpen) },
    ...PAGING,
  },
  readOnly: true,
  async run(folder, asked) {
    const project = await folder.project();
    const { index } = project;
    const statuses = asked.texts('status');
    const given = asked.text('near');
    const near = given === undefined ? undefined : (folder.pathIn(given) ?? given);
    const open = unitsIn(index)
      .filter(({ key }) => isOpen(index.coverage(key).status))
      .filter(({ key }) => statuses.length === 0 || statuses.includes(index.coverage(key).status));
    if (open.length === 0) return { text: statuses.length > 0 ? `No criterion is ${statuses.join(' or ')}.` : 'Nothing is open.' };
    const rank = (item: Item): number =>
      (near !== undefined && isNear(index, item, near) ? 0 : ORDER.length) + ORDER.indexOf(index.coverage(item.key).status);
    // Of equals the order of the index holds: sorting is stable.
    const isFar = near !== undefined && !open.some((item) => isNear(index, item, near));
    const rows = open
      .map((item) => ({ item, rank: rank(item) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => row(index, item));
    const list = page(rows, asked, {
      narrow: near === undefined ? 'Narrow with near.' : 'Narrow with status.',
      next: 'Next: read_criterion with one of these ids',
    });
    return { text: isFar ? `Nothing that is open is linked with ${echoed(given ?? '')}; of all:\n${list}` : list };
  },
};

/** True for what is defined there, or whose requirement has a link from there. */
function isNear(index: IndexView, item: Item, near: string): boolean {
  const isThere = (path: string): boolean => near === '' || path === near || path.startsWith(`${near}/`);
  if (isThere(item.path)) return true;
  const family = item.type === 'criterion' ? [item, ...item.requirement.criteria] : [item];
  return family.some(({ key }) => index.coverage(key).links.some(({ path }) => isThere(path)));
}
