// A reader's own marks and notes. They stay on this device, as W3C Web Annotations in IndexedDB, and are found again when the text has changed.

import {find, quote} from './anchor.js';
import {base, copy, make, page, place, say} from './floats.js';

const KEPT = 'lectern.noted'; // tells the next page that there are notes to draw
const LONGEST = 2000;
const SKIP = 'lectern-widget, .katex-mathml, .perma, .eq-more, .answer, form, script, style, .vh, audio, [popover], .turn, footer';
const BLOCK = 'p, li, dd, dt, h1, h2, h3, h4, figcaption, td, th, pre, .eq';

document.head.append(make('link', {rel: 'stylesheet', href: new URL('notes.css', import.meta.url).href}));
const main = document.querySelector('main.flow');
const source = new URL(page, base).href;

/* ---- the store */
let opened;
const store = () => opened ??= new Promise((done, failed) => {
  const asked = indexedDB.open('lectern', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('notes', {keyPath: 'id'});
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
/** One request to the store, or null when this browser keeps nothing here. */
async function ask(mode, request) {
  try {
    const database = await store();
    return await new Promise((done, failed) => {
      const work = database.transaction('notes', mode);
      const answer = request(work.objectStore('notes'));
      work.oncomplete = () => done(answer?.result ?? true);
      work.onerror = work.onabort = () => failed(work.error);
    });
  } catch {
    say('This browser keeps no notes here');
    return null;
  }
}
let notes = []; // of the whole book
const ours = note => note.target.source.startsWith(base.href);
async function load() {
  notes = (await ask('readonly', all => all.getAll()) || []).filter(ours);
  try {
    localStorage.setItem(KEPT, notes.length || '');
  } catch { /* storage is off */ }
}

/* ---- the words of the page, and between them and the document */
let words;
function read() {
  const nodes = [];
  const blocks = [];
  let text = '';
  let last;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    node => node.nodeType === 3 ? NodeFilter.FILTER_ACCEPT : node.matches(SKIP) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const block = node.parentElement.closest(BLOCK);
    if (!block) continue;
    if (block !== last) {
      text += '\n';
      blocks.push({id: block.closest('main [id]')?.id ?? '', start: text.length, end: text.length});
      last = block;
    }
    nodes.push({node, start: text.length});
    text += node.data;
    blocks.at(-1).end = text.length;
  }
  words = {text, nodes, blocks};
}
/** The range of the document from one letter to another. */
function range(start, end) {
  const made = document.createRange();
  const at = offset => words.nodes.findLast(entry => entry.start <= offset);
  const first = at(start);
  const last = at(end - 1);
  made.setStart(first.node, Math.min(start - first.start, first.node.length));
  made.setEnd(last.node, Math.min(end - last.start, last.node.length));
  return made;
}
/** What is kept of a selection, or null where it holds no text of the page. */
function kept(selected) {
  const inside = words.nodes.filter(({node}) => selected.intersectsNode(node));
  if (!inside.length) return null;
  const first = inside[0];
  const last = inside.at(-1);
  let start = first.start + (first.node === selected.startContainer ? selected.startOffset : 0);
  let end = last.start + (last.node === selected.endContainer ? selected.endOffset : last.node.length);
  while (start < end && /\s/.test(words.text[start])) start++;
  while (start < end && /\s/.test(words.text[end - 1])) end--;
  if (end <= start || end - start > LONGEST) return null;
  return {...quote(words.text, start, end), block: words.blocks.findLast(block => block.start <= start)?.id ?? ''};
}

/* ---- notes as annotations */
const part = (note, type) => note.target.selector.find(selector => selector.type === type);
const remark = note => note.body[0]?.value ?? '';
const quoted = note => part(note, 'TextQuoteSelector').exact.replace(/\u200b/g, '').replace(/\s+/g, ' ');
const annotation = ({exact, prefix, suffix, start, block}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${crypto.randomUUID?.() ?? Date.now() + '-' + Math.random()}`, type: 'Annotation',
  created: new Date().toISOString(), motivation: 'highlighting', body: [],
  target: {source, title: document.querySelector('h1')?.innerText ?? '', selector: [{type: 'FragmentSelector', value: block},
    {type: 'TextQuoteSelector', exact, prefix, suffix}, {type: 'TextPositionSelector', start, end: start + exact.length}]},
});
const sought = note => ({prefix: '', suffix: '', ...part(note, 'TextQuoteSelector'), start: part(note, 'TextPositionSelector')?.start ?? 0, block: part(note, 'FragmentSelector')?.value});

/** Notes of this page with where they stand: a range, or none when their words are gone. */
let standing = [];
function draw() {
  if (!main) return;
  read();
  standing = notes.filter(note => note.target.source === source).map(note => {
    const found = find(words.text, words.blocks, sought(note));
    return {note, at: found?.start ?? Infinity, changed: found?.changed, range: found && range(found.start, found.end)};
  }).sort((a, b) => a.at - b.at);
  if (globalThis.Highlight) CSS.highlights.set('lectern-note', new Highlight(...standing.filter(one => one.range).map(one => one.range)));
}
async function change(request) {
  const done = await ask('readwrite', request);
  await load();
  draw();
  if (panel?.matches(':popover-open')) fill();
  return done;
}

/* ---- what is offered for a selection */
const bar = make('div', {className: 'note-bar', popover: 'manual'});
bar.setAttribute('role', 'toolbar');
bar.setAttribute('aria-label', 'Selected text');
let chosen;
const offer = (name, remarked) => {
  const button = make('button', {className: 'btn', type: 'button', textContent: name});
  button.addEventListener('pointerdown', event => event.preventDefault()); // the selection stays
  button.addEventListener('click', async () => {
    const note = annotation(chosen);
    bar.hidePopover();
    getSelection().removeAllRanges();
    if (await change(all => void all.put(note)) && remarked) open(note.id);
    else say('Highlighted; all notes are under “Aa”');
  });
  return button;
};
bar.append(offer('Highlight', false), offer('Note', true));
document.body.append(bar);
function selected() {
  const selection = getSelection();
  const usable = main && selection.rangeCount && !selection.isCollapsed && main.contains(selection.anchorNode) && main.contains(selection.focusNode);
  if (usable) read();
  chosen = usable ? kept(selection.getRangeAt(0)) : null;
  if (!chosen) return bar.matches(':popover-open') && bar.hidePopover();
  bar.showPopover();
  place(bar, selection.getRangeAt(0).getBoundingClientRect());
}
let settling;
document.addEventListener('selectionchange', () => {
  clearTimeout(settling);
  settling = setTimeout(selected, 250);
});

/* ---- the panel of all notes */
let panel;
const button = (name, act) => {
  const made = make('button', {className: 'btn', type: 'button', textContent: name});
  made.addEventListener('click', act);
  return made;
};
function entry({note, range: where, changed}) {
  const text = make('textarea', {value: remark(note), rows: 2, placeholder: 'Note'});
  text.setAttribute('aria-label', 'Note on: ' + quoted(note).slice(0, 80));
  text.addEventListener('input', () => {
    const value = text.value.trim();
    note.body = value ? [{type: 'TextualBody', value, format: 'text/plain', purpose: 'commenting'}] : [];
    note.motivation = value ? 'commenting' : 'highlighting';
    note.modified = new Date().toISOString();
    ask('readwrite', all => void all.put(note));
  });
  const item = make('li', {}, make('blockquote', {textContent: quoted(note)}));
  item.dataset.note = note.id;
  if (!where) item.append(make('p', {className: 'lost', textContent: 'Moved: these words are no longer on the page. The note is kept.'}));
  else if (changed) item.append(make('p', {className: 'lost', textContent: 'The words on the page have changed since.'}));
  const row = make('div', {className: 'row'});
  if (where) row.append(button('Show', () => {
    panel.hidePopover();
    where.startContainer.parentElement.scrollIntoView({block: 'center'});
  }));
  row.append(button('Delete', () => change(all => void all.delete(note.id))));
  item.append(text, row);
  return item;
}
function fill() {
  const elsewhere = Map.groupBy(notes.filter(note => note.target.source !== source), note => note.target.source);
  const file = make('input', {type: 'file', accept: '.json,application/json', hidden: true});
  file.addEventListener('change', () => take(file.files[0]));
  panel.replaceChildren(make('h2', {textContent: 'Notes'}));
  panel.append(standing.length ? make('ul', {}, ...standing.map(entry))
    : make('p', {textContent: 'Select words on a page to highlight them or to write a note. Notes stay on this device.'}));
  if (elsewhere.size) panel.append(make('h3', {textContent: 'On other pages'}), make('ul', {}, ...[...elsewhere].map(([address, all]) =>
    make('li', {}, make('a', {href: address + (document.documentElement.dataset.root === undefined ? '' : '.html'), textContent: all[0].target.title || address}), ` · ${all.length}`))));
  const row = make('div', {className: 'row'});
  if (notes.length) row.append(button('Save as JSON', () => save('notes.json', 'application/json', json())), button('Copy as Markdown', async () => {
    await copy(markdown());
    say('Notes copied');
  }));
  row.append(button('Import', () => file.click()), file);
  if (notes.length) row.append(button('Clear all', event => {
    if (event.target.dataset.sure) change(all => notes.forEach(note => all.delete(note.id)));
    else Object.assign(event.target, {textContent: `Delete all ${notes.length}?`}).dataset.sure = 1;
  }));
  panel.append(row);
}
/** Opens the panel, at a note if one is named. */
export async function open(id) {
  await ready;
  if (!panel) {
    panel = make('div', {className: 'notes', popover: 'auto', tabIndex: -1});
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', 'Notes');
    document.body.append(panel);
  }
  fill();
  panel.showPopover();
  const item = id && panel.querySelector(`[data-note="${CSS.escape(id)}"]`);
  (item?.querySelector('textarea') ?? panel).focus();
}

/* ---- in and out */
const json = () => JSON.stringify({'@context': 'http://www.w3.org/ns/anno.jsonld', id: base.href + '#notes', type: 'AnnotationPage', items: notes}, null, 2);
const markdown = () => [...Map.groupBy(notes, note => note.target.source)].map(([address, all]) => `## [${all[0].target.title || address}](${address})\n\n`
  + all.map(note => `> ${quoted(note)}\n${remark(note) && `\n${remark(note)}\n`}`).join('\n')).join('\n');
function save(download, type, text) {
  const href = URL.createObjectURL(new Blob([text], {type}));
  make('a', {href, download}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
const usable = note => typeof note?.id === 'string' && typeof note.target?.source === 'string' && ours(note) && Array.isArray(note.body) && Array.isArray(note.target.selector)
  && note.target.selector.every(selector => Object.values(selector).every(value => typeof value !== 'object')) && part(note, 'TextQuoteSelector')?.exact?.length <= LONGEST;
async function take(file) {
  let items = [];
  try {
    items = JSON.parse(await file.text()).items.filter(usable);
  } catch { /* said below */ }
  if (!items.length) return say('No notes of this book in that file');
  if (await change(all => items.forEach(note => all.put(note)))) say(items.length === 1 ? '1 note imported' : `${items.length} notes imported`);
}

/* ---- a click on highlighted words opens their note */
main?.addEventListener('click', event => {
  if (event.target.closest('a, button, input, summary, lectern-widget') || !getSelection().isCollapsed) return;
  const spot = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const hit = spot && standing.find(one => one.range?.isPointInRange(spot.offsetNode, spot.offset));
  if (hit) open(hit.note.id);
});
document.addEventListener('lectern:patched', draw);
const ready = load().then(draw);
ready.then(selected);
