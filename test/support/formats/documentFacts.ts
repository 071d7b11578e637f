import type { Configuration } from '../../../src/model/configuration.ts';
import { DEFAULT_CONFIGURATION } from '../../../src/formats/configuration/defaults.ts';
import { createIdGrammar } from '../../../src/formats/ids/idGrammar.ts';
import type { CriterionFacts, FileFacts, LineNote, RequirementFacts } from '../../../src/model/facts.ts';
import type { Range } from '../../../src/model/position.ts';
import { readDocument } from '../../../src/formats/notations/house/readDocument.ts';
import { inEnglish } from '../../../src/model/message.ts';

export type Options = Partial<Configuration> & { readonly steps?: boolean; readonly targets?: boolean };

/** Reads a document under the default configuration with these changes; lines may be given one by one. */
export function read(text: string | readonly string[], options: Options = {}): FileFacts {
  return explained(text, options).facts;
}

export function explained(
  text: string | readonly string[],
  options: Options = {},
): { readonly facts: FileFacts; readonly notes: readonly LineNote[] } {
  const { steps = false, targets = false, ...changes } = options;
  const configuration = { ...DEFAULT_CONFIGURATION, ...changes };
  const notes: LineNote[] = [];
  const whole = typeof text === 'string' ? text : text.join('\n');
  const context = { configuration, ids: createIdGrammar(configuration.ids), steps, targets };
  return { facts: readDocument('docs/launch.md', whole, context, (note) => notes.push(note)), notes };
}

/** `IP-1: AC1 AC2` for each requirement of a document. */
export function ids(facts: FileFacts): string[] {
  return facts.requirements.map(({ localId, criteria }) => [`${localId}:`, ...criteria.map((criterion) => criterion.localId)].join(' '));
}

/** The only requirement of a document. */
export function only(facts: FileFacts): RequirementFacts {
  const [requirement, ...others] = facts.requirements;
  if (!requirement || others.length > 0) throw new Error(`Expected one requirement, found: ${ids(facts).join('; ')}`);
  return requirement;
}

/** The only criterion of the only requirement of a document. */
export function criterion(facts: FileFacts): CriterionFacts {
  const [first, ...others] = only(facts).criteria;
  if (!first || others.length > 0) throw new Error(`Expected one criterion, found: ${ids(facts).join('; ')}`);
  return first;
}

/** The text of a document in a range, its lines joined by `|`. */
export function textAt(text: string | readonly string[], { start, end }: Range): string {
  const lines = (typeof text === 'string' ? text : text.join('\n')).replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return lines
    .slice(start.line, end.line + 1)
    .map((line, index, all) => line.slice(index === 0 ? start.character : 0, index === all.length - 1 ? end.character : undefined))
    .join('|');
}

export function nearMisses(facts: FileFacts): string[] {
  return facts.problems.filter((problem) => problem.code === 'near-miss').map((problem) => inEnglish(problem.message));
}
