import { version } from '../../package.json';
import type { Finding } from '../model/finding.ts';
import { renderCodeQuality } from '../report/findings/codeQuality.ts';
import { renderFindings, renderFindingsJson } from '../report/findings/text.ts';
import { renderGithub } from '../report/findings/github.ts';
import { renderJUnit } from '../report/coverage/junit.ts';
import type { Palette } from '../report/writing/palette.ts';
import { renderSarif } from '../report/findings/sarif.ts';
import { gitPrefix } from '../workspace/git/gitState.ts';
import type { Project } from '../workspace/project.ts';
import { findingPages } from './findingPages.ts';

/** How findings can be printed: for people, for programs, for GitHub, for GitLab. */
export const FINDING_FORMATS: readonly string[] = ['text', 'json', 'sarif', 'github', 'junit', 'codequality'];

/** These findings of a project in one of `FINDING_FORMATS`. */
export async function printFindings(
  format: string,
  findings: readonly Finding[],
  { index, root }: Project,
  palette: Palette,
): Promise<string> {
  switch (format) {
    case 'json':
      return renderFindingsJson(findings);
    case 'sarif':
      return renderSarif(findings, { version, prefix: await gitPrefix(root), pages: findingPages() });
    case 'github':
      return renderGithub(findings, await gitPrefix(root));
    case 'junit':
      return renderJUnit(index, findings);
    case 'codequality':
      return renderCodeQuality(findings, await gitPrefix(root));
    default:
      return renderFindings(findings, palette);
  }
}
