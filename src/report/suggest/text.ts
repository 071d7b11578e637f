import * as l10n from '@vscode/l10n';
import type { FilePath } from '../../model/position.ts';
import type { Band } from '../../suggest/bands.ts';
import type { SuggestedFor, SuggestedItem, Suggestion } from '../../suggest/suggest.ts';
import { nameOf } from '../../query/list.ts';
import type { Palette, Paint } from '../writing/palette.ts';
import { plain, truncate } from '../writing/plainText.ts';
import { alignRows } from '../writing/table.ts';
import { bandName, reasonText } from '../../suggest/reasons.ts';

/** A function or a test of which is asked which items it may be about. */
export interface AskedUnit {
  readonly path: FilePath;
  /** Counted from 0. */
  readonly line: number;
  readonly name: string;
  readonly items: readonly SuggestedItem[];
}

/** Suggestions for items, as a text. */
export function renderSuggested(all: readonly SuggestedFor[], palette: Palette): string {
  if (all.length === 0) return `${l10n.t('Nothing lacks code or a test.')}\n`;
  const blocks = all.map(({ item, role, suggestions }) =>
    [
      `${palette.bold(plain(item.id))} ${truncate(plain(nameOf(item)), 72)}`,
      `  ${palette.dim(role === 'code' ? l10n.t('lacks code; it may be') : l10n.t('lacks a test; it may be'))}`,
      ...(suggestions.length > 0 ? rows(suggestions, palette) : [`    ${l10n.t('nothing that shares a word with it')}`]),
    ].join('\n'),
  );
  return `${[...blocks, note(palette)].join('\n\n')}\n`;
}

function rows(suggestions: readonly Suggestion[], palette: Palette): string[] {
  return alignRows(
    suggestions.map(({ path, unit, band, reason }) => [
      { text: bandName(band), paint: bandPaint(band, palette) },
      { text: `${plain(path)}${unit ? `:${unit.line + 1}` : ''}` },
      { text: plain(unit?.name ?? '') },
      { text: plain(reasonText(reason)), paint: palette.dim },
    ]),
    '    ',
  );
}

/** Items that functions and tests may be about, as a text. */
export function renderUnits(units: readonly AskedUnit[], palette: Palette): string {
  if (units.length === 0) return `${l10n.t('The branch changed no function and no test that is not linked.')}\n`;
  const blocks = units.map(({ path, line, name, items }) =>
    [
      `${palette.bold(`${plain(path)}:${line + 1}`)} ${plain(name)}`,
      ...(items.length > 0
        ? alignRows(
            items.map(({ item, band, reason }) => [
              { text: bandName(band), paint: bandPaint(band, palette) },
              { text: plain(item.id) },
              { text: truncate(plain(nameOf(item)), 60) },
              { text: plain(reasonText(reason)), paint: palette.dim },
            ]),
            '    ',
          )
        : [`    ${l10n.t('nothing that shares a word with it')}`]),
    ].join('\n'),
  );
  return `${[...blocks, note(palette)].join('\n\n')}\n`;
}

function note(palette: Palette): string {
  return palette.dim(l10n.t('Suggestions do not count until someone writes the annotation.'));
}

function bandPaint(band: Band, palette: Palette): Paint {
  if (band === 'strong') return palette.bold;
  return band === 'weak' ? palette.dim : (text) => text;
}
