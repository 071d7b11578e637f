import { lspRange } from '../../../editor/place.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { commandLines } from '../../../query/running/commandLine.ts';
import type { TestOutcome } from '../../../query/running/outcomes.ts';
import { testId } from '../../../query/running/runnable.ts';
import type { TestRun } from '../../../query/running/testRun.ts';
import type { WantedTest } from '../../../query/running/wantedTest.ts';
import { rangeAt } from '../../../model/position.ts';
import { localised } from '../../../text/words/localised.ts';
import type { Folder } from '../../folder.ts';
import { TEST_NEWS } from '../../runProtocol.ts';
import type { TestEnd, TestNews } from '../../runProtocol.ts';
import type { Session } from '../../session.ts';

/** What is printed is told this often, in milliseconds. */
const DELAY = 50;
/** Characters of what one run prints that are told; an editor has to keep them. */
const MOST_PRINTED = 4 * 1024 * 1024;

/** Tells the client of one run while it goes on: a runner prints in many small pieces. */
export class NewsOfRun {
  readonly #run: string;
  readonly #session: Session;
  readonly #folder: Folder;
  #printed = '';
  #told = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param run the client's name for it. */
  constructor(run: string, session: Session, folder: Folder) {
    this.#run = run;
    this.#session = session;
    this.#folder = folder;
  }

  /** A runner is started: the command that it is started with, and its tests. */
  started(run: TestRun): void {
    const where = run.folder === '' ? '' : ` (${run.folder})`;
    const note = run.also ? `${localised(say('Note: {0}. Only what was asked for is reported', run.also))}\n` : '';
    this.printed(`${run.runner}${where}\n${commandLines(run).join('\n')}\n${note}\n`);
    this.#tell({ started: [...new Set(run.wanted.map(testId))] });
  }

  printed(text: string): void {
    if (this.#told > MOST_PRINTED) return;
    this.#told += text.length;
    this.#printed += this.#told > MOST_PRINTED ? `\n${localised(say('The rest of the output is left out'))}\n` : text;
    this.#timer ??= setTimeout(() => this.#flush(), DELAY);
  }

  /** Tells how tests ended, behind all that was printed until then. */
  ended(outcomes: ReadonlyMap<WantedTest, TestOutcome>): void {
    this.#flush();
    const ends = Array.from(outcomes, ([test, outcome]) => endOf(test, outcome, this.#folder));
    if (ends.length > 0) this.#tell({ outcomes: ends });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#printed !== '') this.#tell({ output: this.#printed });
    this.#printed = '';
  }

  #tell(news: Omit<TestNews, 'run'>): void {
    this.#session.notify(TEST_NEWS, { run: this.#run, ...news } satisfies TestNews);
  }
}

function endOf(test: WantedTest, outcome: TestOutcome, folder: Folder): TestEnd {
  const { path, annotation } = test;
  const range = lspRange(annotation.declaration?.range ?? annotation.reference.range);
  const said = (message: Message): TestEnd['messages'] => [{ text: localised(message), place: { uri: folder.uriOf(path), range } }];
  switch (outcome.kind) {
    case 'passed':
      return { test: testId(test), kind: 'passed', messages: [], ...timeOf(outcome) };
    case 'failed': {
      const { message, at } = outcome.failure ?? {};
      const place = at ? { uri: folder.uriOf(at.path), range: lspRange(rangeAt(at.line, 0, 0)) } : undefined;
      const messages = message ? [{ text: message, place: place ?? { uri: folder.uriOf(path), range } }] : said(say('The test failed'));
      return { test: testId(test), kind: 'failed', messages, ...timeOf(outcome) };
    }
    case 'not-run':
      return { test: testId(test), kind: outcome.skipped ? 'skipped' : 'not-run', messages: said(outcome.reason) };
  }
}

function timeOf({ duration }: { readonly duration?: number }): Pick<TestEnd, 'duration'> {
  return duration === undefined ? {} : { duration };
}
