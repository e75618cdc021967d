// ---- one widget on the page

const shells = new Map();

class Shell {
  constructor(host) {
    this.host = host;
    this.name = host.getAttribute('name');
    this.label = host.id || this.name;
    this.prefix = /\/(widgets|embed)\//.test(location.pathname) ? '' : this.label + '.';
    this.visible = true;
    try { // an embed keeps nothing
      this.keeps = self === top && !/\/embed\//.test(location.pathname) && localStorage;
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
      if (node.closest('details:not([open])')) continue;
      (this.shown[node.dataset.quantity] ??= []).push(node);
      this.text ||= !node.type;
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
    this.anew = true; // what waited for the release
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

  async share() {
    const address = this.address(false);
    try {
      await navigator.clipboard.writeText(address);
      this.line('Copied: ' + address);
    } catch {
      this.line('This state is at ' + address);
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
    if (moving.draw(this.svg, this.words.nextSibling, (place, text) => this.slot(place, text))) wake(this);
    if (!held || this.text) { // sliders and boxes wait for the release, sentences do not
      moving.numbers(!!this.degrees, !!this.anew, (index, name) => this.shown[name]?.forEach(node => node === this.typing || this.show(node, index)));
      this.anew = false;
    }
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
    if (held && node.type && node !== held) return;
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
