// What floats over a page shares: its style sheet, its place, the clipboard.

const {root} = document.documentElement.dataset;

/** Where the book begins, on a server or in an exported site; and this page's path below it. */
export const base = new URL(root ?? '/', location);
export const pathOf = address => decodeURIComponent(address.pathname.slice(base.pathname.length)).replace(/\.html$/, '');
export const page = pathOf(location);

/** The address of what the server says about a page; an exported site holds it as a file with an ending. */
export const card = (path, name, ending) => new URL(`card/${path}/${encodeURIComponent(name)}${root ? ending : ''}`, base);

export const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** What a reader's browser keeps between pages, as JSON; nothing where storage is off. */
export const keep = {
  read: (key, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write: (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch { /* storage is off */ }
  },
};

/** Adds a style sheet of ours to the page; the promise holds when it is there, or cannot be had. */
export const sheet = name => new Promise(done => {
  document.head.append(make('link', {rel: 'stylesheet', href: new URL(name, import.meta.url).href, onload: done, onerror: done}));
});
// nothing is added to a page before its clothes are there: it would push the text to and fro
await sheet('way.css');

/** What floats is dressed when a hand comes to the page, and waits for that if it is faster. */
let dressing;
export const dressed = () => (dressing ??= sheet('floats.css'));
for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin']) addEventListener(sign, dressed, {once: true, passive: true, capture: true});

/** Puts an open popover below a place on the screen, or above it where below is no room; on a narrow screen the style sheet lays it at the foot, or at the head where the foot would cover the place. */
export function place(element, at) {
  const below = at.bottom + 8 + element.offsetHeight < innerHeight;
  element.style.setProperty('--x', `${Math.max(12, Math.min(at.left, innerWidth - element.offsetWidth - 12))}px`);
  element.style.setProperty('--y', `${below ? at.bottom + 8 : Math.max(8, at.top - 8 - element.offsetHeight)}px`);
  element.classList.toggle('head', !below);
}

/** On scrolling, an open popover goes with the place that it is about, and closes when that goes out of sight unless it stays there. */
export const goesWith = (element, about, stays, hide) => document.addEventListener('scroll', () => {
  const at = about()?.getBoundingClientRect();
  if (at && (at.bottom < 0 || at.top > innerHeight) && !stays()) hide();
  else if (at) place(element, at);
}, {passive: true});

/** Copies text; also where the page came over plain HTTP and the browser keeps its clipboard to itself. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make('textarea', {value: text, className: 'vh'});
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    focused?.focus({preventScroll: true});
  }
}

let status;
/** Says a word to who sees the page and to who hears it, and takes it back after a moment. */
export function say(words) {
  dressed();
  status ??= document.body.appendChild(make('p', {className: 'said', role: 'status'}));
  status.textContent = words;
  clearTimeout(status.leaving);
  status.leaving = setTimeout(() => { status.textContent = ''; }, 2500);
}

/** Arrows walk the items of a menu, round and round. */
export function walked(menu) {
  menu.addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...menu.children];
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  });
}
