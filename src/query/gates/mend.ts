import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import type { GateMeasure } from '../../model/gate.ts';
import type { Coverage, Item, Link } from '../../model/item.ts';

/** What is wrong with a criterion that a condition counts, and the smallest thing that would mend it. */
export function advice(measure: GateMeasure | 'met', view: IndexView, item: Item): { readonly message: string; readonly mend: string } {
  const coverage = view.coverage(item.key);
  if (measure === 'unproven') return unproven(view, item, coverage);
  const message = coverage.missing.length ? `${coverage.status}: it has no ${coverage.missing.map((kind) => (kind === 'implements' ? 'implementation' : 'test')).join(' and no ')}` : coverage.status;
  return { message, mend: mendStatus(view, item, coverage) };
}

function mendStatus(view: IndexView, item: Item, { status, missing, links }: Coverage): string {
  const reference = view.referenceTo(item, '');
  if (status === 'stale') return `see whether ${named(links.find(({ stale }) => stale))} still fits the text, then run "reqtrace pin --write ${reference}"`;
  if (status === 'failing') return `make ${named(links.find(({ result }) => result?.outcome === 'failed'))} pass`;
  const steps = missing.map((kind) => (kind === 'implements' ? `"@implements ${reference}" above the code that does it` : `"@verifies ${reference}" above a test that shows it`));
  return steps.length ? `write ${steps.join(' and ')}` : 'see what its requirement needs';
}

function unproven(view: IndexView, item: Item, { links }: Coverage): { readonly message: string; readonly mend: string } {
  const test = links.find(({ kind, result }) => kind === 'verifies' && result?.outcome !== 'passed');
  if (!test) return { message: 'unproven: it has no test', mend: `write "@verifies ${view.referenceTo(item, '')}" above a test that shows it, and run it` };
  if (test.result?.outcome === 'failed') return { message: 'unproven: its test failed', mend: `make ${named(test)} pass` };
  const skipped = test.result?.outcome === 'skipped';
  return { message: `unproven: its test ${skipped ? 'was skipped' : 'is not in the results'}`, mend: `${skipped ? 'switch on' : 'run'} ${named(test)}` };
}

function named(link: Link | undefined): string {
  if (!link) return 'its test';
  const symbol = link.annotation.declaration?.name;
  return `${symbol === undefined ? 'what stands' : `"${symbol}"`} in ${link.path}:${link.annotation.reference.range.start.line + 1}`;
}

/** The smallest thing that would mend a finding: its preferred fix, else its first, else its page. */
export function mendFinding({ code, fixes }: Finding): string {
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  return fix ? lowerFirst(fix.title) : `see docs/findings/${code}.md`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
