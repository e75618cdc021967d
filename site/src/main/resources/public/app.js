// What scripts add to a page that reads without them: theme, search as you type, contents, the place on the page, widgets.

const $ = selector => document.querySelector(selector);

/* ---- theme; the panel "Aa" is made here, since nothing in it works without scripts */
function paint(theme) {
  if (theme && theme !== 'system') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of document.querySelectorAll('[data-theme-is]'))
    button.setAttribute('aria-pressed', button.dataset.themeIs === (theme || 'system'));
}
panel('settings', 'settings', 'Reading settings', box => {
  const fields = document.createElement('fieldset');
  const row = Object.assign(document.createElement('div'), {className: 'row'});
  for (const [theme, name] of Object.entries({system: 'Auto', light: 'Paper', sepia: 'Sepia', dark: 'Night'})) {
    const button = Object.assign(document.createElement('button'), {className: 'btn', textContent: name});
    button.dataset.themeIs = theme;
    row.append(button);
  }
  fields.append(Object.assign(document.createElement('legend'), {textContent: 'Page'}), row);
  box.append(fields);
});
paint(document.documentElement.dataset.theme);
document.addEventListener('click', event => {
  const button = event.target.closest('[data-theme-is]');
  if (!button) return;
  paint(button.dataset.themeIs);
  try {
    if (button.dataset.themeIs === 'system') localStorage.removeItem('lectern.theme');
    else localStorage.setItem('lectern.theme', button.dataset.themeIs);
  } catch { /* storage is off: the choice holds for this page */ }
});

/* ---- floating panels, made when they are first asked for */
function panel(id, className, label, fill) {
  let element = document.getElementById(id);
  if (!element) {
    element = document.createElement('div');
    Object.assign(element, {id, className, popover: 'auto'});
    element.setAttribute('role', 'dialog');
    element.setAttribute('aria-label', label);
    document.body.append(element);
    fill(element);
  }
  return element;
}

/** Where a page of this book is: on a server its address, in an exported site the file from the root that the page names. */
const root = document.documentElement.dataset.root;
const at = path => (root ? new URL(root + (path.slice(1) || 'index') + '.html', location).href : path);

const parse = html => new DOMParser().parseFromString(html, 'text/html');
const get = async address => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
};

async function openContents(fallback) {
  const element = panel('contents', 'drawer', 'Contents', () => {});
  if (!element.firstChild) {
    try {
      const toc = parse(await get(at('/'))).querySelector('.toc');
      toc.removeAttribute('id');
      for (const link of toc.querySelectorAll('a')) {
        link.href = new URL(link.getAttribute('href'), new URL(at('/'), location));
        if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
      }
      element.append(toc);
    } catch {
      location.href = fallback;
      return;
    }
  }
  element.showPopover();
}

/* ---- search: the box is there at once, its script comes with the first question */
function openSearch() {
  const element = panel('search', 'search', 'Search', box => {
    const form = document.createElement('form');
    form.className = 'q';
    form.action = at('/search');
    form.setAttribute('role', 'search');
    const input = Object.assign(document.createElement('input'), {type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, placeholder: 'Word or formula'});
    input.setAttribute('aria-label', 'Word or formula');
    form.append(input);
    box.append(form);
    import('./search.js').then(m => m.attend(box, form, input));
  });
  if (!element.matches(':popover-open')) element.showPopover();
  const input = element.querySelector('input');
  input.focus();
  input.select();
}

if (root && $('main form.q')) import('./search-static.js');

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open]');
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (opener.dataset.open === 'search') openSearch();
  else openContents(opener.href);
});
document.addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if ((event.key === '/' && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    openSearch();
  }
});

/* ---- the place on the page: the spine fills as headings pass */
let passing;
const followSpine = () => {
  passing?.disconnect();
  const steps = [...document.querySelectorAll('.spine a')];
  const marks = steps.map(a => document.getElementById(decodeURIComponent(a.hash.slice(1))));
  passing = new IntersectionObserver(() => {
    let here = 0;
    marks.forEach((mark, i) => {
      if (mark && mark.getBoundingClientRect().top < innerHeight / 3) here = i;
    });
    steps.forEach((step, i) => {
      step.classList.toggle('done', i < here);
      if (i === here) step.setAttribute('aria-current', 'true');
      else step.removeAttribute('aria-current');
    });
  }, {rootMargin: '0px 0px -66% 0px'});
  marks.forEach(mark => mark && passing.observe(mark));
};
followSpine();
document.addEventListener('lectern:patched', followSpine);

/* ---- widgets: their shell is loaded when the first comes near the screen, and loads what each needs */
const module = new URL($('script[data-widgets]').dataset.widgets, location).href;
let loading;
const load = () => (loading ??= import(module));
const whenNear = (selector, start) => {
  const near = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) {
      near.disconnect();
      start();
    }
  }, {rootMargin: '600px'});
  for (const element of document.querySelectorAll(selector)) near.observe(element);
};
whenNear('lectern-widget', load);
// A state in the address, or a link that sets one, needs the widget at once.
if (/[?&][\w-]+\.[a-z0-9]+=/i.test(location.search)) load();
document.addEventListener('pointerover', event => event.target.closest?.('a.state, .scrub') && load());
document.addEventListener('focusin', event => event.target.closest?.('a.state, .scrub') && load());

/* ---- a widget's picture: the widget comes when it is asked for, or when the address says what it is set to */
const begin = (poster, link = poster) => import('./try.js').then(({begin}) => begin(poster)).then(load).then(() => link !== poster && link.click()) // a link that sets a state says it again
  .catch(() => { location.href = link.href; });
document.addEventListener('click', event => {
  const link = event.target.closest('a.try, a.state');
  const asked = link?.matches('.state') ? document.getElementById(link.dataset.widget)?.querySelector('a.try') : link;
  if (!asked || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  begin(asked, link);
});
for (const link of document.querySelectorAll('a.try')) if (location.search.includes(link.parentNode.id + '.')) begin(link);

/* ---- exercises: their forms and the Java that judges, loaded when the first comes near the screen, or when one was solved before */
const beside = name => new URL(name, module);
const exercises = () => import(beside('exercises.js'));
const exercisesWhenNear = () => whenNear('.answer[data-answer]', exercises);
exercisesWhenNear();
document.addEventListener('lectern:patched', exercisesWhenNear);
try {
  if (localStorage.getItem('lectern.solved')?.includes(`"${location.pathname}#`)) exercises();
} catch { /* storage is off */ }

/* ---- "Check this widget": loaded only when asked for */
document.addEventListener('lectern-check', ({detail}) => import(beside('check.js')).then(check => check.run(detail)));

/* ---- "Share this state": a menu, where this script runs; else the widget's shell copies the address */
const moved = new WeakMap();
document.addEventListener('lectern-state', ({target, detail}) => moved.set(target, detail));
document.addEventListener('click', event => {
  const button = event.target.closest('lectern-widget [data-do=share]');
  if (!button) return;
  event.stopImmediatePropagation(); // the shell hears it here too, if it has come
  import('./share.js').then(({share}) => share(button, moved.get(button.closest('lectern-widget'))));
}, true);

/* ---- what a reader may want besides: when nothing else is to do, cards of symbols also when a formula is pointed at */
const symbols = () => import('./symbols.js');
const idle = globalThis.requestIdleCallback ?? setTimeout;
if ($('main .katex')) {
  idle(symbols);
  document.addEventListener('pointerover', event => event.target.closest?.('main .katex') && symbols());
}
if ($('#settings')) idle(() => {
  import('./way.js');
  import('./settings.js');
  import('./listen.js');
});

/* ---- own notes: with the first words that are selected, and where there are some to draw */
const notes = () => import('./notes.js');
if ($('main.flow')) document.addEventListener('selectionchange', () => getSelection().isCollapsed || notes());
try {
  if (localStorage.getItem('lectern.noted')) idle(notes);
} catch { /* storage is off */ }

/* ---- cards of references and menus of equations: with the first sign of a hand on the text */
const hand = ['pointerover', 'focusin', 'touchstart'];
const greet = () => {
  for (const sign of hand) $('main').removeEventListener(sign, greet);
  import('./cards.js');
  import('./equations.js');
  if ($('main figure[id] img')) import('./share.js');
};
if ($('main.flow')) for (const sign of hand) $('main').addEventListener(sign, greet, {passive: true});
