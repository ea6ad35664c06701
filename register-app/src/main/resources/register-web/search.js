// Search as you type. Two letters in the entry field bring up what fits; arrows and Enter, or a
// touch, ring one. Without a choice Enter rings what was typed as a code, so that a scanner is never
// answered with something that merely sounds alike.
(() => {
  'use strict';

  const LETTERS = /\p{L}{2,}/u;
  const TIMES = /^([\d.,]+\s*[*×]\s*)(.*)$/u;

  window.tillSearch = (till, panels) => {
    const { entry } = till;
    const panel = document.getElementById('panel');
    let asked = false; // opened by its key: everything typed is searched, and the first is chosen
    let turn = 0;
    let picked = null; // by an arrow since the last letter: the list of that letter may still be on its way

    const parts = () => {
      const times = TIMES.exec(entry.value.trim());
      return times ? { times: times[1], query: times[2].trim() } : { times: '', query: entry.value.trim() };
    };
    const isOpen = () => panels.name() === 'search';
    const hits = () => [...panel.querySelectorAll('.hit')];
    const chosen = () => panel.querySelector('.hit[aria-selected="true"]');
    const current = () => panel.querySelector('.search')?.dataset.query === parts().query;

    const choose = (hit) => {
      for (const each of hits()) each.setAttribute('aria-selected', String(each === hit));
      hit?.scrollIntoView({ block: 'nearest' });
      if (hit) entry.setAttribute('aria-activedescendant', hit.id);
      else entry.removeAttribute('aria-activedescendant');
    };

    const describe = () => {
      const list = isOpen() && hits().length > 0;
      if (list) {
        entry.setAttribute('role', 'combobox');
        entry.setAttribute('aria-autocomplete', 'list');
        entry.setAttribute('aria-expanded', 'true');
        entry.setAttribute('aria-controls', 'hits');
      } else {
        for (const name of ['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-activedescendant']) entry.removeAttribute(name);
      }
    };

    const look = async () => {
      const mine = ++turn;
      const { query } = parts();
      const html = await panels.fragment(`/panel/search?q=${encodeURIComponent(query)}`).catch(() => null);
      if (html === null || mine !== turn) return;
      panels.fill('search', html);
      choose(hits().find((hit) => hit.dataset.ring === picked) ?? (asked ? hits()[0] : null));
      describe();
      till.settle();
    };

    entry.addEventListener('input', () => {
      picked = null;
      if (isOpen() && asked) look();
      else if (!till.asking() && LETTERS.test(parts().query) && (!panels.name() || isOpen())) look();
      else if (isOpen()) {
        turn++;
        panels.close();
      }
    });

    const ring = (hit) => {
      const { times } = parts();
      const code = times + hit.dataset.ring;
      entry.value = '';
      panels.close();
      till.ring(code);
    };

    panel.addEventListener('click', (event) => {
      const hit = event.target.closest('.hit');
      if (!hit) return;
      event.stopPropagation();
      ring(hit);
    });

    return {
      /** Whether Enter was meant for what was found. */
      enter() {
        if (!isOpen()) return false;
        const hit = chosen();
        if (hit && (current() || hit.dataset.ring === picked)) {
          ring(hit);
          return true;
        }
        if (asked || !current()) return asked;
        if (panel.querySelector('.search').dataset.exact === 'yes' || !hits().length) return false;
        choose(hits()[0]); // a name was typed: the next Enter rings it
        entry.select();
        return true;
      },
      /** Whether an arrow was meant for what was found. */
      arrow(key) {
        if (!isOpen() || !hits().length || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
        const all = hits();
        const from = all.indexOf(chosen());
        const to = all[Math.max(0, Math.min(all.length - 1, from + (key === 'ArrowUp' ? -1 : 1)))];
        choose(to);
        picked = to.dataset.ring;
        return true;
      },
      opened() { asked = true; look(); },
      closed() {
        asked = false;
        picked = null;
        turn++;
        describe();
      },
      isAsked: () => asked && isOpen(),
    };
  };
})();
