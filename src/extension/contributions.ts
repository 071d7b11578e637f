import type { TreeOptions } from '../server/protocol.ts';

/*
 * The names that package.json and the code share. Each is written once here; what handles them is typed by
 * these tables, so a forgotten one does not compile, and a test compares them with package.json.
 */

/** The view *Requirements*. */
export const VIEW = 'reqtrace.requirements';

/** Prefix of every setting, and id of the language client: `reqtrace.trace.server`. */
export const SETTINGS = 'reqtrace';

/** Every command of the extension, with what its handler takes; a `row` is the id of a row of the tree. */
export interface Commands {
  readonly 'reqtrace.initConfiguration': () => Promise<void>;
  readonly 'reqtrace.refresh': () => Promise<void>;
  readonly 'reqtrace.groupByDocument': () => Promise<void>;
  readonly 'reqtrace.groupByStatus': () => Promise<void>;
  readonly 'reqtrace.showUnmetOnly': () => Promise<void>;
  readonly 'reqtrace.showAll': () => Promise<void>;
  readonly 'reqtrace.expandAll': () => Promise<void>;
  readonly 'reqtrace.openToSide': (row: string) => Promise<void>;
  readonly 'reqtrace.showLog': () => void;
  readonly 'reqtrace.restartServer': () => Promise<void>;
}

const COMMAND_TABLE: Record<keyof Commands, true> = {
  'reqtrace.initConfiguration': true,
  'reqtrace.refresh': true,
  'reqtrace.groupByDocument': true,
  'reqtrace.groupByStatus': true,
  'reqtrace.showUnmetOnly': true,
  'reqtrace.showAll': true,
  'reqtrace.expandAll': true,
  'reqtrace.openToSide': true,
  'reqtrace.showLog': true,
  'reqtrace.restartServer': true,
};

export const COMMANDS = Object.keys(COMMAND_TABLE) as readonly (keyof Commands)[];

/** What there is to show; `empty` is no requirement anywhere, `failed` is no folder that can be read. */
export type Phase = 'indexing' | 'ready' | 'empty' | 'failed';

/** Every context key that a `when` clause of package.json may ask for. */
export interface ContextKeys {
  readonly 'reqtrace.phase': Phase;
  readonly 'reqtrace.groupBy': TreeOptions['groupBy'];
  readonly 'reqtrace.unmetOnly': boolean;
}

const CONTEXT_KEY_TABLE: Record<keyof ContextKeys, true> = {
  'reqtrace.phase': true,
  'reqtrace.groupBy': true,
  'reqtrace.unmetOnly': true,
};

export const CONTEXT_KEYS = Object.keys(CONTEXT_KEY_TABLE) as readonly (keyof ContextKeys)[];

/** Every setting; the language client itself reads it. */
export const SETTING_NAMES: readonly string[] = ['reqtrace.trace.server'];
