// What the panel "Aa" and the end of a page offer besides the theme: the size of the text, the keys, how to cite the page.

import {base, card, copy, dressed, make, page, say} from './floats.js';

const SIZES = {small: 'Small', '': 'Medium', large: 'Large'};
const {dataset} = document.documentElement;

/* ---- the size of the text, kept on this device and set by theme.js before the first paint */
function paint() {
  for (const button of row.children) button.setAttribute('aria-pressed', button.value === (dataset.size ?? ''));
}
const row = make('div', {className: 'row'}, ...Object.entries(SIZES).map(([value, textContent]) => {
  const button = make('button', {className: 'btn', type: 'button', value, textContent});
  button.addEventListener('click', () => {
    if (value) dataset.size = value;
    else delete dataset.size;
    try {
      if (value) localStorage.setItem('lectern.size', value);
      else localStorage.removeItem('lectern.size');
    } catch { /* storage is off: the choice holds for this page */ }
    paint();
  });
  return button;
}));
paint();

/* ---- how to cite the page: made by the server */
let citing;
async function cite() {
  if (!citing) {
    let html = '';
    try {
      const answer = await fetch(card(page, 'cite', '.html'));
      if (answer.ok) html = await answer.text();
    } catch { /* offline: said below */ }
    if (!html) return say('The reference cannot be fetched now');
    citing = make('div', {className: 'citing', popover: 'auto', tabIndex: -1}, ...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    citing.setAttribute('role', 'dialog');
    citing.setAttribute('aria-label', 'Cite this section');
    for (const form of citing.querySelectorAll('[data-form]')) {
      const button = make('button', {className: 'btn', type: 'button', textContent: `Copy ${form.dataset.form}`});
      button.addEventListener('click', async () => {
        await copy(form.textContent);
        citing.hidePopover();
        say(`${form.dataset.form} copied`);
      });
      form.after(button);
    }
    document.body.append(citing);
  }
  await dressed();
  citing.showPopover();
  citing.focus();
}
const asks = textContent => {
  const button = make('button', {className: 'btn', type: 'button', textContent});
  button.addEventListener('click', cite);
  return button;
};

/* ---- into the panel and to the page's end */
const panel = document.getElementById('settings');
panel.append(make('fieldset', {}, make('legend', {textContent: 'Text'}), row));
const more = make('div', {className: 'row'});
const help = make('button', {className: 'btn', type: 'button', textContent: 'Keys'});
help.addEventListener('click', () => {
  panel.hidePopover();
  document.dispatchEvent(new CustomEvent('lectern:keys'));
});
const isSection = document.querySelector('main.flow .opener');
const notes = make('button', {className: 'btn', type: 'button', textContent: 'Notes'});
notes.addEventListener('click', async () => {
  panel.hidePopover();
  (await import('./notes.js')).open();
});
more.append(...isSection ? [asks('Cite'), notes, help] : [notes, help]);
panel.append(more);
document.head.append(make('link', {rel: 'manifest', href: new URL('manifest.webmanifest', base).href}));
const offline = async () => (await import('./offline.js')).offer(panel);
if (panel.matches(':popover-open')) offline();
else panel.addEventListener('toggle', offline, {once: true});
const shares = make('button', {className: 'btn', type: 'button', textContent: 'Share'});
shares.addEventListener('click', async () => (await import('./share.js')).share(shares));
if (isSection) document.querySelector('main > footer')?.append(' ', asks('Cite this section'), ' ', shares);
