import { inEnglish } from '../../../model/message.ts';
import { unitsOf } from '../../../model/item.ts';
import { wantedItems } from '../../../query/running/wantedTest.ts';
import { PLAIN } from '../../../report/writing/palette.ts';
import { plain } from '../../../report/writing/plainText.ts';
import { runWanted } from '../../../workspace/running/runWanted.ts';
import { whyUntrusted } from '../../../workspace/running/trust.ts';
import { renderOutcomes } from '../../reporting/testReport.ts';
import type { AgentTool } from '../../../agents/tool.ts';
import { bounded, itemsNamed } from '../../../agents/words.ts';

/** Milliseconds after which a runner is ended. */
const LIMIT = 300_000;

/** Runs the tests of criteria, exactly those. Only offered with `--allow-tests`. */
export const runTests: AgentTool = {
  name: 'run_tests',
  description:
    "Run exactly the tests of these criteria with the project's own runner. Results count here only: check_claim asks for those that the project keeps.",
  parameters: { refs: { type: 'strings', description: 'ids of criteria or requirements' } },
  required: ['refs'],
  readOnly: false,
  async run(folder, asked) {
    const project = await folder.project();
    const named = itemsNamed(project, asked.texts('refs'));
    if ('text' in named) return named;
    const wanted = wantedItems(
      project.index,
      named.flatMap((item) => (item.type === 'requirement' ? unitsOf(item) : [item])),
    );
    if (wanted.every(({ tests }) => tests.length === 0))
      return { text: 'No test is linked to any of these, so nothing was run.', isError: true };
    const untrusted = await whyUntrusted(project.root);
    if (untrusted) return { text: plain(inEnglish(untrusted)), isError: true };
    const said: string[] = [];
    const ran = await runWanted(project, wanted, {
      limit: LIMIT,
      signal: new AbortController().signal,
      onOutput: (text) => said.push(text),
    });
    folder.changed();
    if (!ran) return { text: 'Nothing was run.', isError: true };
    const failed = ran.items.some(({ kind }) => kind !== 'passed');
    const tail = failed ? ['Last lines of the runner:', ...lastLines(said)] : [];
    return { text: bounded([renderOutcomes(ran.items, ran.outcomes, PLAIN).trimEnd(), ...tail].join('\n'), 'Run fewer at once.') };
  },
};

function lastLines(said: readonly string[]): readonly string[] {
  return said
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-25)
    .map((line) => `| ${plain(line)}`);
}
