// A menu for each equation on a line of its own: copy it as LaTeX, MathML, plain text, spoken words or a link, or find others like it.
// Its button comes with the pointer or the focus, and takes no room. What was written comes from the server, once a page.

import {base, card, copy, dressed, make, page, place, say, walked} from './floats.js';

const exported = document.documentElement.dataset.root !== undefined;
const letters = eq => [...eq.querySelectorAll('.katex-html')].map(drawn => drawn.textContent.replace(/[\s\u200b]/g, '')).join('');

/** Of every equation on the page what was written: equal ones come in the order of the page. */
let learning;
const learn = () => learning ??= (async () => {
  const waiting = Map.groupBy(await (await fetch(card(page, 'equations', '.json'))).json(), ([seen]) => seen);
  const written = new Map();
  for (const eq of document.querySelectorAll('main .eq')) {
    const same = waiting.get(letters(eq));
    if (same) written.set(eq, same.length > 1 ? same.shift() : same[0]);
  }
  return written;
})().catch(() => new Map());

const mathMl = eq => {
  const maths = eq.querySelector('math').cloneNode(true);
  maths.setAttribute('xmlns', 'http://www.w3.org/1998/Math/MathML');
  maths.querySelectorAll('[class]').forEach(marked => marked.removeAttribute('class'));
  return maths.outerHTML;
};

/* ---- the menu: one for all equations */
const menu = make('div', {className: 'eq-menu', popover: 'auto'});
menu.setAttribute('role', 'dialog');
document.body.append(menu);
let opener;

function item(name, text) {
  const button = make('button', {type: 'button'}, make('span', {textContent: name}), make('code', {textContent: text.length > 72 ? text.slice(0, 70) + '…' : text}));
  button.addEventListener('click', async () => {
    menu.hidePopover();
    await copy(text);
    say(`${name} copied`);
  });
  return button;
}

async function open(button, eq) {
  const name = eq.querySelector('.eq-box').getAttribute('aria-label');
  const written = (await learn()).get(eq);
  await dressed();
  menu.setAttribute('aria-label', `Copy: ${name}`);
  const items = [item('MathML', mathMl(eq))];
  if (written) items.unshift(item('LaTeX', written[1]), item('Plain text', written[2]), item('Spoken form', written[3]));
  const link = new URL('#' + eq.id, location).href;
  if (eq.id) items.push(item('Link', link));
  if (eq.id && written) {
    const tex = written[1];
    items.push(item('Markdown', `$$\n${tex}\n$$\n\n[Source](${link})`), item('MyST', `:::{math}\n${tex}\n:::\n\n[Source](${link})`));
  }
  if (written && !exported)
    items.push(make('a', {href: new URL('search?q=' + encodeURIComponent(`$${written[1]}$`), base), textContent: 'Find similar formulas'}));
  menu.replaceChildren(...items);
  opener = button;
  menu.showPopover();
  place(menu, button.getBoundingClientRect());
  items[0].focus();
}
menu.addEventListener('toggle', event => opener?.setAttribute('aria-expanded', event.newState === 'open'));
walked(menu);

/* ---- its button */
function draw(eq) {
  if (!eq || eq.querySelector(':scope > .eq-more') || !eq.querySelector('math')) return;
  const button = make('button', {className: 'btn bare eq-more', type: 'button', textContent: '⋯', style: 'position:absolute'}); // also before its style sheet is there, it pushes nothing
  button.setAttribute('aria-label', `Copy ${eq.querySelector('.eq-box').getAttribute('aria-label').toLowerCase()}`);
  button.setAttribute('aria-haspopup', 'dialog');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => open(button, eq));
  eq.append(button);
}
const at = event => draw(event.target.closest?.('main .eq'));
document.addEventListener('pointerover', at, {passive: true});
document.addEventListener('focusin', at);
const all = () => matchMedia('(hover: none)').matches && document.querySelectorAll('main .eq').forEach(draw);
all();
draw(document.querySelector('main .eq:is(:hover, :focus-within)'));
document.addEventListener('lectern:patched', () => {
  learning = null;
  all();
});
