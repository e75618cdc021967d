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
