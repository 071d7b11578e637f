import * as l10n from '@vscode/l10n';
import type { Message } from '../../model/message.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { plain } from '../../report/writing/plainText.ts';
import type { Fitting } from '../../workspace/configuration/fitting.ts';
import type { CliIo } from './io.ts';

/** Ids of the rows that are ticked before anybody was asked. */
export function pickedOf({ rows }: Pick<Fitting, 'rows'>): readonly string[] {
  return rows.filter(({ picked }) => picked).map(({ id }) => id);
}

/**
 * Shows proposals for reqtrace.yaml and asks which of them to write, until somebody agrees with their effect; undefined if they give up.
 */
export async function chooseRows(
  fitting: Pick<Fitting, 'rows' | 'effect'>,
  write: (text: string) => unknown,
  ask: NonNullable<CliIo['ask']>,
): Promise<readonly string[] | undefined> {
  const { rows } = fitting;
  if (rows.length === 0) return [];
  let chosen = pickedOf(fitting);
  for (;;) {
    for (const [at, { id, title, reason, effect }] of rows.entries()) {
      write(`${String(at + 1).padStart(3)} [${chosen.includes(id) ? 'x' : ' '}] ${plain(localised(title))}\n`);
      write(`        ${plain(localised(reason))}\n`);
      if (effect) write(`        ${l10n.t('alone: {0}', effectText(effect))}\n`);
    }
    write(`${l10n.t('Together: {0}', chosen.length > 0 ? effectText(await fitting.effect(chosen)) : l10n.t('changes nothing'))}\n`);
    const answer = (await ask(`${l10n.t('Enter writes what is ticked, numbers tick others, 0 none, q gives up:')} `))?.trim();
    if (answer === undefined || /^q/iu.test(answer)) return undefined;
    if (answer === '') return chosen;
    const numbers = answer.split(/[\s,]+/u).map(Number);
    if (numbers.every((number) => Number.isInteger(number) && number >= 0 && number <= rows.length))
      chosen = rows.filter((_, at) => numbers.includes(at + 1)).map(({ id }) => id);
    else write(`${l10n.t('"{0}" is not a number from 0 to {1}', plain(answer), rows.length)}\n`);
  }
}

function effectText(effect: readonly Message[]): string {
  return effect.length > 0 ? listed(effect.map(localised)) : l10n.t('changes no number');
}
