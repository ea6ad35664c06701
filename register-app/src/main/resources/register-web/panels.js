// Panels in the work area. A panel is a fragment /panel/NAME of the server; the ticket beside it
// stays where it is. Which function opens which panel is on the buttons: data-panel.
(() => {
  'use strict';

  const LONE_DIGIT_MS = 150; // a scanner types its next character sooner

  window.tillPanels = (till) => {
    const panel = document.getElementById('panel');
    const pads = document.getElementById('pads');
    let name = null;
    let opening = 0;
    let coming = false; // one is on its way: what is shown is not brought up to date any more
    let reading = false; // what is shown is on its way anew
    let outdated = false; // the lane changed after one of them was asked for

    const buttons = () =>
      [...panel.querySelectorAll('button:not([disabled]), a[href]')].filter((each) => each.offsetParent !== null);

    const mark = () => {
      for (const tab of document.querySelectorAll('#tabs .tab')) {
        tab.setAttribute('aria-pressed', String(tab.dataset.key === (name ?? 'keypad')));
      }
    };

    const fragment = async (path) => {
      const answer = await fetch(path, { cache: 'no-store', redirect: 'manual' });
      if (answer.type === 'opaqueredirect' || answer.status === 401) {
        window.location.assign('/');
        return null;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    };

    const fill = (html) => {
      panel.innerHTML = html;
      window.htmx.process(panel);
      panel.hidden = false;
      pads.hidden = true;
      document.getElementById('till').classList.toggle('tall-panel', Boolean(panel.querySelector('.tall')));
      panel.setAttribute('aria-label', panel.querySelector('h2')?.textContent.trim() ?? name);
      mark();
    };

    const open = async (wanted) => {
      const turn = ++opening;
      coming = true;
      try {
        const html = await fragment(`/panel/${wanted}`);
        if (html === null || turn !== opening) return;
        name = wanted;
        fill(html);
        panel.scrollTop = 0;
        if (panel.querySelector('.paged')) showGroup(null);
        till.panelOpened(name);
        (panel.querySelector('[autofocus]') ?? till.entry).focus({ preventScroll: true });
      } catch {
        if (turn === opening) till.refuse(till.say('panel-fault'));
      } finally {
        if (turn === opening) coming = false;
        if (turn === opening && outdated) refresh();
      }
    };

    const close = () => {
      opening++;
      coming = false;
      const closed = name;
      name = null;
      panel.hidden = true;
      panel.replaceChildren();
      pads.hidden = false;
      document.getElementById('till').classList.remove('tall-panel');
      mark();
      if (closed) till.panelClosed(closed);
      till.entry.focus({ preventScroll: true });
    };

    // The menu: groups first, then the functions of one. What can be chosen by a number shows it.
    const number = (list) => {
      for (const each of panel.querySelectorAll('[data-number]')) delete each.dataset.number;
      list.slice(0, 9).forEach((each, index) => { each.dataset.number = index + 1; });
    };
    const showGroup = (group) => {
      const first = panel.querySelector('[data-group]');
      if (!first) return;
      const isMenu = panel.querySelector('.menu') !== null;
      const shown = group ?? first.dataset.group;
      for (const each of panel.querySelectorAll('[data-group]')) {
        each.setAttribute('aria-pressed', String(each.dataset.group === (isMenu ? group : shown)));
      }
      for (const each of panel.querySelectorAll('[data-of]')) each.hidden = each.dataset.of !== shown;
      panel.querySelector('.paged').dataset.shown = group ?? '';
      number(group || !isMenu
        ? [...panel.querySelectorAll(`[data-of="${CSS.escape(shown)}"] .key`)]
        : [...panel.querySelectorAll('[data-group]')]);
      const sounds = panel.querySelector('[data-key="sound"]');
      sounds?.setAttribute('aria-pressed', String(window.tillbridgeSound.isOn()));
    };

    // What somebody is typing is not lost when the panel around it comes anew.
    // A field is known by its form: each document of a list has an amount of its own.
    const fieldsOf = () => [...panel.querySelectorAll('input[name]:not([type=hidden])')];
    const keyOf = (input) => JSON.stringify([input.name, input.form?.getAttribute('hx-post'),
      [...(input.form?.querySelectorAll('input[type=hidden]') ?? [])].map((each) => each.value)]);
    const typedFields = () => fieldsOf()
      .filter((each) => each === document.activeElement || each.value !== each.defaultValue)
      .map((each) => ({ key: keyOf(each), value: each.value, touched: each.value !== each.defaultValue, focused: each === document.activeElement }));
    const typeAgain = (typed) => {
      for (const { key, value, touched, focused } of typed) {
        const same = fieldsOf().filter((each) => keyOf(each) === key);
        if (same.length !== 1) continue; // gone, or nobody could tell which
        const [input] = same;
        if (focused) input.focus({ preventScroll: true });
        if (!touched || input.value === value) continue;
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    };

    // Brings what is shown in line with the lane: the menu's functions come and go with the ticket.
    // One at a time, so that an older answer never comes last.
    const refresh = async () => {
      outdated = coming || reading;
      if (outdated || !panel.querySelector('[data-live]')) return;
      const turn = opening;
      const query = panel.querySelector('[name="q"]')?.value;
      reading = true;
      try {
        const html = await fragment(`/panel/${name}${query ? `?q=${encodeURIComponent(query)}` : ''}`);
        if (html !== null && turn === opening) bringUpToDate(html);
      } catch {
        window.setTimeout(refresh, 1000);
      } finally {
        reading = false;
        if (outdated) refresh();
      }
    };
    const bringUpToDate = (html) => {
      const shown = panel.querySelector('.paged')?.dataset.shown; // chosen while it was on its way, too
      const typed = typedFields();
      fill(html);
      typeAgain(typed);
      if (panel.querySelector('[data-over]')) close(); // what it was for has been done
      if (till.entry.value === '') panel.querySelector('[data-asks]')?.focus({ preventScroll: true });
      if (panel.querySelector('.paged')) showGroup(shown || null);
    };

    const step = (key) => {
      const all = buttons();
      if (!all.length) return;
      const from = document.activeElement;
      if (!all.includes(from)) {
        all[0].focus();
        return;
      }
      const at = from.getBoundingClientRect();
      const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
      const [x, y] = middle(at);
      let best = null;
      let least = Infinity;
      for (const each of all) {
        const [ex, ey] = middle(each.getBoundingClientRect());
        const [along, across] = {
          ArrowLeft: [x - ex, ey - y], ArrowRight: [ex - x, ey - y],
          ArrowUp: [y - ey, ex - x], ArrowDown: [ey - y, ex - x],
        }[key];
        const far = along + 3 * Math.abs(across);
        if (along > 4 && far < least) [best, least] = [each, far];
      }
      best?.focus();
    };

    let lone = 0;
    till.entry.addEventListener('input', () => {
      window.clearTimeout(lone);
      const typed = till.entry.value;
      if (!name || !/^[1-9]$/.test(typed)) return;
      const choice = panel.querySelector(`[data-number="${typed}"]`);
      if (!choice) return;
      lone = window.setTimeout(() => {
        if (till.entry.value !== typed || !choice.isConnected) return;
        till.entry.value = '';
        if (!choice.disabled) choice.click();
      }, LONE_DIGIT_MS);
    });

    // Answers to what was posted from a panel: a refusal is shown where it was caused.
    document.addEventListener('htmx:afterRequest', (event) => {
      const form = event.detail.elt.closest?.('form'); // a button of it may have posted it elsewhere
      if (!form || !panel.contains(form)) return;
      form.querySelector('.form-refusal')?.remove();
      const read = document.createElement('template');
      read.innerHTML = event.detail.xhr.responseText;
      const said = read.content.querySelector('[data-refused]');
      if (said?.dataset.refused === 'yes') {
        const notice = document.createElement('p');
        notice.className = 'notice refusal form-refusal';
        notice.setAttribute('role', 'alert');
        notice.append(...said.querySelector('.notice').childNodes); // with the key that has it allowed
        (form.querySelector('[data-said]') ?? form).append(notice);
        const above = document.querySelector('#said .refusal');
        if (above && !panel.querySelector('[data-live]')) above.hidden = true; // it is said once
        form.querySelector('input:not([type=hidden]), select')?.focus();
      } else if (event.detail.successful && !('stays' in form.dataset)) close();
      else if (event.detail.successful && event.detail.requestConfig.verb === 'post') {
        for (const each of panel.querySelectorAll('form')) each.reset(); // it was for what has been done
      }
    });

    // Counting: Enter goes on to the next field and closes nothing; what was counted is added up.
    panel.addEventListener('keydown', (event) => {
      const form = event.target.closest('form[data-counts]');
      if (!form || event.key !== 'Enter' || event.target.type === 'submit') return;
      event.preventDefault();
      const fields = [...form.querySelectorAll('input, [type=submit]')];
      fields[fields.indexOf(event.target) + 1]?.focus();
    });
    panel.addEventListener('input', (event) => {
      const form = event.target.closest('form[data-counts]');
      if (!form) return;
      const sum = [...form.querySelectorAll('[data-worth]')]
        .reduce((so, each) => so + Number(each.dataset.worth) * (Number.parseInt(each.value, 10) || 0), 0);
      const { zero, decimals } = form.dataset; // £0.00: its figures are replaced
      const counted = (sum / 10 ** decimals).toFixed(decimals);
      form.querySelector('output').textContent =
        zero.replace(/0([.,]?)0*/, (_, point) => counted.replace('.', point));
    });

    panel.addEventListener('click', (event) => {
      const group = event.target.closest('[data-group]');
      if (!group) return;
      event.stopPropagation();
      showGroup(group.dataset.group);
      till.entry.focus({ preventScroll: true });
    });

    return {
      open,
      close,
      refresh,
      number,
      fragment,
      fill(as, html) { opening++; coming = false; name = as; fill(html); },
      toggle(wanted) { if (name === wanted) close(); else open(wanted); },
      name: () => name,
      /** Whether the panel took the key. */
      key(event) {
        if (!name) return false;
        const inField = panel.contains(document.activeElement) && document.activeElement.matches('input, select, textarea');
        if (event.key === 'Backspace' && !inField && till.entry.value === '' && panel.querySelector('.menu')?.dataset.shown) {
          showGroup(null);
          return true;
        }
        const pages = [...panel.querySelectorAll('[data-group]')];
        if ((event.key === 'PageDown' || event.key === 'PageUp') && pages.length) {
          const from = pages.findIndex((each) => each.getAttribute('aria-pressed') === 'true');
          const to = Math.max(0, Math.min(pages.length - 1, from + (event.key === 'PageDown' ? 1 : -1)));
          showGroup(pages[to].dataset.group);
          return true;
        }
        if (/^Arrow/.test(event.key) && !inField && till.entry.value === '' && buttons().length) {
          step(event.key);
          return true;
        }
        return false;
      },
    };
  };
})();
