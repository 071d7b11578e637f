/** Given by whoever runs the sources without a build, as tests do (test/support/pageProgram.ts). */
declare const REQTRACE_PAGE_PROGRAM: string;

/** The program that runs in the page, src/report/page as one text. The build puts it in the place of this file (esbuild.page.mjs). */
export function pageProgram(): string {
  return REQTRACE_PAGE_PROGRAM;
}
