/** The filters and the matrix. Each requirement has a table of its own, so that a browser lays out only those that are seen. */
export const MATRIX_STYLES = `#filters{display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:end;padding:.75rem;background:var(--raised);border:1px solid var(--border);border-radius:6px}
#filters>label:not(.check){display:flex;flex-direction:column;font-weight:600;max-width:100%}
#text{width:22rem}#text,select{max-width:100%}
#filters>label>input,select{min-height:2rem}
fieldset{display:flex;flex-wrap:wrap;gap:.35rem;border:0;padding:0;margin:0;min-width:0}
legend{font-weight:600;padding:0}
.chip{display:inline-flex;align-items:center;border:1px solid var(--control);border-radius:1rem;background:var(--bg)}
.chip label{display:inline-flex;align-items:center;gap:.35rem;min-height:1.75rem;padding:0 .3rem 0 .6rem;cursor:pointer}
.chip button{border:0;background:none;min-height:1.75rem;padding:0 .6rem 0 .3rem;color:var(--accent)}
.chip input,.check input{margin:0;accent-color:var(--accent)}
.check{display:inline-flex;gap:.35rem;align-items:center;min-height:1.75rem}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem}#hint{margin:0;align-self:center}
.shown{color:var(--muted);margin:.5rem 0}.shown p{margin:0}
.columns{position:sticky;top:0;z-index:1;display:grid;grid-template-columns:var(--id) 1fr var(--statuses) repeat(var(--n),var(--link));background:var(--raised);border-block:1px solid var(--border);font-weight:600}
.columns>*{padding:.35rem .6rem;border:0;background:none;font:inherit;font-weight:600;color:inherit;text-align:start}
.columns button::after{content:" ↕";color:var(--muted)}
.columns [data-sort=ascending]::after{content:" ↑";color:inherit}.columns [data-sort=descending]::after{content:" ↓";color:inherit}
.r{content-visibility:auto;contain-intrinsic-size:auto 14rem;scroll-margin-top:3rem}
.r>h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1rem;margin:0;padding:.6rem .6rem .35rem;background:var(--raised);border-block:1px solid var(--border);font-weight:400}
.r>h3 bdi{font-weight:600;flex:1 1 12rem}
.r>details{padding:.35rem .6rem}
.m{table-layout:fixed}
.m col:nth-child(1){width:var(--id)}.m col:nth-child(3){width:var(--statuses)}.m col:nth-child(n+4){width:var(--link)}
.m thead{position:absolute;clip-path:inset(50%)}
.m tr{scroll-margin-top:3rem}
:root{--statuses:8rem}
tr:target>th,.r:target>h3,tr.at>th,.r.at>h3{box-shadow:inset .25rem 0 var(--accent)}
.m ul{list-style:none;margin:0;padding:0}.m li+li{margin-top:.25rem}
.m th>a:first-child,.r>h3>a:first-child{font-family:var(--mono);font-size:.92em;color:inherit;text-decoration:none}.m th>a:hover,.r>h3>a:hover{text-decoration:underline;color:var(--accent)}
.m em{color:var(--muted)}:lang(zh) .m em{font-style:normal}
.m td>details{display:inline}.m td>details>summary{display:inline-block;color:var(--muted);font-size:.92em;min-height:1.5rem;padding-inline:.25rem}
summary::before{content:"";display:inline-block;width:.4em;height:.4em;margin-inline-end:.5em;border:solid currentColor;border-width:0 .14em .14em 0;transform:translateY(-.1em) rotate(-45deg)}
[open]>summary::before{transform:translateY(-.2em) rotate(45deg)}
summary{list-style:none;color:var(--muted)}summary::-webkit-details-marker{display:none}
dl{display:grid;grid-template-columns:minmax(4rem,max-content) 1fr;gap:.2rem .75rem;margin:.35rem 0 .35rem .25rem;padding-inline-start:.6rem;border-inline-start:2px solid var(--border)}
.origin{padding:0;border:0}
dt{color:var(--muted)}dd{margin:0;min-width:0}
.ways{display:block;font-weight:400}
@media screen and (max-width:30rem){dl{display:block}dd{margin-bottom:.3rem}}
@media screen and (max-width:52rem){
.columns{position:static;display:flex;flex-wrap:wrap}
html{scroll-padding-top:.5rem}
:is(.m,.waivers,.documents),:is(.m,.waivers,.documents) :is(tbody,tr,th,td){display:block;width:auto!important}
:is(.m,.waivers,.documents) tr{border-bottom:1px solid var(--border);padding:.35rem 0}
:is(.m,.waivers,.documents) :is(th,td){border:0;padding:.1rem .6rem}
:is(.waivers,.documents) thead{position:absolute;clip-path:inset(50%)}
.documents .number{display:inline-block;text-align:start}[data-label]::before{content:attr(data-label) ": ";color:var(--muted)}
}
`;
