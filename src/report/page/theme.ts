import { recall, retain } from './storage.ts';
import type { Texts } from './texts.ts';

/** The colours of a page in a browser; `system` follows the system. */
const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

const STORED = 'reqtrace.colours';

/** The one that the button gives next: light behind system, system again behind dark. */
function themeAfter(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
}

/** Lets a button, which only reports have, change the colours, and keeps them where the browser keeps anything. */
export function offerThemes({ phrase }: Texts): void {
  const button = document.getElementById('theme');
  if (!button) return;
  let theme: Theme = THEMES.find((one) => one === recall(STORED)) ?? 'system';
  const show = (): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    button.textContent = phrase(theme);
  };
  show();
  button.hidden = false;
  button.addEventListener('click', () => {
    theme = themeAfter(theme);
    retain(STORED, theme);
    show();
  });
}
