// A group of the menu folds up again at Escape, at a click elsewhere, and when the keyboard leaves it.
(() => {
  'use strict';

  const foldAllBut = (here) => document.querySelectorAll('.nav-group[open]').forEach((group) => {
    if (!group.contains(here)) group.open = false;
  });

  document.addEventListener('click', (event) => foldAllBut(event.target));
  document.addEventListener('focusin', (event) => foldAllBut(event.target));
  document.addEventListener('keydown', (event) => {
    const group = event.key === 'Escape' && event.target.closest?.('.nav-group[open]');
    if (!group) return;
    group.open = false;
    group.querySelector('summary').focus();
  });
})();

// Light or dark: the choice is this browser's and is kept in a cookie, so that the next page comes in
// it at once. Without a choice the system's is taken.
(() => {
  'use strict';

  const root = document.documentElement;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const now = () => root.dataset.theme || (system.matches ? 'dark' : 'light');

  const YEAR_SECONDS = 31_536_000;
  window.tillbridgeTheme = {
    now,
    change() {
      const next = now() === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=strict`;
      return next;
    },
  };

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-switch]')) window.tillbridgeTheme.change();
  });
})();
