// Cards: pointing at a reference (or reaching it by keyboard, or a first tap) shows what it leads to, without leaving the page.
// A card is cut out of this very page, out of the fragment that the server sends, or, in an exported site, out of the page that the link leads to.

import {base, card as fragment, dressed, goesWith, make, page, pathOf, place} from './floats.js';

const REFERENCE = '.flow a[href]:not(.back, .eq-no, .perma, .state, .sn, nav a, footer a, .refs a)';
const CONTROLS = '.eq-tools, .eq-more, .perma, .back, .refs .n, .mn, .sn, .answer, .hint, .solution, details, button, input, form, script, lectern-widget, .end';
const PARAGRAPH = 'p, .noted, ul, ol';
const CARD = 'card-';
const exported = document.documentElement.dataset.root !== undefined;

const parse = html => new DOMParser().parseFromString(html, 'text/html');
const known = new Map();
const fetched = (address, wrap) => known.get(address) ?? known.set(address, fetch(address).then(async answer => {
  if (!answer.ok || !answer.headers.get('Content-Type').startsWith('text/html')) throw new Error(answer.status);
  return parse(wrap(await answer.text()));
})).get(address);

/** The page, or as much of it as holds the block, that a link leads to. */
async function source({path, id, address}) {
  if (path === page) return document;
  if (exported) return fetched(address.href.replace(/#.*/, ''), html => html);
  return fetched(fragment(path, id || 'text').href, html => `<main>${html}</main>`);
}

/* ---- what of it the card shows */
const after = (node, wanted) => {
  let next = node;
  while ((next = next?.nextElementSibling)) if (next.matches(wanted)) return next;
};

function cut(from, id) {
  if (!id || id === 'top' || id === 'text') return [from.querySelector('h1'), from.querySelector('main > p, main > .noted')];
  const found = from.getElementById(id);
  if (!found) return [];
  if (found.matches('h1, h2, h3, h4, h5, h6')) return [found, after(found, PARAGRAPH)];
  if (found.matches('lectern-widget')) return [found.querySelector('.title'), found.querySelector('.title + p'), found.querySelector('.stage svg')];
  if (found.matches('dt')) return [found, after(found, 'dd')];
  return [found.closest('.eq') ?? found];
}

/** A copy with names of its own, without anything to press or to follow. */
function copied(node) {
  const copy = node.cloneNode(true);
  copy.removeAttribute('aria-label');
  copy.querySelectorAll(CONTROLS).forEach(control => control.remove());
  copy.querySelectorAll('a').forEach(link => link.replaceWith(...link.childNodes));
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('tabindex');
    for (const {name, value} of [...element.attributes]) {
      if (name === 'id') element.id = CARD + value;
      else if (name === 'aria-labelledby' || name === 'aria-describedby') element.setAttribute(name, value.replace(/\S+/g, CARD + '$&'));
      else if (value.includes('url(#')) element.setAttribute(name, value.replaceAll('url(#', `url(#${CARD}`));
    }
  }
  if (copy.matches('h1, h2, h3, h4, h5, h6, dt')) return make('p', {className: 'name'}, ...copy.childNodes);
  if (copy.matches('li, dd')) return make('div', {}, ...copy.childNodes);
  return document.importNode(copy, true);
}

/* ---- the card */
const card = make('div', {className: 'card flow', popover: 'manual'});
card.setAttribute('role', 'status');
document.body.append(card);
let shown;
let asked;
let pointed = false; // the card came because a mouse stood on its link, and goes when that leaves

function hide() {
  shown = asked = null;
  pointed = false;
  if (card.matches(':popover-open')) card.hidePopover();
}

/** Wide formulas shrink to the card's width: it does not scroll. */
function fit() {
  for (const box of card.querySelectorAll('.eq-box')) {
    const share = box.clientWidth / box.scrollWidth;
    if (share < 1) box.style.fontSize = `${Math.max(.45, share * .97)}em`;
  }
  card.classList.toggle('more', card.scrollHeight > card.clientHeight + 1);
}

/** Shows the card of a link. @return whether there is one */
async function show(link, to) {
  asked = link;
  let parts;
  try {
    parts = cut(await source(to), to.id).filter(Boolean);
  } catch {
    parts = [];
  }
  await dressed();
  if (asked !== link || shown === link) return true;
  if (!parts.length) return false;
  shown = link;
  link.removeAttribute('title');
  card.showPopover();
  card.replaceChildren(...parts.map(copied));
  fit();
  place(card, link.getBoundingClientRect());
  return true;
}

/** Where a reference leads within the book, or nothing. */
function target(node) {
  const link = node.closest?.(REFERENCE);
  if (!link) return;
  const address = new URL(link.href);
  const path = address.href.startsWith(base.href) && pathOf(address);
  return path && !/^(widgets|figures|search|assets)\b/.test(path) && {link, path, address, id: decodeURIComponent(address.hash.slice(1))};
}

/* ---- pointer: it may cross a link without asking, and go from the link into the card; one that lies still, while the page moves under it, means nothing */
let waiting;
function point(to) {
  pointed = true;
  show(to.link, to);
}
document.addEventListener('pointerover', event => {
  if (event.pointerType === 'touch') return;
  clearTimeout(waiting);
  const to = target(event.target);
  if (to && to.link !== shown) waiting = setTimeout(point, 150, to);
  else if (!to && pointed && !card.contains(event.target)) waiting = setTimeout(hide, 250);
});

// what was pointed at or reached while this script was on its way
const first = target(document.querySelector('.flow a:hover') ?? document.body);
const reached = document.activeElement.matches(':focus-visible') && target(document.activeElement);
if (first) point(first);
else if (reached) show(reached.link, reached);

/* ---- touch: the first tap shows, the second follows, one beside it closes */
document.addEventListener('click', async event => {
  if (event.pointerType !== 'touch') return;
  const to = target(event.target);
  if (!to) return card.contains(event.target) || hide();
  if (to.link === shown) return;
  event.preventDefault();
  clearTimeout(waiting);
  pointed = false;
  if (!await show(to.link, to)) location.href = to.link.href;
});

/* ---- keyboard: the card comes with the focus and goes with it; focus never enters it */
document.addEventListener('focusin', event => {
  const to = event.target.matches?.(':focus-visible') && target(event.target);
  if (to) show(to.link, to);
});
document.addEventListener('focusout', event => event.target === shown && hide());
document.addEventListener('keydown', event => event.key === 'Escape' && (clearTimeout(waiting), hide()));

// a link that has the focus is on its way into sight
goesWith(card, () => shown, () => shown === document.activeElement, hide);
document.addEventListener('lectern:patched', () => {
  known.clear();
  hide();
});
