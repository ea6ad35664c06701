// A high short tone when a step was accepted, a low long one when it was refused. Made here, not
// played from a file; off is remembered by this browser.
(() => {
  'use strict';

  const KEPT_AS = 'tillbridge-sounds';
  const TONES = {
    accepted: { wave: 'sine', hertz: 1320, seconds: 0.06, loudness: 0.12 },
    refused: { wave: 'square', hertz: 196, seconds: 0.28, loudness: 0.1 },
  };
  let context = null;

  const isOn = () => window.localStorage.getItem(KEPT_AS) !== 'off';

  const play = (outcome) => {
    if (!isOn() || !window.AudioContext) return;
    context ??= new window.AudioContext();
    if (context.state === 'suspended') context.resume(); // until the page was touched once
    const tone = TONES[outcome];
    const now = context.currentTime;
    const source = new OscillatorNode(context, { type: tone.wave, frequency: tone.hertz });
    const volume = new GainNode(context, { gain: tone.loudness });
    volume.gain.setValueAtTime(tone.loudness, now + tone.seconds - 0.02);
    volume.gain.linearRampToValueAtTime(0, now + tone.seconds);
    source.connect(volume).connect(context.destination);
    source.start(now);
    source.stop(now + tone.seconds);
    document.documentElement.dataset.sounded = outcome;
  };

  const said = document.getElementById('said');
  if (said) {
    const command = () => Number(said.querySelector('[data-command]')?.dataset.command ?? 0);
    let heard = command();
    // One tone per command, whether its answer or the live update brought it here.
    new MutationObserver(() => {
      const fresh = said.querySelector('[data-command]');
      if (!fresh || Number(fresh.dataset.command) <= heard) return;
      heard = Number(fresh.dataset.command);
      play(fresh.dataset.refused === 'yes' ? 'refused' : 'accepted');
    }).observe(said, { childList: true, subtree: true });
  }

  window.tillbridgeSound = {
    isOn,
    play,
    change() {
      window.localStorage.setItem(KEPT_AS, isOn() ? 'off' : 'on');
      if (isOn()) play('accepted');
      return isOn();
    },
  };
})();
