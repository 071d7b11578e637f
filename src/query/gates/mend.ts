import { isBuiltIn, isTestType, lackOf, meaningOf } from '../../model/linkKind.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import * as l10n from '@vscode/l10n';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import type { GateMeasure } from '../../model/gate.ts';
import { levelsBelow } from '../../model/item.ts';
import type { Coverage, Item, Link, LowerItem } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';

/** More items than this are not named in one step. */
const MOST_NAMED = 3;

/** What is wrong with a criterion that a condition counts, and the smallest thing that would mend it. */
export function advice(measure: GateMeasure | 'met', view: IndexView, item: Item): { readonly message: string; readonly mend: string } {
  const coverage = view.coverage(item.key);
  if (measure === 'unproven') return unproven(view, item, coverage);
  return { message: shortfall(view, coverage), mend: mendStatus(view, item, coverage) };
}

function shortfall(view: IndexView, coverage: Coverage): string {
  const { status, missing } = coverage;
  const state = statusName(status);
  if (testThatIsOff(coverage)) return l10n.t('{0}: its test is switched off', state);
  return missing.length === 0
    ? state
    : l10n.t('{0}: {1}', state, localised(lackOf(view.configuration.kinds, missing, levelsBelow(coverage))));
}

function mendStatus(view: IndexView, item: Item, coverage: Coverage): string {
  const { status, links } = coverage;
  const reference = view.referenceTo(item, '');
  if (status === 'stale') {
    const link = named(links.find(({ stale }) => stale));
    return writerOf(view.notations, item).revise
      ? l10n.t('see whether {0} still fits the text, then run "reqtrace pin --write {1}"', link, reference)
      : l10n.t('see whether {0} still fits the text', link);
  }
  if (status === 'failing') return l10n.t('make {0} pass', named(links.find(({ result }) => result?.outcome === 'failed')));
  const off = testThatIsOff(coverage);
  if (off) return l10n.t('switch on {0}', named(off));
  return write(view, item, coverage);
}

/** What to write for the kinds of link that are missing. */
function write(view: IndexView, item: Item, { missing, lower = [] }: Coverage): string {
  const words = (kind: 'implements' | 'verifies'): string => wordsFor(view, item, kind);
  if (missing.length === 2 && missing.includes('implements') && missing.includes('verifies'))
    return l10n.t('write "{0}" above the code that does it and "{1}" above a test that shows it', words('implements'), words('verifies'));
  const steps = missing.flatMap((kind) => {
    const is = meaningOf(view.configuration.kinds, kind);
    if (is === 'implements') return l10n.t('write "{0}" above the code that does it', words('implements'));
    if (is === undefined) return levelStep(view, kind, lower) ?? l10n.t('write "{0}" above a test that shows it', words('verifies'));
    if (is !== 'verifies') return [];
    return isBuiltIn(kind)
      ? l10n.t('write "{0}" above a test that shows it', words('verifies'))
      : l10n.t('write "{0}" above a {1} test that shows it', words('verifies'), kind);
  });
  return steps.length ? steps.reduce((some, step) => l10n.t('{0}; {1}', some, step)) : l10n.t('see what its requirement needs');
}

/** What to do for a level; undefined for a type of test, for which code is annotated. */
function levelStep(view: IndexView, level: LinkKind, lower: readonly LowerItem[]): string | undefined {
  const unfinished = lower
    .filter((one) => one.level === level && one.current && !one.satisfied)
    .map(({ key }) => view.item(key)?.id ?? key);
  if (unfinished.length > 0) return l10n.t('complete {0}', listed(unfinished.slice(0, MOST_NAMED)));
  return isTestType(level) ? undefined : l10n.t('write an item of the level {0} that covers it', level);
}

/** The test of an item that lacks nothing but one that runs. */
function testThatIsOff({ missing, links }: Coverage): Link | undefined {
  if (missing.length !== 1 || missing[0] !== 'verifies') return undefined;
  return links.find(({ is, annotation }) => is === 'verifies' && annotation.declaration?.off !== undefined);
}

/** What is written above code or a test: `@verifies IP-1.1/AC2`; the reference alone where it is not known how the item's notation says that. */
function wordsFor(view: IndexView, item: Item, kind: 'implements' | 'verifies'): string {
  const reference = view.referenceTo(item, '');
  return writerOf(view.notations, item).annotation?.(kind, reference, item) ?? reference;
}

function unproven(view: IndexView, item: Item, { links, proof }: Coverage): { readonly message: string; readonly mend: string } {
  if (proof === 'proven')
    return {
      message: l10n.t('unproven: its results are older than its code or its test'),
      mend: l10n.t('run {0} again', named(links.find(({ is, result }) => is === 'verifies' && result !== undefined))),
    };
  const test = links.find(({ is, result }) => is === 'verifies' && result?.outcome !== 'passed');
  if (!test)
    return {
      message: l10n.t('unproven: no test'),
      mend: l10n.t('write "{0}" above a test that shows it, and run it', wordsFor(view, item, 'verifies')),
    };
  if (test.result?.outcome === 'failed')
    return { message: l10n.t('unproven: its test failed'), mend: l10n.t('make {0} pass', named(test)) };
  return test.result?.outcome === 'skipped'
    ? { message: l10n.t('unproven: its test was skipped'), mend: l10n.t('switch on {0}', named(test)) }
    : { message: l10n.t('unproven: its test is not in the results'), mend: l10n.t('run {0}', named(test)) };
}

function named(link: Link | undefined): string {
  if (!link) return l10n.t('its test');
  const symbol = link.annotation.declaration?.name;
  const place = `${link.path}:${lineOf(link.annotation.reference.range)}`;
  return symbol === undefined ? l10n.t('the text in {0}', place) : l10n.t('"{0}" in {1}', symbol, place);
}

/** The smallest thing that would mend a finding: its preferred fix, else its first, else its page. */
export function mendFinding({ code, fixes }: Finding): string {
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  return fix ? localised(fix.title) : l10n.t('see {0}', `docs/findings/${code}.md`);
}
