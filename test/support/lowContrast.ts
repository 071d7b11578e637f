/** Texts whose colour has too little contrast with what lies behind them, by the formula of WCAG 2.2. */
export const LOW_CONTRAST = `(() => {
  const channels = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).slice(0, 3).map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const alpha = channels(colour)[3];
      if (alpha === undefined || alpha === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const icon = element.matches('.icon');
    const text = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent.trim());
    if ((!text && !icon) || element.closest('script, noscript, option, .sheet') || !element.checkVisibility()) continue;
    const got = ratio(getComputedStyle(element).color, behind(element));
    if (got < (icon ? 3 : 4.5)) low.push((element.className.baseVal || element.textContent.trim()) + ': ' + got.toFixed(2));
  }
  return Array.from(new Set(low));
})()`;
