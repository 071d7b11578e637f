/* Colours are custom properties, so that one style sheet serves the report and the webview. Those of the report
   have a contrast of at least 4.5 (WCAG 2.2, AA) on both backgrounds. */

const LIGHT = `color-scheme:light;--bg:#fff;--raised:#f6f8fa;--fg:#1f2328;--muted:#59636e;--border:#d1d9e0;--accent:#0550ae;--control:#818b98;
--met:#1a7f37;--partial:#9a6700;--stale:#bc4c00;--failing:#c1121f;--unmet:#59636e;--waived:#6639ba;--exempt:#818b98`;
const DARK = `color-scheme:dark;--bg:#0d1117;--raised:#161b22;--fg:#e6edf3;--muted:#9198a1;--border:#30363d;--accent:#79c0ff;--control:#656c76;
--met:#3fb950;--partial:#d29922;--stale:#f0883e;--failing:#ff7b72;--unmet:#9198a1;--waived:#be8fff;--exempt:#656c76`;

/** Light or dark as the system has it, unless the reader chose one. */
export const REPORT_COLOURS = `:root{${LIGHT};--font:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{${DARK}}}
@media print{:root,:root:not([data-theme=light]){${LIGHT}}}
`;

/** The colours of the editor; VS Code sets these variables in every webview. */
export const VSCODE_COLOURS = `:root{--bg:var(--vscode-editor-background,#fff);--raised:var(--vscode-sideBar-background,#f6f8fa);--fg:var(--vscode-editor-foreground,#1f2328);--muted:var(--vscode-descriptionForeground,#59636e);
--border:var(--vscode-panel-border,#d1d9e0);--accent:var(--vscode-textLink-foreground,#0550ae);--control:var(--vscode-checkbox-border,#818b98);
--met:var(--vscode-reqtrace-met,#1a7f37);--partial:var(--vscode-reqtrace-partial,#9a6700);--stale:var(--vscode-reqtrace-stale,#bc4c00);--failing:var(--vscode-reqtrace-failing,#c1121f);
--unmet:var(--vscode-reqtrace-unmet,#59636e);--waived:var(--vscode-reqtrace-waived,#6639ba);--exempt:var(--vscode-reqtrace-exempt,#818b98);
--field:var(--vscode-input-background,var(--bg));--field-fg:var(--vscode-input-foreground,var(--fg));
--font:var(--vscode-font-family,system-ui,sans-serif);--mono:var(--vscode-editor-font-family,monospace)}
`;

/** Everything but the colours. */
export const STYLES = `*{box-sizing:border-box}
body{margin:0;padding:1.25rem clamp(1rem,3vw,2.5rem) 3rem;background:var(--bg);color:var(--fg);font:14px/1.5 var(--font);overflow-wrap:break-word}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;border-bottom:1px solid var(--border);padding-bottom:.75rem}
h1{font-size:1.4rem;margin:0}
h2{font-size:1.1rem;margin:1.75rem 0 .5rem}
code,.place,.id{font-family:var(--mono);font-size:.92em}
.muted,.place{color:var(--muted)}
.hidden,.sheet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.origin{order:1;flex:1 0 100%;display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;color:var(--muted)}
.origin div{display:flex;gap:.35rem}.origin dt{flex:none}.origin dd{margin:0;color:var(--fg)}
#theme,#export{margin-left:auto}
.headline{font-size:1.1rem;margin:.25rem 0 .5rem}
.doubt{border-left:.25rem solid var(--partial);padding-left:.6rem;margin:.5rem 0}
.headline .muted{font-size:.9rem;margin-left:.5rem}
.bar{display:block;width:100%;height:.65rem;border-radius:3px;background:var(--raised)}
td .bar{min-width:8rem}
.fill.met{fill:var(--met)}.fill.partial{fill:var(--partial)}.fill.stale{fill:var(--stale)}.fill.failing{fill:var(--failing)}
.fill.unmet{fill:var(--unmet)}.fill.waived{fill:var(--waived)}.fill.exempt{fill:var(--exempt)}
.swatch{width:1em;height:1em;vertical-align:-.13em}
.proof,.results{list-style:none;margin:.25rem 0 .5rem;padding:0}.proof{font-weight:600}
h3{font-size:1rem;margin:1rem 0 .25rem}
.waivers ul{list-style:none;margin:0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0 1rem}
.icon{width:1em;height:1em;vertical-align:-.13em;overflow:visible}
.icon.met{color:var(--met)}.icon.partial{color:var(--partial)}.icon.stale{color:var(--stale)}.icon.failing{color:var(--failing)}
.icon.unmet{color:var(--unmet)}.icon.waived{color:var(--waived)}.icon.exempt{color:var(--exempt)}
.line{fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--border);font-weight:400}
thead th{font-weight:600;background:var(--raised)}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.documents{max-width:62rem;min-width:36rem}.documents td:last-child{width:30%}.documents td,.documents tbody th{vertical-align:middle}
#filters{display:flex;flex-wrap:wrap;gap:.6rem 1.25rem;align-items:end;padding:.75rem;background:var(--raised);border:1px solid var(--border);border-radius:6px}
#filters>label{display:flex;flex-direction:column;font-weight:600}
#text{width:min(22rem,80vw)}select{max-width:min(22rem,80vw)}
input:not([type=checkbox]),select{height:2rem}
input,select,button{font:inherit;font-weight:400;color:var(--field-fg,var(--fg));background:var(--field,var(--bg));border:1px solid var(--control);border-radius:4px;padding:.25rem .5rem}
::placeholder{color:var(--muted);opacity:1}
button{cursor:pointer}
fieldset{display:flex;flex-wrap:wrap;gap:.35rem;border:0;padding:0;margin:0}
legend{font-weight:600;padding:0}
.chip{display:inline-flex;align-items:center;gap:.35rem;border:1px solid var(--control);border-radius:999px;padding:.15rem .6rem;background:var(--bg);cursor:pointer}
.chip input{margin:0;accent-color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
#shown{color:var(--muted);margin:.5rem 0}
.matrix{table-layout:fixed;min-width:52rem}
.matrix thead th:nth-child(1){width:17%}.matrix thead th:nth-child(2){width:31%}.matrix thead th:nth-child(3){width:var(--statuses,8.5%)}
:lang(de){--statuses:9.5rem}:where(:lang(de)) .matrix{min-width:58rem}:lang(zh){--statuses:6.75rem}:lang(zh) .gap{font-style:normal}
.matrix thead button{display:flex;gap:.35rem;align-items:baseline;border:0;background:none;padding:0;font:inherit;color:inherit;text-align:left}
.matrix thead button::after{content:"↕";color:var(--muted)}
.matrix thead [aria-sort=ascending] button::after{content:"↑";color:inherit}.matrix thead [aria-sort=descending] button::after{content:"↓";color:inherit}
.matrix thead th{position:sticky;top:0;z-index:1}
.matrix .requirement th{background:var(--raised);border-top:1px solid var(--border);padding-top:.6rem}
.matrix .requirement .title{font-weight:600}
.matrix .requirement th>div{display:flex;justify-content:space-between;align-items:baseline;gap:.25rem 1rem}
.matrix .requirement .aside{display:inline-flex;flex:none;gap:1rem;max-width:50%;color:var(--muted)}
.toggle{border:0;background:none;padding:0;font:inherit;color:inherit;text-align:left}
.toggle::before{content:"";display:inline-block;width:.4em;height:.4em;margin-right:.55em;border:solid var(--muted);border-width:0 .14em .14em 0;transform:translateY(-.1em) rotate(-45deg)}
.toggle[aria-expanded=true]::before{transform:translateY(-.2em) rotate(45deg)}
.matrix ul,.findings{list-style:none;margin:0;padding:0}
.matrix li+li,.findings li+li{margin-top:.25rem}
.state{white-space:nowrap}
.gap{color:var(--muted);font-style:italic}
.detail>td{background:var(--raised);padding:.6rem 1rem .8rem 1.6rem}
.detail dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:0}
.detail dt{color:var(--muted)}.detail dd{margin:0}
.open{border:0;background:none;padding:0;color:var(--accent);text-align:left}
.place+.open{margin-left:.75rem}
.open:hover{text-decoration:underline}
details>summary{cursor:pointer;margin:.25rem 0 .5rem}
@media (max-width:60rem){.scroll{overflow-x:auto}.matrix thead th{position:static}}
@media print{
body{padding:0;font-size:9.5pt}
.screen{display:none!important}
h2{break-after:avoid}
thead{display:table-header-group}.matrix thead th{position:static}
tr{break-inside:avoid}.requirement{break-after:avoid}
.scroll{overflow:visible}.matrix,.documents{min-width:0}
.toggle::before,.matrix thead button::after{display:none}
svg,rect,th,td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){.icon,.fill{forced-color-adjust:none}}
`;
