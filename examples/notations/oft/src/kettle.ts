// [impl->dsn~switch~1]
export function press(): string {
  return 'on';
}

// [impl->dsn~whistle~2]
export function whistle(): string {
  return 'peep';
}
