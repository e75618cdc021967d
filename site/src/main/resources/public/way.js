// Finding one's way: keys that turn pages, the list of all keys on "?", links to copy, and where the reader was, kept on this device.

import {copy, keep, make, page, pathOf, say} from './floats.js';

const KEPT = 'lectern.places';
const READ = .95;
const BEGUN = .02;

/** Of every page that was read: how much of it, the heading the reader was at, and when. */
const places = () => {
  const kept = keep.read(KEPT, {});
  return typeof kept === 'object' ? kept : {};
};

/* ---- on a page: note the place */
const text = document.querySelector('main.flow');
function note() {
  const end = text.querySelector('.turn') ?? text.lastElementChild;
  const {top} = text.getBoundingClientRect();
  const share = Math.max(0, Math.min(1, (innerHeight - top) / Math.max(1, end.getBoundingClientRect().top - top)));
  const at = [...text.querySelectorAll('h2[id], h3[id]')].findLast(heading => heading.getBoundingClientRect().top < innerHeight / 3);
  const all = places();
  const name = at ? [...at.childNodes].filter(node => !node.matches?.('.perma')).map(node => node.querySelector?.('math') ? '' : node.textContent).join('') : '';
  all[page] = {read: Math.max(share, all[page]?.read ?? 0), at: at?.id ?? '', name, when: Date.now()};
  keep.write(KEPT, all);
}
if (text) {
  document.addEventListener('scrollend', note);
  document.addEventListener('visibilitychange', () => document.hidden && note());
  addEventListener('pagehide', note);
}

/* ---- on the contents: how far each page was read, and the way back to the last */
const entries = toc => [...toc.querySelectorAll('a[href]')].map(link => ({link, path: pathOf(new URL(link.href))}));
function mark(toc) {
  const known = places();
  for (const {link, path} of entries(toc)) {
    const share = known[path]?.read ?? 0;
    if (share < BEGUN || link.dataset.read) continue;
    link.dataset.read = share;
    link.style.setProperty('--read', share >= READ ? 1 : share);
    link.append(make('span', {className: 'vh', textContent: share >= READ ? ', read' : `, ${Math.round(share * 100)} % read`}));
  }
}
const cover = document.querySelector('.cover .toc');
if (cover) {
  mark(cover);
  const known = places();
  const last = entries(cover).filter(({path}) => known[path]).sort((a, b) => known[b.path].when - known[a.path].when)[0];
  if (last) {
    const {at, name} = known[last.path];
    const number = last.link.querySelector('.n').textContent;
    const title = last.link.querySelector('.h').cloneNode(true);
    title.querySelectorAll('.katex-mathml').forEach(twin => twin.remove());
    const way = make('a', {className: 'continue', href: last.link.href + (at && '#' + encodeURIComponent(at))},
      'Continue: ', make('span', {className: 'num', textContent: number}), ` ${title.textContent}${name && ' · ' + name}`);
    cover.prepend(way);
  }
}
document.addEventListener('toggle', event => event.target.id === 'contents' && mark(event.target), true);

/* ---- links to copy: those of headings are on the page, those of blocks come with the pointer or the focus */
function draw(block) {
  const label = block?.querySelector(':scope > .label');
  if (!label || label.querySelector('.perma')) return;
  const link = make('a', {className: 'perma', href: '#' + block.id, textContent: '¶'});
  link.setAttribute('aria-label', `Link to ${block.getAttribute('aria-label') ?? 'this block'}`);
  label.append(link);
}
const drawAll = () => document.querySelectorAll('main .block[id]').forEach(draw);
drawAll();
document.addEventListener('lectern:patched', drawAll);
document.addEventListener('click', async event => {
  const link = event.target.closest?.('.perma');
  if (!link) return;
  await copy(link.href);
  say('Link copied');
});

/* ---- keys */
const KEYS = [['← →', 'the page before, the page after'], ['/', 'search (also Ctrl K)'], ['c', 'contents'], ['?', 'these keys'],
  ['Tab', 'to a formula, a reference, a widget'], ['← →', 'in a formula: from symbol to symbol'], ['Esc', 'close what is open']];
let help;
function keys() {
  if (!help) {
    const list = make('dl', {}, ...KEYS.flatMap(([key, does]) => [make('dt', {}, make('kbd', {textContent: key})), make('dd', {textContent: does})]));
    help = make('div', {className: 'keys', popover: 'auto', tabIndex: -1}, make('h2', {textContent: 'Keys'}), list);
    help.setAttribute('role', 'dialog');
    help.setAttribute('aria-label', 'Keys');
    document.body.append(help);
  }
  help.showPopover();
  help.focus();
}

const BUSY = 'input, textarea, select, [contenteditable], lectern-widget, [tabindex], [popover], summary, audio, video';
document.addEventListener('keydown', event => {
  const {key, target} = event;
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || target.closest?.(BUSY) || document.querySelector('[popover=auto]:popover-open')) return;
  const turn = {ArrowLeft: 'prev', ArrowRight: 'next'}[key];
  // a table or a listing that is wider than its box has the arrows for itself
  if (turn && !event.shiftKey && (target === document.body || target.scrollWidth <= target.clientWidth)) document.querySelector(`.turn a[rel=${turn}]`)?.click();
  else if (key === '?') keys();
  else if (key === 'c') document.querySelector('.bar [data-open=contents]')?.click();
});
document.addEventListener('lectern:keys', keys);
