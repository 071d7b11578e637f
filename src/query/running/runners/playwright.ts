import { literalPattern } from '../../../text/patterns/regExp.ts';
import { optionsOf } from '../project/script.ts';
import { absolute } from '../project/knownProject.ts';
import type { Runner } from '../runner.ts';
import { unionPattern } from '../titles.ts';
import { besides, environmentOf, fromRoot, programOf } from './javascript.ts';

const KEPT = { '--config': true, '-c': true, '--project': true } as const;

/** Playwright. Its pattern is held against project, file, titles and tags with blanks between; a path is an expression. */
export const playwright: Runner = {
  name: 'Playwright',
  select(asked) {
    const { project, tests, files, whole, script } = asked;
    const program = programOf(asked, 'Playwright', '@playwright/test', 'playwright');
    if ('refused' in program) return program;
    const results = project.resultFile('.json');
    return {
      argv: [
        ...program.start,
        'test',
        ...files.map((file) => `^${literalPattern(absolute(project, fromRoot(asked, file)))}$`),
        ...(whole ? [] : ['-g', unionPattern(tests, { between: ' ', before: '.* ', behind: '(?: @.*)?' })]),
        '--reporter=list,json',
        ...optionsOf(script?.words ?? [], KEPT),
      ],
      result: { kind: 'file', path: results },
      ...besides(asked),
      environment: { ...environmentOf(asked).environment, PLAYWRIGHT_JSON_OUTPUT_FILE: results },
    };
  },
};
