import { STATUSES } from '../../../model/status.ts';
import type { Status } from '../../../model/status.ts';
import { STATUS_SHAPES } from '../../../text/words/statusShapes.ts';

/** How the outcome of a test is drawn. */
const OUTCOMES = { passed: 'met', failed: 'failing', skipped: 'exempt' } as const satisfies Readonly<Record<string, Status>>;

/** The drawing of a status as a mask, which takes the colour of the status: ten thousand of them cost one style. */
function shape(status: Status): string {
  const drawing = STATUS_SHAPES[status].drawing
    .replaceAll('class="line"', `fill="none" stroke="#000" stroke-width="1.7" stroke-linecap="round"`)
    .replaceAll('currentColor', '#000');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawing}</svg>`;
  return `url("data:image/svg+xml,${svg.replaceAll('"', "'").replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E')}")`;
}

const SHAPES = [...STATUSES.map((status) => [status, status] as const), ...Object.entries(OUTCOMES)]
  .map(([name, status]) => `.${name}{--colour:var(--${status});--shape:${shape(status)}}`)
  .join('');

/** What all pages share: text, summary, bars, lists. */
export const LAYOUT = `*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:3.5rem}
body{margin:0;padding:1.25rem clamp(.75rem,3vw,2.5rem) 3rem;background:var(--bg);color:var(--fg);font:.875rem/1.5 var(--font);overflow-wrap:break-word}
.skip{position:absolute;left:1rem;top:-10rem;padding:.4rem .8rem;background:var(--bg);border:1px solid var(--accent);z-index:3}.skip:focus{top:.5rem}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;border-bottom:1px solid var(--border);padding-bottom:.75rem}
h1{font-size:1.4rem;margin:0}
h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
a{color:var(--accent)}
code,.p,.id{font-family:var(--mono);font-size:.92em}
.muted,.p{color:var(--muted)}
a.p{color:var(--accent)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
td,dd,bdi,.auto{unicode-bidi:plaintext}
.origin{order:1;flex:1 0 100%;display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;color:var(--muted)}
.origin div{display:flex;gap:.35rem}.origin dt{flex:none}.origin dd{margin:0;min-width:0;overflow-wrap:anywhere;color:var(--fg)}
#theme,#export{margin-left:auto}
.headline{font-size:1.1rem;margin:.25rem 0 .5rem}
.doubt{border-left:.25rem solid var(--partial);padding-left:.6rem;margin:.5rem 0}
.headline .muted{font-size:.9rem;margin-left:.5rem}
.bar{display:block;width:100%;height:.65rem;border-radius:3px;background:var(--raised)}
td .bar{min-width:min(6rem,100%)}
${STATUSES.map((status) => `.fill.${status}{fill:var(--${status})}`).join('')}
.swatch{width:1em;height:1em;vertical-align:-.13em}
.s::before,.m tbody td:nth-child(3)::before{content:"";display:inline-block;width:1em;height:1em;margin-right:.35em;vertical-align:-.13em;background:var(--colour);-webkit-mask:var(--shape) center/contain no-repeat;mask:var(--shape) center/contain no-repeat}
${SHAPES}
.legend,.proof,.results,.findings,.plain{list-style:none;padding:0;margin:.25rem 0 .5rem}.proof{font-weight:600}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.5rem 0 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--border);font-weight:400}
thead th{font-weight:600;background:var(--raised)}
.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.documents,.waivers{table-layout:fixed}.documents{max-width:62rem}.documents th.number{width:8rem}.documents th:last-child{width:26%}.waivers th:nth-child(1){width:30%}.waivers th:nth-child(3){width:15%}.waivers th:nth-child(4){width:8rem}.waivers strong{white-space:nowrap}.waivers th:nth-child(5){width:18%}.documents td,.documents tbody th{vertical-align:middle}
.findings li+li{margin-top:.25rem}
.scroll{overflow-x:auto}
input,select,button{font:inherit;font-weight:400;color:var(--field-fg,var(--fg));background:var(--field,var(--bg));border:1px solid var(--control);border-radius:4px;padding:.25rem .5rem}
::placeholder{color:var(--muted);opacity:1}
button,summary{cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.open{border:0;background:none;padding:0;color:var(--accent);text-align:start}
.open:hover{text-decoration:underline}
@media (forced-colors:active){.s::before,.m td::before,.fill{forced-color-adjust:none}.open,summary{color:LinkText}}
@media screen and (max-width:40rem){.origin,.legend{display:block}.headline .muted{display:block;margin:0}}
`;
