import type { Range } from './position.ts';

/** The attribute that says where in a workbook an item stands: `Requirements!A3`. */
export const CELL = 'cell';

/** What attributes an item must have, by their names: `{ Status: 'Approved' }`. */
export type AttributeConditions = Readonly<Record<string, string>>;

/** The name of an attribute that a condition of reqtrace.yaml asks for, and where: `{ name: 'Status', range }`. */
export interface WrittenCondition {
  readonly name: string;
  readonly range: Range;
  /** True in a rule that asks for nothing, `kinds: []`: where it does not hold, no less is asked for. */
  readonly exempts?: true;
}
