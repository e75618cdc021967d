// The search box: asks the server at each keystroke, keeps what was searched on this device.

const KEPT = 'lectern.searches';
const MOST = 5;
const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/* ---- earlier searches, newest first */
const earlier = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return Array.isArray(kept) ? kept.filter(query => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
};
const keep = queries => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(queries.slice(0, MOST)));
  } catch { /* storage is off: nothing is kept */ }
};

/** The list for the box: of the server, or in an exported site of the engine that comes with it. */
const root = document.documentElement.dataset.root;
const engine = root && import('./search-static.js');
async function ask(query) {
  if (engine) return (await engine).find(query);
  const answer = await fetch('/search?fragment=1&q=' + encodeURIComponent(query));
  if (!answer.ok) throw new Error(answer.status);
  return answer.text();
}

/** Takes over the box that the page has opened. */
export function attend(box, form, input) {
  input.setAttribute('aria-controls', 'found');
  const said = make('p', {className: 'kinds'});
  said.setAttribute('role', 'status');
  const list = make('div', {id: 'found'});
  box.append(said, list);

  const again = () => make('div', {className: 'row'}, ...earlier().map(query => {
    const button = make('button', {className: 'btn', type: 'button', textContent: query});
    button.addEventListener('click', () => {
      input.value = query;
      input.focus();
      look();
    });
    return button;
  }), make('button', {className: 'btn', type: 'button', textContent: 'Forget these', onclick: () => {
    keep([]);
    look();
  }}));

  let asked = 0;
  let timer;
  async function look() {
    const mine = ++asked;
    const query = input.value.trim();
    try {
      const found = new DOMParser().parseFromString(await ask(query), 'text/html');
      if (mine !== asked) return;
      const status = found.querySelector('[role=status]');
      said.textContent = status?.textContent ?? '';
      status?.remove();
      const held = [...list.querySelectorAll('a')].indexOf(document.activeElement);
      list.replaceChildren(...query || !earlier().length ? [] : [again()], ...found.body.childNodes);
      if (held >= 0) (list.querySelectorAll('a')[held] ?? input).focus(); // who had walked into the list stays in it
    } catch {
      if (mine === asked) said.textContent = 'The search does not answer. Press Enter to try the search page.';
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, 60);
  });
  const remember = () => {
    const query = input.value.trim();
    if (query) keep([query, ...earlier().filter(other => other !== query)]);
  };
  form.addEventListener('submit', remember);
  list.addEventListener('click', event => event.target.closest('a') && remember());
  box.addEventListener('keydown', event => walk(event, input, list));
  look();
}

/** Arrow keys walk the box and its hits; Enter follows the hit, Ctrl-Enter from the box opens the first one in a tab of its own. */
function walk(event, input, list) {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement);
  if (event.key === 'ArrowDown' && links.length) links[Math.min(at + 1, links.length - 1)].focus();
  else if (event.key === 'ArrowUp' && at >= 0) (at ? links[at - 1] : input).focus();
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target === input && links.length) tab(links[0].href);
  else return;
  event.preventDefault();
}

const tab = address => window.open(address, '_blank', 'noopener');
