import { commands } from 'vscode';
import type { ContextKeys } from '../contributions.ts';

/** Sets context keys of `when` clauses, typed, and only when they change. */
export class ContextKeyService {
  readonly #values = new Map<keyof ContextKeys, unknown>();

  /** @example contextKeys.set('reqtrace.phase', 'ready'); */
  set<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
    if (this.#values.get(key) === value) return;
    this.#values.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }
}
