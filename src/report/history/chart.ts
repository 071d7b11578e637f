import { say } from '../../model/message.ts';
import { STATUS_WORDS } from '../../model/status.ts';
import type { HtmlWords } from '../html/pageLanguage.ts';
import { HISTORY_STATUSES } from '../../query/history.ts';
import type { History, HistoryPoint, HistoryStatus } from '../../query/history.ts';
import { totalOf } from '../../query/progress.ts';
import { swatch } from '../html/sections/swatch.ts';
import { pointMessage, trendOf } from './words.ts';

/** From the ground up, so that from the top they are in the order of all statuses, as the legend has them. */
const LAYERS: readonly HistoryStatus[] = HISTORY_STATUSES.toReversed();

const WIDTH = 960;
const HEIGHT = 320;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 28;
const X_LABELS = 6;
const Y_LABELS = 5;
/** Of a date, with a little air. */
const LABEL_WIDTH = 80;

/** What the chart needs beside the styles of the page, in whose colours it is. */
export const CHART_STYLES = `.chart{display:block;width:100%;height:auto;min-width:36rem;max-width:80rem}
.points{min-width:44rem}.points th,.points time{white-space:nowrap}
.chart path{stroke:var(--bg);stroke-width:1}
.chart line{stroke:var(--border)}.chart text{fill:var(--muted);font:12px var(--font)}.chart .hit{fill:transparent}
`;

/** How many criteria had which status, over time: stacked areas as SVG, told in words too, and beneath them what each colour stands for. */
export function chartHtml(history: History, html: HtmlWords): string {
  const { points } = history;
  const highest = Math.max(1, ...points.map(({ counts }) => totalOf(counts)));
  const step = stepOf(highest);
  const most = Math.ceil(highest / step) * step;
  const y = (value: number): number => round(HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM));
  const places = placesOf(points);
  const ends = points.length > 1 ? [points[0], points.at(-1)] : points;
  const told = `${html(trendOf(history))}. ${ends.flatMap((point) => (point ? [html(pointMessage(point))] : [])).join(' ')}`;
  const used = LAYERS.filter((status) => points.some(({ counts }) => counts[status]));
  const grid = Array.from({ length: most / step + 1 }, (_, at) => at * step);
  return `<div class="scroll" role="group" tabindex="0" aria-labelledby="trend"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="chart-title chart-text">
<title id="chart-title">${html(say('Criteria by status over time'))}</title>
<desc id="chart-text">${told}</desc>
${grid.map((value) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value)}" y2="${y(value)}"/><text x="${LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`).join('\n')}
${used.map((status) => `<path class="fill ${status}" d="${area(points, places, status, y)}"/>`).join('\n')}
${labels(points, places)}
${points.map((point, at) => hit(point, at, places, html)).join('\n')}
</svg></div>
<ul class="legend">${HISTORY_STATUSES.filter((status) => used.includes(status))
    .map((status) => `<li>${swatch(status)} ${html(STATUS_WORDS[status])}</li>`)
    .join('')}</ul>`;
}

/** Where each point stands: by time; evenly where they all have the same. A clock that went back does not turn the chart back. */
function placesOf(points: readonly HistoryPoint[]): number[] {
  let latest = 0;
  const times = points.map(({ time }) => (latest = Math.max(latest, time)));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
  const share = (at: number): number => (to > from ? ((times[at] ?? from) - from) / (to - from) : at / Math.max(1, points.length - 1));
  return points.map((_, at) => round(LEFT + share(at) * (WIDTH - LEFT - RIGHT)));
}

function area(points: readonly HistoryPoint[], places: readonly number[], status: HistoryStatus, y: (value: number) => number): string {
  const below = LAYERS.slice(0, LAYERS.indexOf(status));
  const edge = points.map(({ counts }, at) => {
    const ground = below.reduce((sum, other) => sum + counts[other], 0);
    return { x: places[at] ?? LEFT, low: y(ground), high: y(ground + counts[status]) };
  });
  // A single point has no width: it holds for the whole chart.
  const [only] = edge;
  const ends = edge.length === 1 && only ? [only, { ...only, x: WIDTH - RIGHT }] : edge;
  return `M${ends.map(({ x, high }) => `${x},${high}`).join('L')}L${ends
    .toReversed()
    .map(({ x, low }) => `${x},${low}`)
    .join('L')}Z`;
}

/** Dates of points that stand far enough from one another: of few as many as there is place for. A single one is below the middle of what it holds for. */
function labels(points: readonly HistoryPoint[], places: readonly number[]): string {
  const [only] = points;
  if (points.length === 1 && only)
    return `<text x="${round((LEFT + WIDTH - RIGHT) / 2)}" y="${HEIGHT - 8}" text-anchor="middle">${only.date}</text>`;
  const gap = points.length > X_LABELS ? (WIDTH - LEFT - RIGHT) / X_LABELS : 1.5 * LABEL_WIDTH;
  const last = points.length - 1;
  let free = -Infinity;
  return points
    .flatMap(({ date }, at) => {
      const x = places[at] ?? LEFT;
      const isEnd = at === 0 || at === last;
      if (at > 0 && (x < free || (!isEnd && x > WIDTH - RIGHT - gap))) return [];
      free = x + gap;
      const inner = at === last ? 'end' : 'middle';
      const anchor = at === 0 ? 'start' : inner;
      return [`<text x="${x}" y="${HEIGHT - 8}" text-anchor="${anchor}">${date}</text>`];
    })
    .join('\n');
}

/** A stretch around a point that tells its numbers to the mouse; the table tells them to everyone. */
function hit(point: HistoryPoint, at: number, places: readonly number[], html: HtmlWords): string {
  const x = places[at] ?? LEFT;
  const from = round(at === 0 ? LEFT : ((places[at - 1] ?? x) + x) / 2);
  const to = round(at === places.length - 1 ? WIDTH - RIGHT : ((places[at + 1] ?? x) + x) / 2);
  return `<rect class="hit" x="${from}" y="${TOP}" width="${round(to - from)}" height="${HEIGHT - TOP - BOTTOM}"><title>${html(pointMessage(point))}</title></rect>`;
}

/** A round distance of lines, 1, 2 or 5 times a power of ten. */
function stepOf(most: number): number {
  const rough = most / Y_LABELS;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
  return power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
