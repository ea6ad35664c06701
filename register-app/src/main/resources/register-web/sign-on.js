// The sign-on page: its digits type into the field that was typed into last.
(() => {
  'use strict';

  const operator = document.getElementById('operator');
  const pin = document.getElementById('pin');
  let last = document.activeElement === operator ? operator : pin;

  for (const input of [operator, pin]) input.addEventListener('focus', () => { last = input; });
  document.getElementById('pin-pad').addEventListener('click', (event) => {
    const key = event.target.closest('[data-type], [data-key]');
    if (!key) return;
    last.value = key.dataset.key === 'clear' ? '' : last.value + key.dataset.type;
    last.focus();
  });
  operator.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !pin.value) {
      event.preventDefault();
      pin.focus();
    }
  });
  // Whoever came here from an open ticket goes back to it.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.getElementById('back')?.click();
  });
})();
