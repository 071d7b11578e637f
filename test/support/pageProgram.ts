import { bundlePage } from '../../esbuild.page.mjs';

let program: string | undefined;

/* Tests run the sources, so they give src/report/html/pageProgram.ts what the build would put in its place. */
Object.defineProperty(globalThis, 'REQTRACE_PAGE_PROGRAM', { get: () => (program ??= bundlePage()) });
