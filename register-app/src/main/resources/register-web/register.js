// The till's keys, focus and scanner. What is on the ticket is the server's business; this file
// only knows which line is chosen and what the entry field is being asked for.
(() => {
  'use strict';

  const $ = (id) => document.getElementById(id);
  const BARCODE = /^\d{8,}$/;
  const RECEIPT = /^[A-Z0-9]{1,12}-[A-Z0-9]{1,12}-\d{1,18}$/i;

  const entry = $('entry');
  const form = $('entry-form');
  let chosen = null; // number of the line chosen with the arrows; null is the newest
  let asked = null; // what the entry field is asked for; null is a code
  let lineCount = 0;

  const words = JSON.parse($('till').dataset.words);
  const say = (word, ...values) => words[word].replace(/\{(\d)\}/g, (_, index) => values[index]);

  const facts = () => $('lane-facts').dataset;
  const rows = () => [...document.querySelectorAll('#lines tr[data-line]')];
  const row = () => rows().find((each) => each.dataset.line === String(chosen)) || rows().at(-1);

  const post = (path, values = {}) =>
    window.htmx.ajax('POST', path, { source: form, values, swap: 'none' });

  const ask = (question) => {
    if (panels.name()) panels.close(); // the keypad is there to answer with
    asked = question;
    if (question.line) chosen = Number(question.line.dataset.line);
    entry.value = '';
    settle();
  };
  const refuse = (text) => {
    const notice = document.createElement('p');
    notice.className = 'notice refusal';
    notice.setAttribute('role', 'alert');
    notice.textContent = text;
    $('said').replaceChildren(notice);
  };

  const questions = {
    quantity: (line) => ({
      line,
      label: say('ask-quantity', line.dataset.name),
      hint: say('ask-quantity-hint'),
      answer: (text) => post(`/lane/line/${line.dataset.line}/quantity`, { quantity: text }),
    }),
    price: (line) => ({
      line,
      label: say('ask-price', line.dataset.name, line.dataset.price),
      hint: say('ask-price-hint'),
      answer: (text) => { ask(questions.reason(line, text)); return true; },
    }),
    reason: (line, price) => questions.why(
      line, say('ask-why-price', facts().symbol + price, line.dataset.name),
      (reason) => post(`/lane/line/${line.dataset.line}/price`, { price, reason })),
    why: (line, label, send) => ({
      line,
      label,
      hint: say('ask-why-hint'),
      reasons: true,
      answer: (text) => {
        const ready = document.querySelectorAll('#reasons [data-reason]');
        send(/^[1-9]$/.test(text) && ready[text - 1] ? ready[text - 1].dataset.reason : text);
      },
    }),
    discount: (line, what, path) => ({
      line,
      label: say('ask-discount', what),
      hint: say('ask-discount-hint'),
      percents: true,
      answer: (text) => {
        if (Number.parseFloat(text) === 0) post(path, { discount: '0', reason: '' });
        else {
          const off = text.endsWith('%') ? text : facts().symbol + text;
          ask(questions.why(line, say('ask-why-off', off, what), (reason) => post(path, { discount: text, reason })));
          return true;
        }
      },
    }),
    lineDiscount: (line) => questions.discount(line, line.dataset.name, `/lane/line/${line.dataset.line}/discount`),
    ticketDiscount: () => questions.discount(null, say('whole-ticket'), '/lane/discount'),
    coupon: () => ({
      label: say('ask-coupon'),
      hint: say('ask-coupon-hint'),
      anyText: true,
      answer: (text) => post('/lane/coupon', { coupon: text }),
    }),
    group: () => ({
      label: say('ask-group'),
      hint: say('ask-group-hint'),
      anyText: true,
      mayBeEmpty: true,
      answer: (text) => post('/lane/group', { group: text }),
    }),
    cash: () => ({
      get label() { return say(facts().payout === 'yes' ? 'ask-pay-out' : 'ask-cash', facts().due); },
      hint: say('ask-cash-hint'),
      mayBeEmpty: true,
      answer: (text) => post('/lane/tender/cash', { amount: text === '' ? 'exact' : text }),
    }),
    float: () => ({
      label: say('ask-float'),
      hint: say('ask-float-hint'),
      stays: true,
      answer: (text) => post('/drawer/open', { float: text }),
    }),
    voiding: () => ({
      get label() { return say('ask-void', facts().due); },
      hint: '',
      confirm: true,
      mayBeEmpty: true,
      // A scanner ends with Enter too: what it scanned is rung, never taken for a yes.
      answer: (text) => (text === '' ? post('/lane/void') : ring(text)),
    }),
  };

  // The barcode of a receipt opens the lines of its ticket.
  const ring = (text) => (RECEIPT.test(text) ? receipt(text) : post('/lane/scan', { code: text }));
  const receipt = async (number) => {
    const html = await panels.fragment(`/panel/returns?receipt=${encodeURIComponent(number)}`).catch(() => null);
    if (html === null) return;
    panels.fill('returns', html);
    document.querySelector('#panel [autofocus]')?.focus({ preventScroll: true });
  };

  // A key of the favourites; 3* typed before rings three.
  const ringKey = (code) => {
    const times = /^[\d.,]+\s*[*×]$/.test(entry.value.trim()) ? entry.value.trim() : '';
    entry.value = '';
    ring(times + code);
  };

  const submit = () => {
    const text = entry.value.trim();
    const question = asked;
    if (!question && !BARCODE.test(text) && !RECEIPT.test(text) && search.enter()) return;
    if (question && text === '' && !question.mayBeEmpty) return;
    if (!question && text === '') return;
    entry.value = '';
    if (panels.name() === 'search') panels.close();
    if (!question) {
      ring(text); // what it changes comes with the answer
      return;
    }
    if (BARCODE.test(text) && !question.stays && !question.reasons && !question.anyText) {
      asked = null; // a scan in the middle of a question is a scan
      ring(text);
    } else if (question.answer(text) !== true && !question.stays) asked = null;
    settle();
  };

  // With a number in the entry field a key takes it; without one it asks.
  const withLine = (make) => {
    const line = row();
    if (line) withTyped(make(line));
  };
  const withTyped = (question) => {
    const typed = entry.value.trim();
    if (typed && !asked) {
      entry.value = '';
      if (question.answer(typed) !== true) asked = null;
      settle();
    } else ask(question);
  };

  const actions = {
    quantity: () => withLine(questions.quantity),
    price: () => withLine(questions.price),
    discount: () => withLine(questions.lineDiscount),
    'ticket-discount': () => withLine(questions.ticketDiscount),
    coupon: () => withLine(questions.coupon),
    group: () => withLine(questions.group),
    'void-line': () => { const line = row(); if (line) post(`/lane/line/${line.dataset.line}/void`); },
    weigh: () => { const line = row(); if (line) post(`/lane/line/${line.dataset.line}/weigh`); },
    returns: () => (facts().kind === 'RETURN' ? post('/lane/kind', { kind: 'SALE' }) : panels.toggle('returns')),
    // What was taken already is not asked about, but refused with what to do.
    'void-ticket': () => (facts().paid === 'yes' ? post('/lane/void') : ask(questions.voiding())),
    cash: () => withTyped(questions.cash()), // a deposit has no lines
    hold: () => post('/documents/hold', { label: '' }),
    reprint: () => post('/lane/reprint'),
    'gift-receipt': () => post('/lane/gift-receipt'),
    lock: () => post('/lock'),
    'print-x': () => post('/drawer/print-reading'),
    // In the middle of a ticket nobody signs off, but a manager may sign on over a clerk.
    'sign-off': () => (rows().length ? window.location.assign('/sign-on') : post('/sign-off')),
    keypad: () => { if (panels.name()) panels.close(); },
    sound: () => { window.tillbridgeSound.change(); panels.refresh(); },
    theme: () => window.tillbridgeTheme.change(),
    clear: () => cancel(),
    cancel: () => cancel(),
    back: () => { entry.value = entry.value.slice(0, -1); },
  };
  const cancel = () => {
    entry.value = '';
    asked = null;
    chosen = null;
    settle();
  };

  // Which key does what is written on the buttons; one without a deed here opens its panel.
  const press = (button) => {
    if (button.disabled) return;
    const { key, panel, cash } = button.dataset;
    if (cash) {
      cancel();
      post('/lane/tender/cash', { amount: cash });
      return;
    }
    if (button.closest('.menu') && !('stays' in button.dataset)) panels.close();
    if (actions[key]) actions[key]();
    else if (panel) toggle(panel);
  };
  // What was typed before is meant for what is touched next: a number for payments, three times for a
  // favourite. Another panel has no use for it, and it is not left to be taken for money later.
  let typed = '';
  const toggle = (panel) => {
    if (panel !== 'favourites' && panel !== 'search' && !asked?.stays) {
      typed = panel === 'payments' && !asked ? entry.value.trim() : '';
      entry.value = '';
    }
    panels.toggle(panel);
  };
  const buttonOf = (shortcut) => document.querySelector(`[data-shortcut="${CSS.escape(shortcut)}"]`);
  const escape = () => {
    if (panels.name()) panels.close();
    else cancel();
  };

  const choose = (step) => {
    const all = rows();
    if (!all.length) return;
    const from = all.indexOf(row());
    chosen = Number(all[Math.max(0, Math.min(all.length - 1, from + step))].dataset.line);
    settle();
  };

  // Brings the page in line with what is known here. Called after every change of either. What is
  // right already is not written again, so that a browser lays out and paints no more than changed.
  const write = (element, property, value) => {
    if (element[property] !== value) element[property] = value;
  };
  const move = (name, to) => {
    for (const each of document.querySelectorAll(`#lines tbody.${name}`)) if (each !== to) each.classList.remove(name);
    to?.classList.add(name);
  };
  const isAbout = (line, other) =>
    ['line', 'name', 'price'].every((what) => line.dataset[what] === other.dataset[what]);
  let opened = null; // the command after which a panel was opened
  const settle = () => {
    const last = document.querySelector('#said [data-command]')?.dataset;
    const opens = last?.opens && opened !== last.command ? last.opens : null;
    opened = last?.command ?? opened;
    if (opens && panels.name() !== 'payments') panels.open(opens); // a payment is not covered
    else askAgain();
    const all = rows();
    if (all.length !== lineCount && !asked?.line) chosen = null;
    lineCount = all.length;
    const before = document.querySelector('#lines [aria-current]');
    const now = (chosen !== null && all.find((each) => each.dataset.line === String(chosen))) || null;
    if (before && before !== now) before.removeAttribute('aria-current');
    if (now && before !== now) now.setAttribute('aria-current', 'true');
    move('selected', now?.parentElement);
    const newest = all.at(-1)?.parentElement;
    move('newest', newest);
    const closed = facts().drawer === 'closed';
    if (closed && (!asked || !asked.stays)) asked = questions.float();
    if (!closed && asked?.stays) asked = null;
    if (asked && !asked.stays && !all.length && facts().rung !== 'yes') asked = null;
    if (asked?.line && !all.some((each) => isAbout(each, asked.line))) asked = null;
    write($('entry-label'), 'textContent', asked ? asked.label : say(search.isAsked() ? 'ask-search' : 'scan-or-type'));
    write($('entry-hint'), 'textContent', asked ? asked.hint : say('enter-rings'));
    form.classList.toggle('asking', asked !== null);
    write($('reasons'), 'hidden', !asked?.reasons);
    write($('confirm'), 'hidden', !asked?.confirm);
    write($('percents'), 'hidden', !asked?.percents);
    write($('said'), 'hidden', Boolean(asked?.reasons || asked?.percents || asked?.confirm));
    tell(all.length > 0);
    (now ?? newest)?.scrollIntoView({ block: 'nearest' }); // lays out: after the last change
    focusEntry();
  };
  // Who approves reads what is asked for now; what was typed was meant for something else. Each pair
  // once, as the panel may be the newer one.
  let askedAgain = '';
  const askAgain = () => {
    const read = $('panel').querySelector('[name="asked"]');
    const pair = `${read?.value} ${facts().asked}`;
    if (!read || read.value === facts().asked || pair === askedAgain) return;
    askedAgain = pair;
    panels.open('approve');
  };
  // For who listens instead of looking: the line that was rung, the total, the change.
  const tell = (rung) => {
    const text = (selector) => document.querySelector(`#ticket ${selector}`)?.firstChild?.textContent.trim() ?? '';
    write($('heard'), 'textContent', rung
      ? `${text('.newest .name')} ${text('.newest .amount')}. ${text('.total .parts b')} ${text('.total .sum')}`
      : `${text('.done .label')} ${text('.done .change')}`.trim());
  };
  const focusEntry = () => {
    const at = document.activeElement;
    if (at !== entry && !$('panel').contains(at)) entry.focus({ preventScroll: true });
  };

  const panels = window.tillPanels({
    entry,
    say,
    refuse,
    panelOpened: (name) => {
      if (asked && !asked.stays) asked = null;
      if (name === 'search') search.opened();
      if (name === 'payments' && /^[\d.,]+$/.test(typed)) $('pay-amount').value = typed;
      typed = '';
      settle();
    },
    panelClosed: (name) => {
      if (name === 'search') search.closed();
      settle();
    },
  });
  const search = window.tillSearch({ entry, ring, asking: () => asked !== null, settle: () => settle() }, panels);

  form.addEventListener('submit', (event) => { event.preventDefault(); submit(); });

  document.addEventListener('click', (event) => {
    const key = event.target.closest('[data-type], [data-key], [data-cash], [data-reason], [data-ring], #confirm-yes, tr[data-line]');
    if (!key || key.disabled) {
      if (!event.target.closest('#panel')) focusEntry();
      return;
    }
    if (key.dataset.type) entry.value += key.dataset.type;
    else if (key.dataset.key) press(key);
    else if (key.dataset.cash) press(key);
    else if (key.dataset.ring) ringKey(key.dataset.ring);
    else if (key.dataset.reason) { entry.value = key.dataset.reason; submit(); }
    else if (key.id === 'confirm-yes') { entry.value = ''; submit(); }
    else { chosen = Number(key.dataset.line); settle(); }
    focusEntry();
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.shiftKey && /^F\d/.test(event.key) ? `Shift+${event.key}` : event.key;
    const inForm = document.activeElement !== entry && document.activeElement instanceof HTMLInputElement;
    const onKey = /^(Shift\+)?F\d/.test(key) || (!inForm && !asked && entry.value === '') ? buttonOf(key) : null;
    if (onKey) {
      event.preventDefault();
      press(onKey);
    } else if (key === 'Escape') {
      event.preventDefault();
      escape();
    } else if (!inForm && search.arrow(event.key)) {
      event.preventDefault();
    } else if (panels.key(event)) {
      event.preventDefault();
    } else if (key === '?' && !asked && entry.value === '') {
      event.preventDefault();
      const why = row()?.querySelector('details.why');
      if (why) why.open = !why.open;
    } else if (!inForm && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      choose(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key.length === 1 && !(document.activeElement instanceof HTMLInputElement)) {
      entry.focus(); // a scanner that types: its first character must not be lost
    }
  });

  window.tillLive({ form, facts, say, refuse, settle, refreshPanel: panels.refresh });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.elt.id === 'simulated-scan') $('simulated-code')?.select();
  });

  settle();
})();
