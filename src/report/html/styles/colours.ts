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

/** The colours of the editor; VS Code sets these variables in every webview. Its themes give what is unmet and what is exempt one grey, which bars must not. */
export const VSCODE_COLOURS = `:root{--bg:var(--vscode-editor-background,#fff);--raised:var(--vscode-sideBar-background,#f6f8fa);--fg:var(--vscode-editor-foreground,#1f2328);--muted:var(--vscode-descriptionForeground,#59636e);
--border:var(--vscode-panel-border,#d1d9e0);--accent:var(--vscode-textLink-foreground,#0550ae);--control:var(--vscode-checkbox-border,#818b98);
--met:var(--vscode-reqtrace-met,#1a7f37);--partial:var(--vscode-reqtrace-partial,#9a6700);--stale:var(--vscode-reqtrace-stale,#bc4c00);--failing:var(--vscode-reqtrace-failing,#c1121f);
--unmet:var(--vscode-reqtrace-unmet,#59636e);--waived:var(--vscode-reqtrace-waived,#6639ba);--exempt:var(--vscode-reqtrace-exempt,#818b98);
--field:var(--vscode-input-background,var(--bg));--field-fg:var(--vscode-input-foreground,var(--fg));
--font:var(--vscode-font-family,system-ui,sans-serif);--mono:var(--vscode-editor-font-family,monospace)}
.fill.exempt{fill-opacity:.5}
`;
