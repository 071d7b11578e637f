import type { AgentTool } from './tool.ts';
import { checkClaim } from './tools/checkClaim.ts';
import { coverage } from './tools/coverage.ts';
import { explainLine } from './tools/explainLine.ts';
import { findCriteria } from './tools/findCriteria.ts';
import { nextCriteria } from './tools/nextCriteria.ts';
import { readCriterion } from './tools/readCriterion.ts';
import { reviewChanges } from './tools/reviewChanges.ts';

/** The tools that only read, in the order in which agents see them: `READING_TOOLS.map(({ name }) => name)` begins with `coverage`. */
export const READING_TOOLS: readonly AgentTool[] = [
  coverage,
  nextCriteria,
  findCriteria,
  readCriterion,
  checkClaim,
  reviewChanges,
  explainLine,
];
