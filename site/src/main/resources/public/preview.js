// An author's preview: each save is patched into the open page; mistakes stand beside it; each block leads to its source.

/* ---- the page in pieces: before each stands a comment with the hash of what the server sent */
const isMark = node => node.nodeType === Node.COMMENT_NODE && /^[0-9a-f]{16}$/.test(node.data);
function piecesOf(page) {
  const main = page.querySelector('main');
  const pieces = [];
  for (const node of [...main.parentNode.childNodes, ...main.childNodes]) {
    if (isMark(node)) pieces.push({hash: node.data, nodes: [node]});
    else if (node !== main && pieces.length && pieces.at(-1).nodes[0].parentNode === node.parentNode) pieces.at(-1).nodes.push(node);
  }
  return pieces;
}
const fetchPage = async () => {
  const answer = await fetch(location.pathname, {cache: 'no-cache'});
  return {text: await answer.text(), gone: answer.status === 404};
};
const parsed = text => new DOMParser().parseFromString(text, 'text/html');
const inner = html => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
};

/** What the server sent for each piece, by hash: what scripts did to the page since is not in it. */
const sent = new Map();
function learn(text) {
  for (const part of text.split(/(?=<!--[0-9a-f]{16}-->)/)) {
    const [, hash, html] = part.match(/^<!--([0-9a-f]{16})-->([^]*)$/) ?? [];
    if (hash && !sent.has(hash)) sent.set(hash, html.replace(/\n(<\/?main[^]*)?$/, ''));
  }
}

/* ---- widgets, answers, notes and films that a save left as they are move into the pieces written anew, with all that the reader did to them */
const LIVE = 'lectern-widget, .answer, details, audio, video';
/** Those among nodes and inside them, but none that lies in another. */
const outermost = nodes => nodes.flatMap(node => node.nodeType !== Node.ELEMENT_NODE ? [] : node.matches(LIVE) ? [node] : node.querySelector(LIVE) ? outermost([...node.childNodes]) : []);
/** What the server sent beside what became of it; nothing where scripts added or took away some, for then nobody knows which is which. */
const inPairs = (source, live) => {
  const [was, is] = [outermost(source), outermost(live)];
  return was.length === is.length ? was.map((node, i) => ({was: node, is: is[i]})) : [];
};
const livesIn = ({hash, nodes}) => outermost(nodes).length && sent.has(hash) ? inPairs([...inner(sent.get(hash)).childNodes], nodes) : [];

/** Puts what is the same in the place of what was made anew. A note that was edited stays open, and what lies in notes is looked at next: one may have been put around it, or taken away. */
function takeOver(pairs, made) {
  const rest = [];
  for (const node of outermost(made)) {
    const at = pairs.findIndex(({was}) => was.isEqualNode(node));
    // from here on it belongs to the new piece, wherever it stood in the old one
    if (at >= 0) node.replaceWith(pairs.splice(at, 1)[0].is);
    else rest.push(node);
  }
  const isNote = node => node.localName === 'details';
  if (!rest.length || !rest.some(isNote) && !pairs.some(({was}) => isNote(was))) return;
  for (const node of rest.filter(isNote)) {
    const old = pairs.find(({was}) => isNote(was) && was.firstElementChild?.isEqualNode(node.firstElementChild));
    if (old) node.open = old.is.open;
  }
  const within = node => [...node.childNodes];
  takeOver(pairs.flatMap(pair => isNote(pair.was) ? inPairs(within(pair.was), within(pair.is)) : [pair]), rest.flatMap(node => isNote(node) ? within(node) : [node]));
}

/* ---- where only numbers differ, as in all that stands below a new equation, the nodes stay and are numbered anew: most of the page need not be laid out again */
const wording = html => html.replace(/\d+/g, '0');
const numberless = text => text.replace(/\d/g, '');

/** Gives a node the numbers of another; false where it is another node. What scripts put at the end of it goes, for they put it there anew. */
function renumber(is, now) {
  if (is.isEqualNode(now)) return true;
  if (is.nodeName !== now.nodeName || is.childNodes.length < now.childNodes.length) return false;
  if (is.nodeType !== Node.ELEMENT_NODE) {
    is.data = now.data;
    return true;
  }
  if (is.matches(LIVE)) return true;
  for (const {name, value} of now.attributes) {
    const old = is.getAttribute(name) ?? '';
    if (old !== value && numberless(old) === numberless(value)) is.setAttribute(name, value);
  }
  while (is.childNodes.length > now.childNodes.length) is.lastChild.remove();
  return [...is.childNodes].every((child, i) => renumber(child, now.childNodes[i]));
}

/** Whether all that lives in a piece is what the server would send now. */
function livesOn(piece, now) {
  const made = outermost(now);
  const pairs = livesIn(piece);
  return pairs.length === made.length && pairs.every(({was}, i) => was.isEqualNode(made[i]));
}

/** Of the pieces that are to come, those that stand in the page but for their numbers take the places of these. */
function renumberAll(going, next, fresh) {
  const alike = Map.groupBy(going.filter(({hash}) => sent.has(hash)), ({hash}) => wording(sent.get(hash)));
  return next.map(piece => {
    const old = piece.nodes ? undefined : alike.get(wording(fresh[piece.hash]))?.shift();
    if (!old) return piece;
    const now = [...inner(fresh[piece.hash]).childNodes];
    const is = old.nodes.slice(1, 1 + now.length);
    if (is.length !== now.length || !livesOn(old, now) || !is.every((node, i) => renumber(node, now[i]))) return piece;
    old.nodes[0].data = old.hash = piece.hash;
    return old;
  });
}

const keepFocus = work => {
  const held = document.activeElement;
  const [start, end] = [held?.selectionStart, held?.selectionEnd];
  work();
  if (held && held !== document.activeElement && held.isConnected) {
    held.focus({preventScroll: true});
    if (start != null) held.setSelectionRange?.(start, end);
  }
};

/** What a save pushes down is moved as it was painted, not painted anew; on a very long page so many layers would cost more than they save. */
const MOST_LAYERS = 400;
const layer = () => document.documentElement.classList.toggle('moves-whole', document.querySelector('main').children.length <= MOST_LAYERS);

/** What the page's other scripts have not been told of. */
let untold = false;
/** Swaps the pieces that differ and leaves every other node as it is: scroll, focus and widgets stay. While there is more to come, who would ask the server about the page is not told. */
function patch({title, crumbs, pieces}, fresh, live = piecesOf(document), more = false) {
  const main = document.querySelector('main');
  const unused = new Map();
  live.forEach(piece => unused.set(piece.hash, [...(unused.get(piece.hash) ?? []), piece]));
  let next = live;
  const known = pieces.map(hash => unused.get(hash)?.shift() ?? {hash});
  const doubtful = live.filter(piece => !known.includes(piece));
  const differs = doubtful.length > 0 || known.some((piece, i) => piece !== live[i]);
  if (differs) keepFocus(() => {
    const anchor = known.flatMap(piece => piece.nodes?.slice(1) ?? []).find(node => node.parentNode === main && node.getBoundingClientRect?.().bottom > 0);
    const top = anchor?.getBoundingClientRect().top;
    next = renumberAll(doubtful, known, fresh);
    const going = doubtful.filter(piece => !next.includes(piece));
    const pairs = going.flatMap(livesIn);
    const made = next.filter(piece => !piece.nodes);
    for (const piece of made) piece.made = inner(fresh[piece.hash]);
    takeOver(pairs, made.flatMap(piece => [...piece.made.childNodes]));
    for (const piece of made) piece.nodes = [document.createComment(piece.hash), ...piece.made.childNodes, document.createTextNode('\n')];
    // the old pieces go without what moved out of them: a note that stood for itself may now stand beside a paragraph, in one block with it
    for (const {nodes} of going) {
      const [{parentNode}] = nodes;
      nodes.filter(node => node.parentNode === parentNode).forEach(node => node.remove());
    }
    const [side, ...text] = next;
    if (!live.includes(side)) main.before(...side.nodes);
    // Only new or moved nodes are inserted: to move a node would end its focus.
    let at = [...main.childNodes].find(isMark) ?? null;
    for (const {nodes} of text) {
      if (nodes[0] === at) at = nodes.at(-1).nextSibling;
      else nodes.forEach(node => main.insertBefore(node, at));
    }
    if (anchor) scrollBy({top: anchor.getBoundingClientRect().top - top, behavior: 'instant'});
  });
  layer();
  document.title = title;
  const way = document.querySelector('.crumbs');
  if (way && way.outerHTML !== crumbs) way.outerHTML = crumbs;
  Object.entries(fresh).forEach(([hash, html]) => sent.set(hash, html));
  if (differs) point(next.slice(1).filter(piece => !live.includes(piece)).map(piece => piece.nodes[1]).filter(node => node?.nodeType === Node.ELEMENT_NODE));
  if (main.querySelector('lectern-widget')) import(new URL(document.querySelector('script[data-widgets]').dataset.widgets, location));
  untold ||= differs;
  if (more || !untold) return;
  untold = false;
  outline();
  document.dispatchEvent(new CustomEvent('lectern:patched'));
}

/** Catches up: takes from the whole page what the news did not bring. */
async function catchUp() {
  const {text, gone} = await fetchPage();
  if (gone) return location.reload();
  learn(text);
  const page = parsed(text);
  const pieces = piecesOf(page).map(piece => piece.hash);
  patch({title: page.title, crumbs: page.querySelector('.crumbs').outerHTML, pieces}, Object.fromEntries(pieces.map(hash => [hash, sent.get(hash)])));
}

/** A page without pieces (the cover, a list, the problems) is shown anew when it differs. */
let whole = '';
async function see() {
  const {text} = await fetchPage();
  const page = parsed(text);
  const next = page.querySelector('main').innerHTML;
  if (piecesOf(page).length) return location.reload();
  if (whole && whole !== next) {
    document.querySelector('main').innerHTML = next;
    document.title = page.title;
    document.dispatchEvent(new CustomEvent('lectern:patched'));
  }
  whole = next;
}

/* ---- what a save changed: marked for a moment, and shown where it is when it is out of sight */
const follows = () => localStorage.getItem('lectern.follow') === 'yes';
let pointer;
function point(changed) {
  pointer?.remove();
  pointer = undefined;
  if (!changed.length) return;
  for (const node of changed) {
    node.classList.add('fresh');
    setTimeout(() => node.classList.remove('fresh'), 1600);
  }
  const {top, bottom} = changed[0].getBoundingClientRect();
  if (bottom > 0 && top < innerHeight) return;
  const go = () => {
    pointer?.remove();
    changed[0].scrollIntoView({block: 'center', behavior: 'instant'});
  };
  if (follows()) return go();
  pointer = element('button', 'btn saved', top < 0 ? '↑ Saved above' : '↓ Saved below');
  pointer.addEventListener('click', go);
  document.body.append(pointer);
}

/* ---- from a block to its source, shown beside the page */
const NOT_BLOCKS = '.opener, .goals, .bibliography, .turn';
/** The blocks of the text, as the server counts them: neither the opening nor the end. */
const own = () => piecesOf(document).slice(2, -1).map(piece => piece.nodes[1]);
const origin = async () => {
  const answer = await fetch('/preview/blocks' + location.pathname, {cache: 'no-store'});
  return answer.ok ? answer.json() : {file: '', editor: '', lines: []};
};

async function openSource(from, to = from) {
  const [text, {file, editor}] = await Promise.all([fetch('/preview/source' + location.pathname, {cache: 'no-store'}).then(answer => answer.text()), origin()]);
  let box = document.getElementById('source');
  if (!box) {
    box = element('aside', 'source');
    box.id = 'source';
    box.setAttribute('aria-label', 'Source of this page');
    document.body.append(box);
    box.addEventListener('keydown', event => event.key === 'Escape' && box.remove());
  }
  const head = element('header');
  head.append(element('h2', '', `${file}:${from}`));
  if (editor) {
    const link = element('a', 'btn bare', 'Open in the editor');
    link.href = editor.replace('{line}', from).replace('{column}', 1);
    head.append(link);
  }
  const close = element('button', 'btn bare', 'Close');
  close.addEventListener('click', () => box.remove());
  head.append(close);
  const lines = element('ol');
  lines.tabIndex = 0;
  lines.setAttribute('aria-label', 'Lines');
  text.split('\n').forEach((line, i) => lines.append(element('li', i + 1 >= from && i + 1 <= to ? 'here' : '', line)));
  box.replaceChildren(head, lines);
  lines.querySelector('.here')?.scrollIntoView({block: 'center'});
  lines.focus({preventScroll: true});
}

const handle = element('button', 'handle', '‹›');
handle.setAttribute('aria-label', 'Source of this block');
let held;
handle.addEventListener('click', async () => {
  const {lines} = await origin();
  const at = own().indexOf(held);
  const next = lines.slice(at + 1).find(line => line > lines[at]);
  if (lines[at]) openSource(lines[at], next ? next - 1 : Infinity);
});
const hold = event => {
  const block = event.target.closest?.('main > *');
  if (!block || block.matches(NOT_BLOCKS) || block === held) return;
  held = block;
  const {top, left} = block.getBoundingClientRect();
  handle.style.top = `${top + scrollY}px`;
  handle.style.left = `${Math.max(0, left + scrollX - 34)}px`;
  document.body.append(handle);
};
document.addEventListener('pointerover', hold);
document.addEventListener('focusin', hold);

/* ---- blocks with a problem are outlined */
let mistaken = [];
async function outline() {
  const here = mistaken.filter(p => p.line);
  document.querySelectorAll('main > .flawed').forEach(block => block.classList.remove('flawed'));
  if (!here.length) return;
  const {file, lines} = await origin();
  const mine = own();
  for (const problem of here.filter(p => p.file === file)) {
    const at = lines.findLastIndex(line => line && line <= problem.line);
    mine[at]?.classList.add('flawed');
  }
}

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

let told = '';
function tell({problems, tookMs}) {
  if (location.pathname === '/preview/problems') return; // the page itself lists them
  const now = JSON.stringify(problems);
  if (now === told) return;
  told = now;
  let box = document.getElementById('problems');
  if (!problems.length) return box?.remove();
  if (!box) {
    box = element('section', 'problems');
    box.id = 'problems';
    box.setAttribute('aria-label', 'Problems in this book');
    document.body.append(box);
  }
  const errors = problems.filter(p => p.error).length;
  const count = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const head = element('header');
  const counted = [[errors, 'error'], [problems.length - errors, 'warning']].filter(([n]) => n).map(([n, word]) => count(n, word));
  head.append(element('h2', '', counted.join(', ')));
  const close = element('button', 'btn bare', 'Close');
  close.addEventListener('click', () => box.remove());
  head.append(close);
  const list = element('ol');
  for (const p of problems) {
    const line = element('li', p.error ? 'err' : 'warn');
    const mark = element('span', 'g', p.error ? '✕' : '!');
    mark.setAttribute('aria-hidden', 'true');
    const words = element('div');
    const at = element('p', 'at');
    const place = element('button', 'link', `${p.file}:${p.line}:${p.column}`);
    place.addEventListener('click', () => toSource(p));
    at.append(place, ` [${p.rule}]`);
    words.append(element('p', '', p.message), at);
    if (p.hint) words.append(element('p', '', p.hint));
    line.append(mark, words);
    list.append(line);
  }
  const follow = element('label', 'follow', ' Scroll to what I save');
  const tick = Object.assign(element('input'), {type: 'checkbox', checked: follows()});
  tick.addEventListener('change', () => localStorage.setItem('lectern.follow', tick.checked ? 'yes' : 'no'));
  follow.prepend(tick);
  const all = element('a', '', 'All problems');
  all.href = '/preview/problems';
  const foot = element('p', 'foot');
  foot.append(follow, ' ', all);
  box.replaceChildren(head, list, foot, element('p', 'foot', `${tookMs ? `Read in ${tookMs} ms. ` : ''}A page with an error stays as it last was. Only an author’s preview shows this panel.`));
}

async function toSource({file, line}) {
  const mine = await origin();
  if (mine.file === file) openSource(line);
  else location.href = `/${file.replace(/\.md$/, '')}#source=${line}`;
}
/** An address that ends in #source=LINE opens the source there. */
const [, asked] = location.hash.match(/^#source=(\d+)$/) ?? [];
if (asked) openSource(Number(asked));

/* ---- the stream of news; a tab that missed some compares hashes and catches up */
const inPieces = piecesOf(document).length > 0;
let patching = Promise.resolve();
let version = 0;
async function hear(news) {
  if (inPieces && news.page) {
    const live = piecesOf(document);
    const has = live.map(piece => piece.hash);
    const {pieces, fresh} = news.page;
    const times = (hash, all) => all.filter(one => one === hash).length;
    if (!pieces.some(hash => !(hash in fresh) && times(hash, pieces) > times(hash, has))) patch(news.page, fresh, live, news.more);
    else if (!news.more) await catchUp();
  } else if (news.more) return; // the server does not answer by it yet
  else if (!inPieces) await see();
  else if (news.look) location.reload();
}
function listen() {
  const events = new EventSource(`/preview/events?page=${encodeURIComponent(decodeURIComponent(location.pathname.slice(1)))}`);
  // a server that started anew counts from one again
  events.addEventListener('open', () => { version = 0; });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  });
  events.addEventListener('news', event => {
    const news = JSON.parse(event.data);
    if (news.version < version) return;
    version = news.version;
    // in the order of their coming; the page first, then what is said about it
    patching = patching.then(() => hear(news)).catch(error => console.warn('lectern: the page could not be patched; reload it', error)).then(() => {
      if (news.more) return;
      mistaken = news.problems;
      tell(news);
      outline();
    });
  });
}
listen();
layer();
if (inPieces) requestIdleCallback(() => fetchPage().then(({text}) => learn(text)), {timeout: 2000});
else see();
