// A button at a page's top that has it read aloud. What reads (player.js) is loaded when a hand comes near the button.

import {base, make, page, sheet} from './floats.js';

/** Pages of sound read so much slower than eyes do. */
const SLOWER = 1.8;
const main = document.querySelector('main.flow');
const opener = main?.querySelector('.opener');
const given = opener?.querySelector('audio');

export const address = ending => new URL(`narration/${page}.${ending}`, base);
export const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** What the server knows of the sound. */
export async function learn(ask) {
  const from = address('json');
  if (ask) from.searchParams.set('ask', ask);
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/* ---- the player: in the place of the plain one, where the page has one */
export const audio = given ?? new Audio();
export const play = make('button', {className: 'btn play', type: 'button', textContent: '►'});
export const note = make('span', {className: 'note'});
export const time = make('span', {className: 'num'});
export const middle = make('div', {className: 'middle'}, note);
export const bar = make('div', {className: 'bar'}, play, middle, time);
export const player = make('div', {className: given ? 'listen' : 'listen floats'}, bar, audio);
play.setAttribute('aria-label', 'Listen');
bar.setAttribute('role', 'group');
bar.setAttribute('aria-label', 'Listen to this section');
audio.hidden = true;

const load = () => import('./player.js');
for (const sign of ['pointerenter', 'focus']) play.addEventListener(sign, load, {once: true});
play.addEventListener('click', async () => (await load()).toggle());

function mount() {
  const here = main.querySelector('.opener');
  const plain = here.querySelector('audio');
  if (plain) plain.replaceWith(player);
  else here.append(player);
}
// a site of files without sound has nothing to offer
if (opener && (given || document.documentElement.dataset.root === undefined)) {
  const minutes = Number(opener.querySelector('.facts b')?.textContent);
  note.textContent = given ? 'Listen' : `Listen, about ${Math.max(1, Math.round(minutes * SLOWER))} min`;
  sheet('listen.css').then(() => {
    if (given) learn().then(known => {
      note.textContent = `AI-narrated by ${known.narrator}`;
      time.textContent = clock(known.seconds);
    }, () => {});
    mount();
  });
  document.addEventListener('lectern:patched', () => player.isConnected || mount());
}
