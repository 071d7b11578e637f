import type { LogOutputChannel } from 'vscode';
import { env, l10n, version as editorVersion, window, workspace } from 'vscode';
import type { ServerHealth } from '../client/languageServer.ts';
import type { FolderState } from '../../server/protocol.ts';
import { problemReport } from './problemReport.ts';

/** What the report is made of. */
export interface ReportSources {
  /** Of ReqTrace. */
  readonly version: string;
  /** `linux x64, Node 22.15.0` */
  readonly system: string;
  readonly health: ServerHealth;
  readonly folders: readonly FolderState[];
  /** Lines that the log got since the start. */
  readonly log: readonly string[];
}

/** The command *Report a Problem*: copies what somebody needs to look into it, without any text of the repository, and shows it. */
export async function reportProblem(sources: ReportSources, log: LogOutputChannel): Promise<void> {
  const text = problemReport({
    ...sources,
    editor: `${env.appName} ${editorVersion}`,
    language: env.language,
    remote: env.remoteName ?? 'none',
    trusted: workspace.isTrusted,
  });
  const document = await workspace.openTextDocument({ language: 'markdown', content: text });
  await window.showTextDocument(document);
  // Last: a browser may ask first, or take its time.
  await env.clipboard.writeText(text);
  log.info('A report of a problem was made');
  void window.showInformationMessage(
    l10n.t(
      'The report is in the clipboard: versions, counts, timings and the log, and no text of your files. Look it over before you send it.',
    ),
  );
}
