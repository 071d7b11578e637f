import { jsonForScript } from '../writing/html.ts';
import type { ScriptTexts } from './scriptTexts.ts';

/**
 * What the page runs, in the words of a language. It builds the table from the data piece by piece, so that ten thousand criteria cost no more at the start
 * than a hundred, and puts text of the repository into the page as text only, never as HTML.
 */
export function pageScript(texts: ScriptTexts): string {
  return String.raw`'use strict';
(() => {
const TEXTS = ${jsonForScript(texts)};
const CHUNK = 120;
const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
const data = JSON.parse(document.getElementById('data').textContent);
const $ = (id) => document.getElementById(id);
const table = document.querySelector('.matrix');
const filters = $('filters');
const boxes = Array.from(filters.querySelectorAll('[name=status]'));
const SVG = 'http://www.w3.org/2000/svg';

/** A text of the page with its values: phrase('more', 3) is 'and 3 more'. */
function phrase(name, ...values) {
  return TEXTS.phrases[name].replace(/\{(\d)\}/g, (placeholder, at) => at in values ? String(values[at]) : placeholder);
}
/** A status, a kind of link, an outcome or a severity as people read it. */
function word(value) {
  return TEXTS.values[value];
}
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
function icon(status) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon ' + status);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', '#icon-' + status);
  svg.append(use);
  return svg;
}
function state(status) {
  return make('span', { class: 'state' }, icon(status), ' ' + word(status));
}
function place(file, line) {
  const text = file + ':' + line;
  if (!host) return make('span', { class: 'place' }, text);
  const button = make('button', { type: 'button', class: 'open place' }, text);
  button.addEventListener('click', () => host.postMessage({ type: 'open', file, line }));
  return button;
}

// One entry for each line of the table, requirements and rows, with what the search looks at.
const entries = [];
for (const requirement of data.requirements) {
  const head = { requirement, rows: [] };
  const own = requirement.id + ' ' + requirement.title + ' ' + requirement.attributes.map((pair) => pair[1]).join(' ');
  for (const row of requirement.rows) {
    const links = row.links.map((link) => link.file + ' ' + (link.symbol || '') + ' ' + (link.by ? link.by.author : '')).join(' ');
    head.rows.push({ requirement, row, searched: (own + ' ' + row.id + ' ' + row.text + ' ' + row.detail + ' ' + links).toLowerCase() });
  }
  entries.push(head);
}

let queue = [];
let next = 0;
let body;
let expandAll = false;
let number = 0;

function wanted() {
  const words = $('text').value.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = $('document').value;
  const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  queue = [];
  let rows = 0;
  let requirements = 0;
  for (const head of entries) {
    if (chosen !== '' && head.requirement.document !== Number(chosen)) continue;
    const kept = head.rows.filter(({ row, searched }) => statuses.has(row.status) && words.every((word) => searched.includes(word)));
    if (!kept.length) continue;
    queue.push(head, ...kept);
    rows += kept.length;
    requirements += 1;
  }
  const all = data.requirements.reduce((sum, requirement) => sum + requirement.rows.length, 0);
  $('shown').textContent = rows === all
    ? phrase('showingAll', criteriaOf(rows), requirementsOf(requirements))
    : rows ? phrase('showingSome', rows, criteriaOf(all), requirementsOf(requirements)) : phrase('showingNone');
}
function criteriaOf(count) {
  return count === 1 ? phrase('oneCriterion') : phrase('criteria', count);
}
function requirementsOf(count) {
  return count === 1 ? phrase('oneRequirement') : phrase('requirements', count);
}

function refresh() {
  wanted();
  for (const old of Array.from(table.tBodies)) old.remove();
  next = 0;
  body = undefined;
  render(CHUNK);
  remember();
}
function render(count) {
  const end = Math.min(queue.length, next + count);
  const added = document.createDocumentFragment();
  for (; next < end; next += 1) {
    const entry = queue[next];
    if (entry.row) body.append(...rowOf(entry));
    else {
      body = make('tbody');
      added.append(body);
      body.append(...headOf(entry.requirement));
    }
  }
  table.append(added);
  $('more').hidden = next >= queue.length;
  $('more').textContent = phrase('showMore', queue.length - next);
}

function headOf(requirement) {
  const aside = make('span', { class: 'aside' }, place(data.documents[requirement.document], requirement.line), state(requirement.status));
  const name = make('span', {}, make('span', { class: 'id' }, requirement.id), ' ', make('span', { class: 'title' }, requirement.title));
  const head = make('div', {});
  const row = make('tr', { class: 'requirement' }, make('th', { colspan: '5', scope: 'rowgroup' }, head));
  const facts = [];
  if (requirement.text) facts.push([phrase('text'), requirement.text]);
  for (const [attribute, value] of requirement.attributes) facts.push([attribute, value]);
  if (requirement.findings.length) facts.push([phrase('findings'), findings(requirement.findings)]);
  if (!facts.length) {
    head.append(name, aside);
    return [row];
  }
  const lines = withDetail(row, head, name, () => facts);
  head.append(aside);
  return lines;
}

function rowOf({ requirement, row }) {
  const cell = make('th', { scope: 'row' });
  const line = make('tr', { 'data-key': row.key }, cell, make('td', {}, row.text), make('td', {}, state(row.status)),
    make('td', {}, linkList(row, 'implements', 'noCode')), make('td', {}, linkList(row, 'verifies', 'noTest')));
  return withDetail(line, cell, make('span', { class: 'id' }, row.label), () => detailOf(requirement, row));
}

/** The line of a table with a button that shows another line below it. */
function withDetail(line, cell, name, facts) {
  number += 1;
  const id = 'detail-' + number;
  const button = make('button', { type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-controls': id }, name);
  cell.append(button);
  const detail = make('tr', { class: 'detail', id });
  detail.hidden = true;
  const toggle = (open) => {
    if (open && !detail.hasChildNodes()) {
      const list = make('dl');
      for (const [term, value] of facts()) list.append(make('dt', {}, term), make('dd', {}, value));
      detail.append(make('td', { colspan: '5' }, list));
    }
    detail.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => toggle(detail.hidden));
  line.rtToggle = toggle;
  if (expandAll) toggle(true);
  return [line, detail];
}

function linkList(row, kind, none) {
  const links = row.links.filter((link) => link.kind === kind);
  if (!links.length) return make('span', { class: 'gap' }, row.status === 'exempt' ? '–' : phrase(none));
  const most = 3;
  const list = make('ul');
  for (const link of links.slice(0, most)) list.append(make('li', {}, ...linkText(link)));
  if (links.length > most) list.append(make('li', { class: 'muted' }, phrase('more', links.length - most)));
  return list;
}
const OUTCOMES = { passed: 'met', failed: 'failing', skipped: 'exempt' };
function linkText(link) {
  const parts = [];
  if (link.symbol) parts.push(make('span', {}, link.symbol), ' ');
  parts.push(place(link.file, link.line));
  if (link.stale) parts.push(' ', state('stale'));
  if (link.result) parts.push(' ', make('span', { class: 'state' }, icon(OUTCOMES[link.result.outcome]), ' ' + word(link.result.outcome)));
  return parts;
}

function detailOf(requirement, row) {
  const facts = [[phrase('place'), place(data.documents[requirement.document], row.line)]];
  if (row.kind === 'step' || row.kind === 'target') facts.push([phrase('kind'), word(row.kind)]);
  if (row.detail) facts.push([phrase('detail'), row.detail]);
  if (row.claimed !== undefined) facts.push([phrase('claimed'), phrase(row.claimed ? 'ticked' : 'notTicked')]);
  if (row.lacks) facts.push([phrase('missing'), row.lacks]);
  if (row.proof !== 'unknown') facts.push([phrase('proof'), row.outdated ? phrase('outdated', phrase(row.proof)) : phrase(row.proof)]);
  for (const waiver of row.waivers) {
    let text = waiver.reason;
    if (waiver.owner) text = phrase('waiverOwner', text, waiver.owner);
    if (waiver.until) text = phrase('waiverUntil', text, waiver.until);
    facts.push([phrase('waiver'), waiver.valid ? text : phrase('waiverVoid', text)]);
  }
  if (row.links.length) {
    const list = make('ul');
    for (const link of row.links) {
      const item = make('li', {}, word(link.kind) + ' ', ...linkText(link));
      if (link.inherited) item.append(make('span', { class: 'muted' }, ' ' + phrase('inherited')));
      if (link.result) item.append(make('span', { class: 'muted' }, ' ' + phrase('run', link.result.time.slice(0, 16).replace('T', ' ') + ' UTC', link.result.file)));
      if (link.by) item.append(make('span', { class: 'muted' }, phrase('linkedBy', link.by.author, link.by.date, link.by.commit.slice(0, 10))));
      list.append(item);
    }
    facts.push([phrase('links'), list]);
  }
  if (row.findings.length) facts.push([phrase('findings'), findings(row.findings)]);
  return facts;
}
function findings(list) {
  const items = list.map((finding) => make('li', {}, make('strong', {}, word(finding.severity)), ' ', make('code', {}, finding.code), ' ' + finding.message + ' ', place(finding.file, finding.line)));
  return make('ul', {}, ...items);
}

let later;
filters.addEventListener('input', () => {
  clearTimeout(later);
  later = setTimeout(refresh, entries.length > 500 ? 120 : 0);
});
filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('reset', () => setTimeout(refresh));
$('more').addEventListener('click', () => {
  const last = table.rows.length;
  render(CHUNK);
  const button = table.rows[last] && table.rows[last].querySelector('.toggle');
  if (button) button.focus();
});
$('expand').addEventListener('click', () => {
  expandAll = !expandAll;
  $('expand').setAttribute('aria-pressed', String(expandAll));
  $('expand').textContent = phrase(expandAll ? 'collapseAll' : 'expandAll');
  for (const line of table.rows) if (line.rtToggle) line.rtToggle(expandAll);
});
new IntersectionObserver((seen) => {
  if (seen.some((entry) => entry.isIntersecting) && next < queue.length) render(CHUNK);
}, { rootMargin: '600px' }).observe($('more'));
// Paper has no "Show more".
window.addEventListener('beforeprint', () => render(queue.length));

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  if (event.key === '/' && !/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) {
    event.preventDefault();
    $('text').focus();
  } else if (event.key === 'Escape' && target === $('text')) {
    $('text').value = '';
    refresh();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && target.classList.contains('toggle')) {
    event.preventDefault();
    if (event.key === 'ArrowDown' && next < queue.length) render(CHUNK);
    const all = Array.from(table.querySelectorAll('.toggle'));
    const other = all[all.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (other) other.focus();
  }
});

// A webview is made anew each time it is shown, and when the index changed.
let restored = !host;
function remember() {
  if (!restored) return;
  if (host) host.setState({
    text: $('text').value,
    document: $('document').value,
    hidden: boxes.filter((box) => !box.checked).map((box) => box.value),
    lines: next,
    open: Array.from(table.rows).filter((line) => line.dataset.key && line.querySelector('[aria-expanded=true]')).map((line) => line.dataset.key),
    scrolled: window.scrollY,
  });
}
const before = host && host.getState();
if (before) {
  $('text').value = before.text;
  const documents = Array.from($('document').options, (option) => option.value);
  $('document').value = documents.includes(before.document) ? before.document : '';
  for (const box of boxes) box.checked = !before.hidden.includes(box.value);
}
function restore() {
  if (before) {
    if (before.lines > next) render(before.lines - next);
    const open = new Set(before.open);
    for (const line of table.rows) if (open.has(line.dataset.key)) line.rtToggle(true);
    window.scrollTo(0, before.scrolled);
  }
  restored = true;
}
if (host) {
  let settled;
  for (const event of ['scroll', 'click']) {
    window.addEventListener(event, () => {
      clearTimeout(settled);
      settled = setTimeout(remember, 100);
    });
  }
  $('export').addEventListener('click', () => host.postMessage({ type: 'export' }));
}

const theme = $('theme');
if (theme) {
  const names = ['system', 'light', 'dark'];
  let current = 'system';
  const apply = (name) => {
    current = name;
    if (name === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    theme.textContent = phrase('colours', phrase(name));
  };
  theme.hidden = false;
  theme.addEventListener('click', () => apply(names[(names.indexOf(current) + 1) % names.length]));
}

refresh();
restore();

// report.html#docs/launch%23IP-1.1/AC2 opens that criterion.
function goTo(key) {
  const at = queue.findIndex((entry) => entry.row && entry.row.key === key);
  if (at < 0) return;
  if (at >= next) render(at + 1 - next);
  const line = Array.from(table.rows).find((row) => row.dataset.key === key);
  line.rtToggle(true);
  line.querySelector('.toggle').focus({ preventScroll: true });
  line.scrollIntoView({ block: 'center' });
}
function fromHash() {
  try {
    goTo(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // No address of ours.
  }
}
window.addEventListener('hashchange', fromHash);
if (location.hash) fromHash();
})();
`;
}
