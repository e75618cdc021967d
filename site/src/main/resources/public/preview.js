// An author's preview: each save is patched into the open page; mistakes stand beside it; each block leads to its source.

const fetchPage = async () => {
  const answer = await fetch(location.pathname, {cache: 'no-cache'});
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
};

/** The page as the server last sent it: what the scripts on the page changed since is not in it. */
let shown = await fetchPage();
let patching = Promise.resolve();

const blocks = page => [...page.querySelector('main').children];

/** Swaps the children of main that differ, and leaves every other node as it is: scroll, focus and widgets stay. */
function patch(next) {
  const live = blocks(document);
  const before = blocks(shown).map(block => block.outerHTML);
  const after = blocks(next);
  if (live.length !== before.length) return location.reload();
  const kept = new Map();
  before.forEach((html, i) => kept.set(html, [...(kept.get(html) ?? []), live[i]]));
  const nodes = after.map(block => kept.get(block.outerHTML)?.shift() ?? document.importNode(block, true));
  const stay = new Set(nodes);
  const main = document.querySelector('main');
  const anchor = live.find(block => stay.has(block) && block.getBoundingClientRect().bottom > 0);
  const top = anchor?.getBoundingClientRect().top;
  live.filter(block => !stay.has(block)).forEach(block => block.remove());
  // Only new or moved nodes are inserted: to move a node would end its focus.
  nodes.forEach((node, i) => {
    const here = main.children[i];
    if (here !== node) main.insertBefore(node, here ?? null);
  });
  if (anchor) scrollBy({top: anchor.getBoundingClientRect().top - top, behavior: 'instant'});
  document.title = next.title;
  const spine = next.querySelector('.spine');
  if (spine && shown.querySelector('.spine')?.outerHTML !== spine.outerHTML)
    document.querySelector('.spine')?.replaceWith(document.importNode(spine, true));
  shown = next;
  point(nodes.filter(node => !live.includes(node)));
  outline();
  document.dispatchEvent(new CustomEvent('lectern:patched'));
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
const own = () => blocks(document).filter(block => !block.matches(NOT_BLOCKS));
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
  own().forEach(block => block.classList.remove('flawed'));
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

function tell({problems, tookMs}) {
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
  head.append(element('h2', '', `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`));
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
  else location.href = '/' + file.replace(/\.md$/, '');
}

const path = decodeURIComponent(location.pathname.slice(1));
const events = new EventSource('/preview/events');
events.addEventListener('news', event => {
  const news = JSON.parse(event.data);
  tell(news);
  mistaken = news.problems;
  outline();
  // Without a page by name the tab has just connected, perhaps to a server that started anew: it looks for itself.
  if (news.pages.length === 0 || news.pages.includes(path) || path.startsWith('preview/')) patching = patching.then(fetchPage).then(patch).catch(() => {});
});
