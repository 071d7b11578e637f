import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** VS Code settings as they stand in `settings.json`: `{ 'editor.fontSize': 14 }`. */
export type Settings = Readonly<Record<string, unknown>>;

/** The themes that screenshots are taken in, by the names that their files get. */
export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

/** Nothing that starts by itself, asks, or wants the network. */
export const QUIET_SETTINGS: Settings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'window.autoDetectColorScheme': false,
  'workbench.colorTheme': THEMES.dark,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.cursorBlinking': 'solid',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'git.openRepositoryInParentFolders': 'never',
  'git.blame.statusBarItem.enabled': false,
  'update.showReleaseNotes': false,
  // On by default in a browser.
  'files.autoSave': 'off',
  // It starts programs every two seconds to look for servers.
  'remote.autoForwardPorts': false,
};

/** With these every folder is trusted; without them every folder opens in Restricted Mode. */
export const TRUST_SETTINGS: Settings = { 'security.workspace.trust.enabled': false };

/** Writes `folder/settings.json`. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
}
