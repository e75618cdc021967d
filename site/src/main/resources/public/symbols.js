// Cards of symbols: pointing at a symbol in a formula shows what it means and marks its other uses on the page.
// From the keyboard a formula is one stop, and the arrow keys walk its symbols. What is which symbol comes from the server, once a page.

import {card as address, dressed, goesWith, page, place} from './floats.js';

const main = document.querySelector('main');
const blank = /[\s\u200b]/;
const stops = () => {
  for (const formula of main.querySelectorAll('.katex'))
    if (!formula.closest('a, button, summary, label, [tabindex]')) formula.tabIndex = 0;
};
const stop = formula => formula.closest('.eq-box') ?? formula;

/** Of every formula: its symbols in order, each with its card and its place in the text. */
let learning;
const learn = () => learning ??= (async () => {
  const {cards, formulas} = await (await fetch(address(page, 'symbols', '.json'))).json();
  await dressed();
  const waiting = Map.groupBy(formulas, ([letters]) => letters);
  const places = new Map();
  for (const formula of main.querySelectorAll('.katex')) {
    const walker = document.createTreeWalker(formula.querySelector('.katex-html'), NodeFilter.SHOW_TEXT);
    const at = [];
    while (walker.nextNode()) [...walker.currentNode.data].forEach((letter, i) => blank.test(letter) || at.push([walker.currentNode, i]));
    const same = waiting.get(at.map(([node, i]) => node.data[i]).join(''));
    if (!same) continue;
    // where two formulas look the same and mean different things, they come in the order of the page
    const [, ...spots] = same.length > 1 ? same.shift() : same[0];
    const found = places.get(stop(formula)) ?? [];
    for (const [card, from, to] of spots) {
      const range = new Range();
      range.setStart(...at[from]);
      range.setEnd(at[to - 1][0], at[to - 1][1] + 1);
      found.push({card, range});
    }
    places.set(stop(formula), found);
  }
  return {cards, places};
})().catch(() => ({cards: [], places: new Map()}));

/* ---- the card */
const card = Object.assign(document.createElement('div'), {className: 'symbol-card', popover: 'manual'});
card.setAttribute('role', 'status');
document.body.append(card);

let shown;
function hide() {
  shown = null;
  if (card.matches(':popover-open')) card.hidePopover();
  CSS.highlights?.delete('symbol');
  CSS.highlights?.delete('symbol-uses');
}

function show(spot, {cards, places}) {
  if (shown === spot) return;
  shown = spot;
  card.showPopover();
  card.replaceChildren(...new DOMParser().parseFromString(cards[spot.card], 'text/html').body.childNodes);
  place(card, spot.range.getBoundingClientRect());
  if (!CSS.highlights) return;
  const uses = [...places.values()].flat().filter(other => other.card === spot.card).map(other => other.range);
  CSS.highlights.set('symbol-uses', new Highlight(...uses));
  CSS.highlights.set('symbol', new Highlight(spot.range));
}

/* ---- pointer and touch: leaving waits a moment, so that the pointer can go into the card */
let leaving;
const within = (x, y) => ({left, right, top, bottom}) => x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 2;
async function point(event) {
  const formula = event.target.closest?.('main .katex');
  clearTimeout(leaving);
  if (!formula || event.type === 'click' && formula.closest('a, button, summary, label')) {
    if (shown && !card.contains(event.target) && !shown.walked) leaving = setTimeout(hide, event.type === 'click' ? 0 : 250);
    return;
  }
  const {clientX, clientY} = event;
  const before = formula.getBoundingClientRect();
  const known = await learn();
  // the page may have moved meanwhile, and the formula with it
  const after = formula.getBoundingClientRect();
  const here = within(clientX + after.left - before.left, clientY + after.top - before.top);
  const spot = known.places.get(stop(formula))?.find(({range}) => [...range.getClientRects()].some(here));
  if (spot) show(spot, known);
}
document.addEventListener('pointermove', event => event.pointerType !== 'touch' && point(event), {passive: true});
document.addEventListener('click', point);

/* ---- keyboard */
document.addEventListener('keydown', async event => {
  if (event.key === 'Escape' && shown) return hide();
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  const here = document.activeElement;
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !here.matches('main .eq-box, main .katex')) return;
  event.preventDefault();
  const known = await learn();
  const spots = known.places.get(here);
  if (!spots?.length) return;
  const next = spots.indexOf(shown) + step;
  const spot = spots[next < 0 ? (shown ? 0 : spots.length - 1) : Math.min(next, spots.length - 1)];
  spot.walked = true;
  spot.range.startContainer.parentElement.scrollIntoView({block: 'nearest', inline: 'nearest'});
  show(spot, known);
});
document.addEventListener('focusout', event => shown && !card.contains(event.relatedTarget) && hide());
goesWith(card, () => shown?.range, () => shown.walked, hide);

stops();
document.addEventListener('lectern:patched', () => {
  hide();
  learning = null;
  stops();
});
