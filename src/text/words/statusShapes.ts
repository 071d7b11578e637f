import type { Status } from '../../model/status.ts';

/** How a status looks where there is a character, an icon of VS Code, or a drawing to show it: one shape, told from the others without any colour. */
export interface StatusShape {
  /** Behind references in a text, in hovers and lists: `✓`. */
  readonly sign: string;
  /** Name of the icon in VS Code's own font: `pass`. */
  readonly codicon: string;
  /** Of 16 by 16, for pages. */
  readonly drawing: string;
}

const RING = '<circle cx="8" cy="8" r="6.2" class="line"/>';

/** The one table of shapes: whoever shows a status in a new place takes its shape from here. */
export const STATUS_SHAPES: Readonly<Record<Status, StatusShape>> = {
  failing: { sign: '✗', codicon: 'error', drawing: `${RING}<path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" class="line"/>` },
  stale: {
    sign: '△',
    codicon: 'warning',
    drawing: '<path d="M8 2.2L14.4 13.6H1.6z" class="line"/><path d="M8 6.6v3.2M8 11.7v.1" class="line"/>',
  },
  unmet: { sign: '○', codicon: 'circle-large-outline', drawing: RING },
  partial: { sign: '◐', codicon: 'color-mode', drawing: `${RING}<path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor"/>` },
  met: { sign: '✓', codicon: 'pass', drawing: `${RING}<path d="M5.1 8.2l2.1 2.1 3.7-4.4" class="line"/>` },
  waived: { sign: '⊘', codicon: 'circle-slash', drawing: `${RING}<path d="M12.3 3.7l-8.6 8.6" class="line"/>` },
  exempt: { sign: '–', codicon: 'dash', drawing: '<path d="M3 8h10" class="line"/>' },
};
