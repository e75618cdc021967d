// The page read aloud: the player that the button at its top becomes, and the words lit as they are said. The sound comes from the server; while
// it has none, the browser's own voice reads, sentence by sentence.

import {keep, make, page, say, sheet} from './floats.js';
import {address, audio, bar, clock, learn as ask, middle, note, play, player, time} from './listen.js';
import {last, lit, place, timed} from './listen-text.js';

const SPEEDS = [.75, 1, 1.25, 1.5, 2];
const HEARD = 'lectern.heard';
const SPEED = 'lectern.speed';
const main = document.querySelector('main.flow');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/* ---- what is added to the button */
const seek = make('input', {type: 'range', min: 0, max: 1, step: .1, value: 0, hidden: true});
seek.setAttribute('aria-label', 'Place in the section');
const speed = make('button', {className: 'btn bare', type: 'button', hidden: true});
const follow = make('button', {className: 'btn', type: 'button', textContent: 'Follow', hidden: true});
const close = make('button', {className: 'btn bare', type: 'button', textContent: '×', hidden: true});
close.setAttribute('aria-label', 'Stop listening');
middle.prepend(seek);
bar.append(speed, follow, close);

const text = lit(main, reveal, enact);

/* ---- what the server knows of the sound */
/** Whether sound has come since the page was opened. */
let ready = false;
let narrator = '';

async function learn(how) {
  const known = await ask(how);
  text.rules = known.rules ?? text.rules;
  narrator = known.narrator ?? '';
  return known;
}

/* ---- a widget shows what a link of the sentence would set, until the reader takes it in hand */
const taken = new Set();
let enacted;
function enact(here) {
  const link = here.startContainer.parentElement?.closest('a[data-state]');
  if (link === enacted) return;
  enacted = link;
  const widget = link && document.getElementById(link.dataset.widget);
  if (widget && !taken.has(widget)) widget.dispatchEvent(new CustomEvent('lectern-set', {bubbles: true, detail: link.dataset.state}));
}
for (const sign of ['pointerdown', 'keydown']) {
  document.addEventListener(sign, event => {
    const widget = active && event.target.closest?.('lectern-widget');
    if (widget) taken.add(widget);
  }, {capture: true, passive: true});
}

/* ---- the page follows the voice until the reader scrolls */
let following = true;
function reveal(here) {
  if (!following || document.hidden) return;
  const {top, bottom} = here.getBoundingClientRect();
  if (top < innerHeight * .12 || bottom > innerHeight * .8) scrollBy({top: top - innerHeight * .3, behavior: calm.matches ? 'instant' : 'smooth'});
}
const leave = () => {
  if (!active || !following) return;
  following = false;
  follow.hidden = false;
};
follow.addEventListener('click', () => {
  following = true;
  follow.hidden = true;
  const here = text.sentences[text.sentence] && text.range(text.sentences[text.sentence]);
  if (here) reveal(here);
});

/* ---- one voice: recorded, or the browser's */
let active = false;
let voice;

const recorded = {
  playing: () => !audio.paused,
  play: () => audio.play(),
  pause: () => audio.pause(),
  go: sentence => {
    audio.currentTime = text.sentences[sentence].start + .001;
    show();
  },
  here: () => Math.max(0, last(text.sentences, audio.currentTime)),
  rate: value => { audio.playbackRate = value; },
};

const spoken = {
  at: 0,
  on: false,
  playing: () => spoken.on,
  play: () => {
    spoken.on = true;
    spoken.say();
  },
  pause: () => {
    spoken.on = false;
    speechSynthesis.cancel();
    paint();
  },
  go: sentence => {
    spoken.at = sentence;
    text.light(sentence, -1);
    if (spoken.on) spoken.say();
  },
  here: () => spoken.at,
  rate: () => spoken.on && spoken.say(),
  say: () => {
    speechSynthesis.cancel();
    const sentence = text.sentences[spoken.at];
    if (!sentence) return spoken.pause();
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    utterance.rate = SPEEDS[pace];
    utterance.lang = document.documentElement.lang;
    utterance.onboundary = ({charIndex}) => {
      const before = sentence.said.slice(0, charIndex).match(/[^\s,;]+/g)?.length ?? 0;
      text.light(spoken.at, text.words.findIndex(word => word.sentence === spoken.at && word.first <= before && before < word.next));
    };
    utterance.onerror = () => utterance === spoken.now && spoken.on && spoken.pause();
    utterance.onend = () => {
      if (!spoken.on || utterance !== spoken.now) return;
      spoken.at++;
      spoken.say();
    };
    spoken.now = utterance;
    text.light(spoken.at, -1);
    paint();
    speechSynthesis.speak(utterance);
  },
};

/** While there is no voice at all. */
const waiting = {
  on: false,
  playing: () => waiting.on,
  play: () => { waiting.on = true; },
  pause: () => {
    waiting.on = false;
    paint();
  },
  go: () => {},
  here: () => 0,
  rate: () => {},
};
/** Whether this browser can speak; some tell only after a moment. */
const speaks = () => new Promise(tell => {
  if (!globalThis.speechSynthesis) return tell(false);
  if (speechSynthesis.getVoices().length) return tell(true);
  speechSynthesis.addEventListener('voiceschanged', () => tell(speechSynthesis.getVoices().length > 0), {once: true});
  setTimeout(tell, 1000, false);
});

let pace = Math.max(0, SPEEDS.indexOf(keep.read(SPEED, 1)));
function setPace(index) {
  pace = Math.max(0, Math.min(SPEEDS.length - 1, index));
  keep.write(SPEED, SPEEDS[pace]);
  voice?.rate(SPEEDS[pace]);
  paint();
}

/* ---- what the player shows */
function paint() {
  const on = voice?.playing() ?? false;
  play.textContent = on ? '❚❚' : '►';
  play.setAttribute('aria-label', on ? 'Pause' : 'Listen');
  speed.textContent = `${SPEEDS[pace]}×`;
  speed.setAttribute('aria-label', `Speed ${SPEEDS[pace]}, change`);
  player.classList.toggle('on', active);
  speed.hidden = close.hidden = !active;
  seek.hidden = !active || voice !== recorded;
  if (voice === recorded && Number.isFinite(audio.duration)) {
    seek.max = audio.duration;
    seek.value = audio.currentTime;
    seek.setAttribute('aria-valuetext', `${clock(audio.currentTime)} of ${clock(audio.duration)}`);
    time.textContent = `${clock(audio.currentTime)} / ${clock(audio.duration)}`;
  }
}
let shown = -1;
const FRAME = .016; // seconds until a picture is seen
function show() {
  const at = audio.currentTime + (audio.paused ? 0 : FRAME * audio.playbackRate);
  const word = last(text.words, at);
  // in the rest after a sentence its last word is over, the sentence not yet
  text.light(last(text.sentences, at), text.words[word]?.end > at ? word : -1);
  const now = Math.floor(audio.currentTime);
  if (now !== shown) {
    shown = now;
    paint();
  }
}
const tick = () => {
  if (audio.paused || !active) return;
  show();
  requestAnimationFrame(tick);
};
audio.addEventListener('play', () => {
  paint();
  requestAnimationFrame(tick);
});
audio.addEventListener('pause', () => {
  paint();
  remember();
});
audio.addEventListener('seeked', () => active && show());
const remember = () => {
  if (voice !== recorded) return;
  const heard = keep.read(HEARD, {});
  heard[page] = audio.ended ? 0 : Math.round(audio.currentTime * 10) / 10;
  keep.write(HEARD, heard);
};
addEventListener('pagehide', remember);

/** Takes the recorded voice. */
async function useRecorded() {
  const found = timed(await (await fetch(address('vtt'))).text());
  const here = voice?.here();
  Object.assign(text, found);
  if (!audio.getAttribute('src')) audio.src = address('mp3').href;
  voice = recorded;
  audio.preservesPitch = true;
  audio.preload = 'metadata';
  note.textContent = `AI-narrated by ${narrator}`;
  recorded.rate(SPEEDS[pace]);
  const start = here ? found.sentences[here]?.start : keep.read(HEARD, {})[page];
  if (start) audio.currentTime = start;
}

/** Takes the browser's voice, or none, and looks now and then whether the recorded one has come. */
function useSpoken({script, done, all}, own) {
  text.sentences = script.map(([at, said], sentence) => ({...place(at), said, sentence}));
  text.words = script.flatMap(([, , ...tokens], sentence) => {
    let first = 0;
    return tokens.map(([at, said]) => ({...place(at), sentence, first, next: first += said.split(' ').length}));
  });
  voice = own;
  promise(done, all);
  const look = setInterval(async () => {
    const known = await learn('again').catch(() => ({}));
    promise(known.done, known.all);
    if (!known.narrator) return;
    clearInterval(look);
    if (waiting.on) {
      waiting.on = false;
      await useRecorded();
      if (active) voice.play();
      return;
    }
    if (spoken.on) say('The recorded voice is there: it begins when you pause and go on');
    ready = true;
  }, 5000);
}
const promise = (done, all) => {
  if (voice === waiting) note.textContent = all ? `Being read aloud for you: ${done} of ${all} sentences` : 'Nothing here can read this page aloud';
  else note.textContent = `Read by your browser’s own voice${all ? `; a better one is being made, ${done} of ${all} sentences` : ''}`;
};

async function start() {
  active = true;
  following = true;
  play.disabled = true;
  try {
    if (!voice) {
      const known = await learn('now');
      if (known.narrator) await useRecorded();
      else useSpoken(known, await speaks() ? spoken : waiting);
    } else if (ready && voice !== recorded) {
      await useRecorded();
    }
    await voice.play();
    session();
  } catch (problem) {
    active = false;
    note.textContent = problem.name === 'NotAllowedError' ? 'The browser waits for a touch: press again' : 'This page cannot be read aloud now';
  }
  play.disabled = false;
  paint();
  play.focus({preventScroll: true});
}
const stop = () => {
  voice?.pause();
  remember();
  active = false;
  taken.clear();
  enacted = null;
  text.light(-1, -1);
  follow.hidden = true;
  paint();
  play.focus({preventScroll: true});
};
export const toggle = () => (voice?.playing() ? voice.pause() : start());
const step = by => voice && voice.go(Math.max(0, Math.min(text.sentences.length - 1, voice.here() + by)));
const next = () => document.querySelector('.turn a[rel=next]');

function session() {
  if (!navigator.mediaSession) return;
  navigator.mediaSession.metadata = new MediaMetadata({title: document.querySelector('h1').textContent, album: document.title.split(' — ').at(-1)});
  const handlers = {play: start, pause: () => voice.pause(), previoustrack: () => step(-1), nexttrack: () => step(1), seekbackward: () => step(-1), seekforward: () => step(1), stop};
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      navigator.mediaSession.setActionHandler(action, handler);
    } catch { /* this browser does not know the key */ }
  }
}

/* ---- hands */
close.addEventListener('click', stop);
speed.addEventListener('click', () => setPace((pace + 1) % SPEEDS.length));
seek.addEventListener('input', () => { audio.currentTime = seek.value; });
audio.addEventListener('ended', () => {
  remember();
  const on = next();
  if (!on) return;
  note.replaceChildren('Next: ', make('a', {href: on.href, textContent: on.querySelector('.h').textContent}));
});
document.addEventListener('wheel', leave, {passive: true});
document.addEventListener('touchmove', leave, {passive: true});

main?.addEventListener('click', event => {
  if (!active || event.target.closest('a, button, input, select, summary, lectern-widget, .listen') || !getSelection().isCollapsed) return;
  const at = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const old = at ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const whole = event.target.closest(text.rules.whole);
  const sentence = whole ? text.sentenceAt(whole, 0) : text.sentenceAt(at?.offsetNode ?? old?.startContainer, at?.offset ?? old?.startOffset);
  if (sentence < 0) return;
  following = true;
  follow.hidden = true;
  voice.go(sentence);
  if (!voice.playing()) voice.play();
});

const TYPED = 'input:not([type=range]), textarea, select, [contenteditable], lectern-widget, [popover], summary';
document.addEventListener('keydown', event => {
  const {key, target} = event;
  if (!active || event.altKey || event.ctrlKey || event.metaKey || target.closest?.(TYPED)) return;
  const does = {
    ' ': () => !target.closest?.('button, a') && (toggle(), true),
    ArrowLeft: () => target !== seek && (step(-1), true),
    ArrowRight: () => target !== seek && (step(1), true),
    '<': () => (setPace(pace - 1), true),
    '>': () => (setPace(pace + 1), true),
    Escape: () => (stop(), true),
    PageUp: leave, PageDown: leave, Home: leave, End: leave,
  }[key]?.();
  if (does) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

document.addEventListener('lectern:patched', () => {
  // another text: its sentences lie elsewhere
  if (active) stop();
  text.forget();
  voice = null;
});

await sheet('player.css');
paint();
