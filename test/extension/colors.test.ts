import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The four kinds of themes, as package.json names them, with what the themes that come with VS Code paint texts and rows on. */
const BACKGROUNDS = {
  dark: ['#1f1f1f', '#181818'],
  light: ['#ffffff', '#f8f8f8'],
  highContrast: ['#000000'],
  highContrastLight: ['#ffffff'],
} as const;

type ThemeKind = keyof typeof BACKGROUNDS;

/** Colours of VS Code 1.139 as its own themes have them; an empty one is not defined there, and what is painted with it is not to be seen. */
const COLORS: Readonly<Record<string, Readonly<Record<ThemeKind, string>>>> = {
  'editorError.foreground': { dark: '#f14c4c', light: '#e51400', highContrast: '#f48771', highContrastLight: '#b5200d' },
  'problemsWarningIcon.foreground': { dark: '#cca700', light: '#bf8803', highContrast: '#ffd370', highContrastLight: '#895503' },
  'list.warningForeground': { dark: '#cca700', light: '#855f00', highContrast: '', highContrastLight: '' },
  'list.errorForeground': { dark: '#f88070', light: '#b01011', highContrast: '', highContrastLight: '' },
  'testing.iconFailed': { dark: '#f88070', light: '#b01011', highContrast: '', highContrastLight: '' },
  'testing.iconPassed': { dark: '#73c991', light: '#73c991', highContrast: '#73c991', highContrastLight: '#007100' },
  'testing.iconUnset': { dark: '#848484', light: '#848484', highContrast: '#848484', highContrastLight: '#848484' },
  'charts.purple': { dark: '#b180d7', light: '#652d90', highContrast: '#b180d7', highContrastLight: '#652d90' },
  // Seven tenths of the text's colour in high contrast.
  descriptionForeground: { dark: '#9d9d9d', light: '#3b3b3b', highContrast: '#b2b2b2', highContrastLight: '#696969' },
};

/** What WCAG 2.2 asks of text. */
const ENOUGH = 4.5;

describe('the colours of statuses', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<ThemeKind, string>> }[] };
  };
  for (const kind of Object.keys(BACKGROUNDS) as ThemeKind[]) {
    it(`can be read in ${kind} themes`, () => {
      const faint = contributes.colors.flatMap(({ id, defaults }) => {
        const color = COLORS[defaults[kind]]?.[kind] ?? defaults[kind];
        assert.match(color, /^#[\da-f]{6}$/u, `${id} is not defined: ${defaults[kind]}`);
        return BACKGROUNDS[kind].filter((background) => contrast(color, background) < ENOUGH).map((background) => `${id} on ${background}`);
      });
      assert.deepEqual(faint, []);
    });
  }
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
