/**
 * Runs before the first paint, as a plain script: applies the text size chosen earlier and tells the style sheets
 * that scripts run. Everything stands in one function because a plain script has no scope of its own.
 */
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const size = localStorage.getItem('text-size');
    if (size === 'large' || size === 'huge') root.dataset.textSize = size;
  } catch {
    // Storage is forbidden in some private windows: the standard size stands.
  }
})();
