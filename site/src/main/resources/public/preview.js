// An author's preview: each save is patched into the open page; mistakes stand beside it.

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
  document.dispatchEvent(new CustomEvent('lectern:patched'));
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
    words.append(element('p', '', p.message), element('p', 'at', `${p.file}:${p.line}:${p.column} [${p.rule}]`));
    if (p.hint) words.append(element('p', '', p.hint));
    line.append(mark, words);
    list.append(line);
  }
  box.replaceChildren(head, list, element('p', 'foot', `${tookMs ? `Read in ${tookMs} ms. ` : ''}A page with an error stays as it last was. Only an author’s preview shows this panel.`));
}

const path = decodeURIComponent(location.pathname.slice(1));
const events = new EventSource('/preview/events');
events.addEventListener('news', event => {
  const news = JSON.parse(event.data);
  tell(news);
  // Without a page by name the tab has just connected, perhaps to a server that started anew: it looks for itself.
  if (news.pages.length === 0 || news.pages.includes(path)) patching = patching.then(fetchPage).then(patch).catch(() => {});
});
