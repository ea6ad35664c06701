// Keeps the page in line with the lane: what changed elsewhere, answers that were lost, a register
// that was started again.
(() => {
  'use strict';

  window.tillLive = (till) => {
    // The server tells when the lane has changed. What changed by a command of this page came with its
    // answer; for the rest the page asks, and says what it shows, so that only the difference is sent.
    // A revision is the register's run and a number in it.
    const shown = () => till.facts().revision;
    const [run, first] = shown().split('-');
    const number = (revision) => Number(revision.split('-')[1]);
    let told = Number(first);
    let missed = false; // an answer that is not shown
    let underWay = 0;
    const catchUp = () => {
      if (underWay > 0 || (!missed && told <= number(shown()))) return;
      missed = false;
      window.htmx.ajax('GET', '/lane/parts', { source: till.form, swap: 'none' });
    };
    /** Of another run nothing here is known: the page is loaded anew. */
    const isOfThisRun = (revision) => {
      if (revision.startsWith(`${run}-`)) return true;
      window.location.assign('/');
      return false;
    };
    document.addEventListener('htmx:configRequest', (event) => {
      event.detail.headers['X-Shown-Revision'] = shown();
    });
    // htmx's own end of a request is not heard when the button that asked has left the page meanwhile.
    document.addEventListener('htmx:beforeSend', ({ detail: { xhr } }) => {
      underWay++;
      xhr.addEventListener('loadend', () => {
        underWay--;
        if (xhr.status >= 200 && xhr.status < 400) catchUp();
        else {
          missed = true; // it may have been done all the same
          window.setTimeout(catchUp, 1000);
        }
      });
    });
    // An answer says what changed since the page asked; when another came first, it does not fit.
    document.addEventListener('htmx:beforeSwap', ({ detail }) => {
      const { elt, headers } = detail.requestConfig;
      if (detail.target.closest('#panel')) { // a panel comes whole, for who asked in it and is still there
        if (!elt.isConnected) detail.shouldSwap = false;
      } else if (headers['X-Shown-Revision'] !== shown()) {
        detail.shouldSwap = false;
        missed = true;
      }
    });
    document.addEventListener('htmx:sseBeforeMessage', (event) => {
      if (event.target.id === 'changed') {
        event.preventDefault();
        if (!isOfThisRun(event.detail.data)) return;
        told = number(event.detail.data);
        catchUp();
        return;
      }
      const read = document.createElement('template');
      read.innerHTML = event.detail.data;
      if (read.innerHTML.trim() === event.target.innerHTML.trim()) event.preventDefault(); // not said twice
    });
    // One answer swaps many parts: the page is settled once, after the last of them.
    let due = false;
    let said = false; // each answer says something
    const settleSoon = () => {
      if (due) return;
      due = true;
      queueMicrotask(() => {
        if (said && isOfThisRun(shown())) till.refreshPanel();
        due = said = false;
        till.settle();
      });
    };
    document.addEventListener('htmx:oobAfterSwap', (event) => {
      if (event.detail.target.id === 'said') said = true;
      settleSoon();
    });
    document.addEventListener('htmx:afterSwap', settleSoon);
    window.addEventListener('resize', settleSoon);
    document.addEventListener('htmx:sseMessage', settleSoon);

    // The register program is on this machine. When it restarts, this page finds it again.

    let looking = false;
    const look = async (wasLost) => {
      try {
        const answer = await fetch('/', { redirect: 'manual', cache: 'no-store' });
        if (answer.type === 'opaqueredirect' || wasLost) window.location.assign('/');
        looking = false;
      } catch {
        till.refuse(till.say('register-silent'));
        const link = document.querySelector('#status .link');
        link.className = 'link down';
        link.textContent = till.say('link-not-known');
        window.setTimeout(look, 1000, true);
      }
    };
    const lost = () => {
      if (looking) return;
      looking = true;
      look(false);
    };
    document.addEventListener('htmx:sendError', lost);
    document.addEventListener('htmx:sseError', lost);
    document.addEventListener('htmx:responseError', (event) => {
      if (event.detail.xhr.status >= 500) till.refuse(till.say('register-fault'));
    });
  };
})();
