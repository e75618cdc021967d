// "Share": what leads to a widget, a figure or a section, and what puts it on another page, to copy; and its picture. Of a widget in the state it is in.
// The lines for other sites are the server's own, read from the widget's page; an exported site has them where it was told its address.

import {base, copy, dressed, make, page, place, say, walked} from './floats.js';

const exported = document.documentElement.dataset.root !== undefined;
const parse = html => new DOMParser().parseFromString(html, 'text/html');

const menu = make('div', {className: 'eq-menu share-menu', popover: 'auto'});
menu.setAttribute('role', 'dialog');
document.body.append(menu);

const copies = (name, text) => {
  const button = make('button', {type: 'button'}, make('span', {textContent: name}), make('code', {textContent: text.replace(/\s+/g, ' ').slice(0, 90)}));
  button.addEventListener('click', async () => {
    menu.hidePopover();
    await copy(text);
    say(`${name} copied`);
  });
  return button;
};
const picture = (name, address) => make('a', {href: address, download: '', textContent: `Picture, ${name}`});

/** The address of this page at a place of it; with what its widgets are set to, which their shells keep in it. */
const here = id => location.origin + location.pathname + location.search + (id ? '#' + id : '');
const marked = (words, address) => `[${words.replace(/[[\]\\]/g, '\\$&')}](${address})`;

async function show(button, label, items) {
  await dressed();
  menu.setAttribute('aria-label', label);
  menu.replaceChildren(...items);
  menu.showPopover();
  place(menu, button.getBoundingClientRect());
  items[0].focus();
}

const words = element => {
  const plain = element.cloneNode(true);
  plain.querySelectorAll('.katex-html, .perma, .no, .fig-more').forEach(node => node.remove());
  return plain.textContent.trim().replace(/\s+/g, ' ');
};

/** A line of a site of files, which was written for no state, with the widget's own. */
const stated = (text, id, state) => {
  const told = text.startsWith('<') ? state.replace(/&/g, '&amp;') : state;
  return state ? text.replace(`name="${id}"`, `$& state="${told}"`).replace(new RegExp(`/(embed|widgets)/${id}\\.html`, 'g'), `$&?${told}`) : text;
};

/** @param state as the widget last told it; nothing while nobody has moved it */
async function widget(button, host, state = host.dataset.state ?? '') {
  const id = host.getAttribute('name');
  const title = words(host.querySelector('.title'));
  const query = state && '?' + state;
  const items = [copies('Link', here(page === `widgets/${id}` ? '' : host.id))];
  const ending = exported ? '.html' : '';
  const own = parse(await (await fetch(new URL(`widgets/${id}${ending}${query}`, base))).text());
  for (const code of own.querySelectorAll('.share [data-as]')) items.push(copies(code.dataset.as, exported ? stated(code.textContent, id, state) : code.textContent));
  for (const kind of exported ? state ? [] : ['svg'] : ['svg', 'png']) items.push(picture(kind.toUpperCase(), new URL(`figures/${id}.${kind}${query}`, base).href));
  return show(button, `Share: ${title}`, items);
}

function figure(button, of) {
  const image = of.querySelector('img');
  const caption = words(of.querySelector('figcaption') ?? of).slice(0, 120);
  const items = [copies('Link', here(of.id)), copies('Markdown', `[![${(image.alt || caption).replace(/[[\]\\]/g, '\\$&')}](${image.src})](${here(of.id)})`),
    copies('MyST', `:::{figure} ${image.src}\n${caption} ${marked('Source', here(of.id))}\n:::`), picture(image.src.match(/\.(\w+)(\?|$)/)?.[1].toUpperCase() ?? 'file', image.src)];
  return show(button, `Share: ${caption}`, items);
}

function section(button) {
  const title = [document.querySelector('h1 .no')?.textContent, words(document.querySelector('h1'))].filter(Boolean).join(' ');
  const address = location.origin + location.pathname;
  const items = [copies('Link', address), copies('Markdown', marked(title, address)), copies('MyST', marked(title, address))];
  if (!exported) items.push(picture('PNG', new URL(`social/${page}.png`, base).href));
  return show(button, `Share: ${title}`, items);
}

/** Opens the menu of whatever the button belongs to. @param state of the widget, if it was moved */
export function share(button, state) {
  const host = button.closest('lectern-widget');
  const of = button.closest('figure');
  const opened = host ? widget(button, host, state) : of ? figure(button, of) : section(button);
  return Promise.resolve(opened).catch(() => say('This cannot be shared now; try again with a network'));
}

walked(menu);

/* ---- figures have no button of their own: it comes with the pointer or the focus */
function draw(of) {
  if (!of || of.querySelector('.fig-more') || !of.querySelector('img')) return;
  const button = make('button', {className: 'btn bare fig-more', type: 'button', textContent: 'Share'});
  button.setAttribute('aria-label', `Share ${of.querySelector('figcaption b, figcaption .label')?.textContent.trim() || 'this figure'}`);
  button.addEventListener('click', () => share(button));
  (of.querySelector('figcaption') ?? of).append(' ', button);
}
const all = () => document.querySelectorAll('main figure[id]').forEach(draw);
all();
document.addEventListener('lectern:patched', all);
