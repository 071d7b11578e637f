/** When a run began, to the minute: `2026-11-20 10:00 UTC`. */
export function timeText(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
