/** One question of an agent over `examples/shop`. */
export interface Question {
  readonly tool: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** What was answered. */
export interface Answered {
  readonly text: string;
  readonly isError: boolean;
}

/** Questions whose answers follow from the files alone; the exact answers are in test/golden/agents-shop.txt. */
export const QUESTIONS: readonly Question[] = [
  { tool: 'coverage', given: {} },
  { tool: 'coverage', given: { document: 'dispatch' } },
  { tool: 'next_criteria', given: { limit: 5 } },
  { tool: 'next_criteria', given: { near: 'src/stock.ts', limit: 3, offset: 2 } },
  { tool: 'next_criteria', given: { status: ['stale'] } },
  { tool: 'find_criteria', given: { text: 'address' } },
  { tool: 'find_criteria', given: { status: ['waived', 'exempt'], limit: 5 } },
  { tool: 'read_criterion', given: { ref: 'dispatch#IP-1.1.1/AC1' } },
  { tool: 'read_criterion', given: { ref: 'IP-1.1.1' } },
  { tool: 'read_criterion', given: { ref: 'IP-1.1.3/AC9' } },
  { tool: 'check_claim', given: { refs: ['dispatch#IP-1.1.1/AC1', 'IP-1.3.1/AC2'] } },
  { tool: 'check_claim', given: { files: ['src/label.ts'] } },
  { tool: 'check_claim', given: {} },
  { tool: 'explain_line', given: { file: 'docs/fulfilment/dispatch.md', line: 18 } },
  { tool: 'explain_line', given: { file: '../package.json' } },
];

/** Questions and answers as they stand in the golden file. */
export function transcript(answers: readonly Answered[]): string {
  const parts = QUESTIONS.map(({ tool, given }, at) => {
    const { text, isError } = answers[at] ?? { text: 'not asked', isError: true };
    return `> ${tool} ${JSON.stringify(given)}\n${isError ? 'error: ' : ''}${text}\n`;
  });
  return parts.join('\n');
}
