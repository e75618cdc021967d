// "Keep this book": every file of it on a shelf of the browser's, with a service worker to answer from there. Nothing is kept unasked.

import {base, make, say} from './floats.js';

const SHELF = 'lectern-book';
const AT_ONCE = 6;
const mega = bytes => `${(bytes / 1e6).toFixed(1)} MB`;

/** Puts the choice into the panel of reading settings, where the browser can keep anything. */
export async function offer(panel) {
  if (!globalThis.isSecureContext || !navigator.serviceWorker || !globalThis.caches) return;
  const button = make('button', {className: 'btn', type: 'button', textContent: 'Keep this book'});
  const remove = make('button', {className: 'btn', type: 'button', textContent: 'Remove', hidden: true});
  const line = make('p', {className: 'kept'});
  line.setAttribute('role', 'status');
  panel.append(make('fieldset', {}, make('legend', {textContent: 'Offline'}), make('div', {className: 'row'}, button, remove), line));
  const show = async () => {
    const shelf = await caches.has(SHELF) && await caches.open(SHELF);
    const marked = shelf && await shelf.match(new URL('kept', base));
    remove.hidden = !marked;
    button.textContent = marked ? 'Refresh' : 'Keep this book';
    line.textContent = marked ? `Kept on this device: ${mega(Number(await marked.text()))}.` : '';
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const {files, bytes} = await (await fetch(new URL('offline.json', base))).json();
      const shelf = await caches.open(SHELF);
      const waiting = [...files];
      let done = 0;
      const work = async () => {
        for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
          const address = new URL(file, base);
          const answer = await fetch(address, {cache: 'no-cache'});
          if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
          await shelf.put(address, answer);
          line.textContent = `${Math.floor(++done * 100 / files.length)} % of ${mega(bytes)}`;
        }
      };
      await Promise.all(Array.from({length: AT_ONCE}, work));
      for (const old of await shelf.keys()) if (!files.includes(decodeURI(old.url.slice(base.href.length)))) await shelf.delete(old);
      await shelf.put(new URL('kept', base), new Response(String(bytes)));
      await navigator.serviceWorker.register(new URL('sw.js', base));
      say('The book is kept on this device');
    } catch {
      line.textContent = '';
      say('The book could not be kept; try again with a network');
    }
    button.disabled = false;
    await show();
  });
  remove.addEventListener('click', async () => {
    await caches.delete(SHELF);
    for (const worker of await navigator.serviceWorker.getRegistrations()) if (worker.scope === base.href) await worker.unregister();
    say('Nothing is kept any more');
    await show();
  });
  await show();
}
