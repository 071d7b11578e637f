import { plain } from '../../writing/plainText.ts';

/** Paper: everything is open, whatever was folded, heads are repeated, colours stay. It says no size, so that A4 and Letter are the printer's. */
export const PRINT = `@media print{
body{padding:0;font-size:9pt}
.screen,.skip,.ways,.columns{display:none!important}
h2,h3,.r>h3{break-after:avoid}section:has(>#matrix){break-before:page}
thead{display:table-header-group}.m thead{position:static;clip-path:none}
tr,.r>details{break-inside:avoid}.r>details{break-after:avoid}
.documents th.number{width:7rem}
dl{display:block}dt,dd{display:inline}dt::after{content:": "}dd::after{content:"\\A";white-space:pre}.origin dt::after,.origin dd::after{content:none}
.r{content-visibility:visible;margin-bottom:.5rem}
.scroll{overflow:visible}
.m{font-size:8.5pt}.m th,.m td{padding:.2rem .35rem}
:root{--statuses:6rem}:root:lang(de){--statuses:8rem}
.m td>details,.m td>details>summary{display:block}summary:not(.title){display:none!important}.title{list-style:none;font-weight:600}
details::details-content{display:block;content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
svg,rect,th,td,.s::before,td::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** What is at the foot of each sheet: what it is of on the left, its number on the right (CSS Paged Media 3, 4.2). */
export function sheetStyles(foot: readonly string[]): string {
  return `@page{margin:14mm 12mm 18mm;@bottom-left{content:${cssString(foot.join(' · '))};font:8pt sans-serif;color:#59636e}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#59636e}}
`;
}

/** A text as a string of CSS that ends neither itself nor the element around it: `a"b` is `"a\22 b"`. */
export function cssString(text: string): string {
  return `"${plain(text).replaceAll(/["\\<>&\n]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
