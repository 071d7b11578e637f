import type { Connection } from 'vscode-languageserver';
import type { Loudness } from '../../model/configuration.ts';
import { LOUDNESSES } from '../../model/configuration.ts';
import { isRecord } from '../../text/parsed.ts';

const SUGGESTIONS = ['review', 'all', 'off'] as const;

/** What the user chose of how things are shown; by the names under which the client keeps them below `reqtrace`. */
export interface Settings {
  readonly codeLens: {
    /** `reqtrace.codeLens.documents` */
    readonly documents: boolean;
    /** `reqtrace.codeLens.code` */
    readonly code: boolean;
  };
  readonly inlayHints: {
    /** `reqtrace.inlayHints.titles` */
    readonly titles: boolean;
    /** `reqtrace.inlayHints.suggestions`: of functions that a branch under review changed, of all, or of none. */
    readonly suggestions: (typeof SUGGESTIONS)[number];
  };
  /** `reqtrace.outline` */
  readonly outline: boolean;
  /** `reqtrace.problems`; absent for a person who leaves it to reqtrace.yaml. */
  readonly problems?: Loudness;
}

/** What holds where the client has no settings. */
export const DEFAULT_SETTINGS: Settings = {
  codeLens: { documents: true, code: true },
  inlayHints: { titles: false, suggestions: 'review' },
  outline: false,
};

const SECTION = 'reqtrace';

/** Reads the settings of a file whenever they are asked for, and once only between changes. */
export class SettingsReader {
  readonly #connection: Connection;
  /** True if the client can be asked. */
  readonly #supported: () => boolean;
  readonly #known = new Map<string, Promise<Settings>>();

  constructor(connection: Connection, supported: () => boolean) {
    this.#connection = connection;
    this.#supported = supported;
  }

  of(uri: string): Promise<Settings> {
    if (!this.#supported()) return Promise.resolve(DEFAULT_SETTINGS);
    let settings = this.#known.get(uri);
    if (!settings) {
      settings = this.#connection.workspace
        .getConfiguration({ scopeUri: uri, section: SECTION })
        .then(settingsFrom)
        .catch(() => DEFAULT_SETTINGS);
      this.#known.set(uri, settings);
    }
    return settings;
  }

  /** To be called when the client's settings changed. */
  forget(): void {
    this.#known.clear();
  }
}

/** Settings as a client sent them; whatever is missing or of another kind is as by default. */
export function settingsFrom(sent: unknown): Settings {
  const section = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
  const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
  const lens = section(sent, 'codeLens');
  const hints = section(sent, 'inlayHints');
  const suggestions = SUGGESTIONS.find((word) => word === section(hints, 'suggestions'));
  const problems = LOUDNESSES.find((word) => word === section(sent, 'problems'));
  return {
    codeLens: {
      documents: flag(section(lens, 'documents'), DEFAULT_SETTINGS.codeLens.documents),
      code: flag(section(lens, 'code'), DEFAULT_SETTINGS.codeLens.code),
    },
    inlayHints: {
      titles: flag(section(hints, 'titles'), DEFAULT_SETTINGS.inlayHints.titles),
      suggestions: suggestions ?? DEFAULT_SETTINGS.inlayHints.suggestions,
    },
    outline: flag(section(sent, 'outline'), DEFAULT_SETTINGS.outline),
    ...(problems !== undefined && { problems }),
  };
}
