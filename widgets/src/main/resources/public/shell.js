/*
 * The widgets of a page: pointer, keys and fields in, texts and attributes out. Nothing is computed here: each widget's state, picture and words are the
 * compiled module's (`browser/Handle` in Java), loaded when its widget comes near the screen; one that is only typed into, when it is first touched.
 */
const PIXELS = 2; // of a drag on a number in a sentence, for one step of the quantity
const LIMIT = 1e9;
const REST = 200; // milliseconds without a key
const SKIPPED = 'skip';
const OWN = /^(theme|lang|hide|format|fragment)=/; // of the page's query, not a widget's
const still = matchMedia('(prefers-reduced-motion:reduce)');

const set = (node, name, value) => {
  if (value == null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
};
const put = (node, name, value) => {
  if (node[name] !== value) node[name] = value;
};

// ---- the one animation loop: asleep when nothing changes or nothing is on the screen

const awake = new Set();
let beat = 0; // the frame that is asked for, one at most
let last = 0; // time of the frame before, if there was one

function tick(time) {
  const seconds = last && Math.min(0.1, (time - last) / 1000);
  const now = [...awake];
  awake.clear();
  last = time;
  beat = 0;
  for (const shell of now) if (shell.host.isConnected) shell.frame(seconds);
  if (!beat) last = 0;
}

function wake(shell) {
  awake.add(shell);
  beat ||= requestAnimationFrame(tick);
}

// ---- one widget on the page

const shells = new Map();

class Shell {
  constructor(host) {
    this.host = host;
    this.name = host.getAttribute('name');
    this.label = host.id || this.name;
    this.prefix = location.pathname.endsWith('/' + this.name) ? '' : this.label + '.';
    this.visible = true;
    try { // an embed keeps nothing
      this.keeps = self === top && !location.pathname.startsWith('/embed/') && localStorage;
      this.guess = this.keeps && this.keeps.getItem('lectern.guess.' + this.name);
    } catch {}
    const asked = this.query(true).map(pair => pair.slice(this.prefix.length)).join('&');
    if (asked) this.need().then(() => this.load(asked));
    else this.watch();
  }

  /** Comes alive near the screen; among text, what is only typed into when it is touched. */
  watch() {
    if (this.moving || !this.prefix || this.find('[data-grip],[data-guess]') || !this.find('[data-fill]')) near.observe(this.host);
  }

  find(selector) {
    return this.host.querySelector(selector);
  }

  all(selector) {
    return this.host.querySelectorAll(selector);
  }

  /** Loads the compiled code; resolves when the widget lives. */
  need() {
    return this.loading ??= import(`./${this.name}.js`).then(module => {
      this.moving = module.open(this.host.dataset.state || '');
      this.start = this.moving.write();
      this.regime = this.moving.regime();
      this.svg = this.find('svg');
      this.words = this.svg.children[1];
      this.gather();
      this.hidden();
      this.host.alive = true;
    }).catch(() => this.loading = null);
  }

  /** The nodes that show numbers; again when a part was opened or the page was patched. */
  gather() {
    this.slots = this.all('[data-v]');
    this.shown = {};
    for (const node of [...this.all('[data-quantity]'), ...document.querySelectorAll(`span[data-widget="${this.label}"]`)]) {
      if (!node.closest('details:not([open])')) (this.shown[node.dataset.quantity] ??= []).push(node);
    }
    this.anew = true;
    wake(this);
  }

  /** The pairs of the page's query that are this widget's, or all others. */
  query(own) {
    return location.search.slice(1).split('&').filter(pair => pair && own === (this.prefix ? pair.startsWith(this.prefix) : !OWN.test(pair)));
  }

  address(keep) {
    const text = this.moving.write();
    const query = this.query(false).concat(text === this.start ? [] : text.split('&').map(pair => this.prefix + pair)).join('&');
    const path = location.pathname + (query && '?' + query);
    try {
      if (keep) history.replaceState(history.state, '', path + location.hash);
    } catch {}
    return location.origin + path;
  }

  // -- what the reader does

  /** Part of a gesture, applied in the next frame; later parts replace earlier ones. */
  during(event) {
    this.pending = event;
    wake(this);
  }

  flush() {
    const event = this.pending;
    this.pending = null;
    event?.(this.moving);
  }

  /** Ends a gesture; one of the keyboard, which others follow, is told of when it rests. */
  settle(resting) {
    this.flush();
    wake(this);
    if (this.moving.held()) this.moving.settle();
    else if (resting || !this.telling) return;
    this.told(resting);
  }

  /** Takes a gesture back; false when there is none. */
  cancel() {
    const moving = this.pending || this.moving.held();
    this.pending = null;
    this.moving.cancel();
    wake(this);
    return moving;
  }

  at(event) {
    this.settle();
    event(this.moving);
    if (still.matches && this.moving.plays()) { // motion is not wanted: each press is half a second, then rest
      this.moving.pass(0.5);
      if (this.moving.plays()) event(this.moving);
    }
    this.go(moving => moving.settle());
  }

  /** Sets the state of a text, as a step that can be undone. */
  load(text) {
    this.settle();
    this.go(moving => {
      const mistaken = moving.load(text);
      this.line(mistaken && 'Not read in this address, and left as usual: ' + mistaken);
    });
  }

  go(step) {
    step(this.moving);
    this.told();
  }

  /** Lets the address, the ear and the page know of the state, now or after the last of several keys. */
  told(resting) {
    clearTimeout(this.telling);
    this.telling = resting && setTimeout(() => this.told(), REST);
    if (resting) return;
    wake(this);
    this.hidden();
    this.address(true);
    this.say(this.moving.describe());
    this.tell('lectern-state', this.moving.write());
  }

  tell(type, detail) {
    this.host.dispatchEvent(new CustomEvent(type, {bubbles: true, composed: true, detail}));
  }

  press(action, button) {
    if (action === 'undo' || action === 'redo') this.go(moving => moving[action]());
    else if (action === 'reset') this.load(this.start);
    else if (action === SKIPPED) this.pick(SKIPPED);
    else if (action === 'share') this.share();
    else if (action === 'check') this.check(button.dataset.proof);
    else this.at(moving => moving.press(action.slice(6)));
  }

  share() {
    const address = this.address(false);
    const failed = () => this.line('This state is at ' + address);
    try {
      navigator.clipboard.writeText(address).then(() => this.line('Copied: ' + address), failed);
    } catch {
      failed();
    }
  }

  /** Asks the page to run the oracle's cases: it loads the module that can. */
  check(topics) {
    this.line('Checking …');
    this.tell('lectern-check', {topics: topics.split(' '), verdict: (cases, passed, worst, sources) => this.line(cases
      ? `${passed} of ${cases} cases agree in this browser. Largest difference ${this.moving.shown(worst)}, against values computed with ${sources}.`
      : 'The check could not be loaded; try again with a connection.')});
  }

  pick(option) {
    this.guess = option;
    try {
      this.keeps?.setItem('lectern.guess.' + this.name, option);
    } catch {}
    wake(this);
  }

  line(words) {
    const place = this.find('.checkline');
    if (place) put(place, 'textContent', words);
  }

  /** Says something politely, at most twice a second; of several waiting, the latest. */
  say(words) {
    const place = this.find('.spoken');
    this.saying = words;
    if (this.rest) return;
    place.textContent = words;
    this.rest = setTimeout(() => {
      this.rest = 0;
      put(place, 'textContent', this.saying);
    }, 500);
  }

  // -- frames

  /** One frame: apply what waits, compute, and touch what differs. */
  frame(seconds) {
    const moving = this.moving;
    this.flush();
    if (this.visible && moving.plays() && !still.matches) {
      moving.pass(seconds);
      if (!moving.plays()) this.settle();
    }
    moving.draw(this.svg, this.words.nextSibling, (place, text) => this.slot(place, text));
    if (!held && this.behind) this.behind = !(this.anew = true);
    moving.numbers(!!this.degrees, !!this.anew, (index, name) => this.shown[name]?.forEach(node => node === this.typing || this.show(node, index)));
    this.anew = false;
    if (!held && !this.telling) { // nobody listens while dragging
      this.hidden();
      put(this.words, 'textContent', moving.describe());
    }
    if (!moving.held() && !this.telling) this.buttons(moving.write()); // presets are compared by their texts: not during a gesture
    const regime = moving.regime();
    if (regime !== this.regime) this.say(this.regime = regime);
    if (this.visible && moving.plays() && !still.matches) wake(this);
  }

  /** Texts for the ear alone, which waited for the release. */
  hidden() {
    for (const place in this.late) this.slots[place].textContent = this.late[place];
    this.late = {};
  }

  /** Shows a live text: the length of a bar, the picked radio of a choice, a field with its verdict, or plainly the text. */
  slot(place, text) {
    const slot = this.slots[place];
    const kind = slot.localName;
    if (kind === 'i') slot.style.backgroundSize = text;
    else if (kind === 'mn' && held) this.late[place] = text;
    else if (kind === 'fieldset') slot.querySelector(`[value="${text}"]`).checked = true;
    else if (kind === 'input') slot === this.typing || put(slot, 'value', text);
    else if (slot.firstChild && !slot.firstElementChild) slot.firstChild.data = text;
    else slot.textContent = text;
    if (slot.className === 'said') set(slot.previousSibling, 'aria-invalid', text && '' + (text[0] === '✕') || null);
  }

  /** Sliders and boxes cost a layout each: while the figure is dragged they wait. */
  show(node, index) {
    if (held && node.type && node !== held) return this.behind = true;
    const form = which => this.moving.number(index, which);
    if (node.type === 'number') {
      put(node, 'value', form(6));
      if (node.nextSibling) put(node.nextSibling, 'textContent', form(7));
      return;
    }
    const range = node.type === 'range';
    if (range) {
      set(node, 'min', form(2));
      set(node, 'max', form(3));
      put(node, 'value', form(1));
      const part = form(4);
      if ((node.bar ??= node.style.getPropertyValue('--p')) !== part) node.style.backgroundSize = (node.bar = part) + ' 2px,100% 2px';
    } else put(node, 'textContent', form(0));
    if (this.moving.settable(index) && (range || node.dataset.widget)) {
      if (!range) {
        set(node, 'role', 'slider');
        set(node, 'tabindex', '0');
        set(node, 'aria-valuemin', form(2));
        set(node, 'aria-valuemax', form(3));
        set(node, 'aria-valuenow', form(1));
      }
      set(node, 'aria-valuetext', form(5));
    }
  }

  /** Which preset stands, what can be undone, and the answer to the question once its preset was pressed. */
  buttons(text) {
    const ask = this.find('.ask');
    let seen = true;
    let see = '';
    this.all('[data-load]').forEach((preset, i) => {
      const stands = this.moving.plain(preset.dataset.load) === text;
      set(preset, 'aria-pressed', stands ? 'true' : null);
      if (ask?.dataset.see === '' + i) {
        seen = stands;
        see = preset.textContent;
      }
    });
    for (const [action, can] of [['undo', this.moving.past()], ['redo', this.moving.future()]]) {
      const button = this.find(`[data-do=${action}]`);
      if (button) put(button, 'disabled', !can);
    }
    if (!this.guess) return;
    this.all('fieldset[disabled]').forEach(fields => fields.disabled = false);
    this.host.removeAttribute('data-locked');
    if (!ask) return;
    ask.querySelector('button').disabled = true;
    const option = ask.querySelectorAll('input')[this.guess];
    if (option) option.checked = true;
    const skipped = this.guess === SKIPPED;
    const line = ask.querySelector('output');
    put(line, 'textContent', seen
      ? (skipped ? '' : ask.dataset.right === this.guess ? 'You were right. ' : 'Not quite. ') + line.nextSibling.textContent
      : (skipped ? 'Skipped. ' : 'Your guess is kept. ') + `Press “${see}” below to see.`);
  }

  /** Fills an opened part from the widget's own page; the document is parsed but not run. */
  async fill(part) {
    const link = part.querySelector('summary+a');
    if (link) {
      const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
      const full = page.querySelectorAll('lectern-widget details')[[...this.all('details')].indexOf(part)];
      if (!full || !link.parentNode) return;
      link.remove();
      full.firstChild.remove();
      part.append(...full.childNodes);
    }
    this.gather();
    this.settle();
  }
}

// ---- pointer, keys and fields, as events of the states

let held; // what is being dragged, and how far from its centre it was grasped
let offX;
let offY;
let typed = ''; // the number being typed into a sentence

/** Where in a mark's picture, in view units, an event is. */
function place(mark, event) {
  const svg = mark.ownerSVGElement;
  const box = svg.getBoundingClientRect();
  const view = svg.viewBox.baseVal;
  return [(event.clientX - box.left) * view.width / box.width, (event.clientY - box.top) * view.height / box.height];
}

const HANDS = {
  click(shell, target, event) {
    const node = target.closest('[data-do],[data-load],a[data-state],summary');
    if (!node) return;
    const {dataset} = node;
    if (dataset.do) shell.press(dataset.do, node);
    else if (node.localName === 'summary') shell.fill(node.parentNode);
    else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) shell.load(dataset.load ?? dataset.state);
  },

  input(shell, target) {
    const {quantity, fill, guess, choose} = target.dataset;
    const value = target.value;
    if (guess) return shell.pick(guess);
    if (choose === '') {
      shell.degrees = target.checked;
      shell.anew = true;
      wake(shell);
    } else if (choose) shell.at(moving => moving.choose(choose, value));
    else {
      shell.typing = target.type === 'range' ? null : target;
      shell.during(fill ? moving => moving.fill(fill, value) : moving => moving.type(quantity, value, !!shell.degrees));
    }
  },

  keydown(shell, target, event) {
    const {key} = event;
    if (key === 'Escape') {
      typed = '';
      shell.typing = null;
      if (shell.cancel() || held) event.preventDefault();
      held = null;
      return;
    }
    const {quantity, grip} = target.dataset;
    if (event.ctrlKey || event.metaKey || event.altKey || !quantity && !grip || shell.find('fieldset[disabled]')) return;
    const size = key.startsWith('Arrow') ? event.shiftKey ? 0.1 : 1 : key.startsWith('Page') ? 10 : key === 'Home' || key === 'End' ? LIMIT : 0;
    const vertical = key.endsWith('Up') || key.endsWith('Down');
    const steps = key.endsWith('Left') || key.endsWith('Down') || key === 'Home' ? -size : size;
    if (!size) return type(shell, target, event);
    if (!vertical && target.type === 'number') return; // a number box keeps the other keys for its caret
    event.preventDefault();
    typed = '';
    shell.typing = null;
    shell.flush();
    shell.during(!grip ? moving => moving.nudge(quantity, steps) : size === LIMIT ? moving => moving.limit(grip, steps > 0)
      : moving => moving.step(grip, vertical ? 0 : steps, vertical ? steps : 0));
  },

  pointerdown(shell, target, event) {
    const {grip} = target.dataset;
    if (event.button || !grip && !target.getAttribute('role') || shell.find('fieldset[disabled]')) return;
    held = target;
    offX = event.clientX;
    offY = 0;
    if (grip) {
      const [x, y] = place(target, event);
      const centre = target.getAttribute('cx');
      offX = centre ? x - centre : 0;
      offY = centre ? y - target.getAttribute('cy') : 0;
    }
    event.preventDefault();
    target.focus({preventScroll: true});
    try {
      target.setPointerCapture(event.pointerId);
    } catch {}
  },

  pointermove(shell, target, event) {
    if (!held) return;
    const {grip, quantity} = held.dataset;
    if (grip) {
      const mark = held;
      shell.during(moving => {
        const [x, y] = place(mark, event);
        moving.drag(grip, x - offX, y - offY);
      });
      return;
    }
    const steps = Math.floor((event.clientX - offX) / PIXELS);
    if (steps) {
      offX += steps * PIXELS;
      shell.flush();
      shell.during(moving => moving.nudge(quantity, steps));
    }
  },

  'lectern-set': (shell, target, event) => shell.load(event.detail),

  keyup(shell) {
    held = null;
    shell.settle(true);
  },

  toggle: shell => shell.gather(), // what was closed was not kept up
};
for (const end of ['change', 'focusout', 'pointerup', 'pointercancel']) {
  HANDS[end] = shell => {
    shell.typing = null;
    typed = '';
    held = null;
    shell.settle();
  };
}

/** A number typed over one in a sentence; Enter takes it. */
function type(shell, target, event) {
  const {key} = event;
  const back = key === 'Backspace' && typed;
  if (!target.dataset.widget) return;
  if (key === 'Enter') {
    const value = typed;
    typed = '';
    shell.typing = null;
    shell.at(moving => moving.type(target.dataset.quantity, value, !!shell.degrees));
  } else if (back || key.length === 1 && '0123456789.-e'.includes(key) && typed.length < 20) {
    typed = back ? typed.slice(0, -1) : typed + key;
    shell.typing = target;
    target.textContent = typed;
    event.preventDefault();
  }
}

/** The widget that an event belongs to: it happened inside, or on a number or link in a sentence. */
function owner(path) {
  for (const node of path) {
    if (node.localName === 'lectern-widget') return shells.get(node);
    const label = node.dataset?.widget;
    if (label) return [...shells.values()].find(shell => shell.host.isConnected && shell.label === label);
  }
}

function hear(event) {
  const path = event.composedPath();
  const shell = owner(path);
  const target = path[0];
  if (!shell) return;
  if (event.type === 'click' && !event.ctrlKey && !event.metaKey && !event.shiftKey && target.closest('a[data-state]')) event.preventDefault();
  if (shell.moving) HANDS[event.type]?.(shell, target, event);
  else if (!/^pointer(move|up)|key|focusout/.test(event.type) || event.type === 'pointerover') shell.need().then(() => HANDS[event.type]?.(shell, target, event));
}
for (const type of ['pointerover', 'focusin', ...Object.keys(HANDS)]) document.addEventListener(type, hear, true);

// ---- the element; its children stay in the light DOM

const near = new IntersectionObserver(entries => {
  for (const {target, isIntersecting} of entries) {
    const shell = shells.get(target);
    shell.visible = isIntersecting;
    if (isIntersecting) shell.need().then(() => wake(shell));
  }
}, {rootMargin: '400px'});

customElements.define('lectern-widget', class extends HTMLElement {
  connectedCallback() {
    const shell = shells.get(this);
    if (!shell) shells.set(this, new Shell(this));
    else if (shell.moving) { // moved within the page: it keeps its state
      shell.gather();
      shell.watch();
    }
  }

  disconnectedCallback() {
    near.unobserve(this);
  }
});
const touched = document.querySelector('[data-widget]:hover,[data-widget]:focus');
if (touched) hear({type: 'focusin', composedPath: () => [touched]});
