import { homedir } from 'node:os';
import path from 'node:path';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { nearestWith } from '../files/nearestWith.ts';

/** The nearest folder that holds reqtrace.yaml, from this one upward; this one itself if none does. */
export function findRoot(start: string): string {
  const from = path.resolve(start);
  return nearestWith(from, CONFIGURATION_FILE) ?? from;
}

/**
 * The folder that a file belongs to where nobody says which is open: the nearest one with reqtrace.yaml, else with a repository; undefined where there
 * is none, or only the user's home, which is nobody's project.
 */
export function rootOf(file: string): string | undefined {
  const from = path.dirname(path.resolve(file));
  const found = nearestWith(from, CONFIGURATION_FILE) ?? nearestWith(from, '.git');
  return found === homedir() ? undefined : found;
}
