// Exercises that check themselves: a form for each answer on the page. What is right is judged by the Java code in answers.js.
import {applies, boxes, echo, judge} from './answers.js';

const style = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: new URL('exercises.css', import.meta.url)});
const styled = new Promise(done => style.onload = style.onerror = done);
document.head.append(style);

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const named = (element, name) => (element.setAttribute('aria-label', name), element);
const letter = i => String.fromCharCode(97 + i);

/* ---- what was solved, kept on this device: address of the exercise → what was typed */
const KEY = 'lectern.solved';
const kept = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};
const keep = (address, state) => {
  try {
    localStorage.setItem(KEY, JSON.stringify({...kept(), [address]: state}));
  } catch { /* storage is off: the mark holds for this page */ }
};

/* ---- inputs, one maker for each kind: the nodes, what they say to the judge, and their state as text and back */
const line = (name, className) => named(make('input', {className, autocomplete: 'off', spellcheck: false, autocapitalize: 'off', enterKeyHint: 'done'}), name);

function text({kind, unit, variables}) {
  const name = kind === 'formula' ? `Your formula${variables && ` in ${variables}`}` : kind === 'number' ? `Your answer${unit && ` in ${unit}`}` : `Your ${kind}`;
  const input = line(name, kind);
  if (kind === 'matrix') input.placeholder = '1, 2; 3, 4';
  if (kind === 'vector') input.placeholder = '1, 2, 3';
  return {nodes: [input], inputs: [input], typed: () => input.value, state: () => input.value, fill: state => input.value = state, blank: () => !input.value.trim() && input};
}

/** A box for each entry: as many as the right answer has, so only where their number gives nothing away. */
function grid({kind, unit}, rows, columns) {
  const inputs = Array.from({length: rows * columns}, (_, i) =>
    line(kind === 'vector' ? `Entry ${i + 1}${unit && ` in ${unit}`}` : `Row ${1 + Math.floor(i / columns)}, column ${1 + i % columns}`));
  const box = make('span', {className: 'boxes'}, ...inputs);
  box.style.setProperty('--columns', columns);
  box.setAttribute('role', 'group');
  const cell = input => /^[\s\w.+/*^√π−-]*$/.test(input.value) ? input.value : `(${input.value})`;
  return {
    nodes: [named(box, `Your ${kind}`)], inputs,
    typed: () => inputs.map((input, i) => cell(input) + (i % columns < columns - 1 || rows * columns === 1 ? ',' : columns > 1 ? ';' : ',')).join('').slice(0, -1),
    state: () => inputs.map(input => input.value).join('\n'),
    fill: state => state.split('\n').forEach((value, i) => inputs[i] && (inputs[i].value = value)),
    blank: () => inputs.find(input => !input.value.trim()),
  };
}

function choice({value}, items) {
  const type = value.trim().split(/[\s,]+/).length > 1 ? 'checkbox' : 'radio';
  const name = `choice-${Math.random()}`;
  const inputs = items.map((_, i) => make('input', {type, name, value: letter(i)}));
  const list = make('ul', {className: 'choices'}, ...items.map((item, i) =>
    make('li', {}, make('label', {}, inputs[i], make('span', {className: 'letter'}, letter(i)), make('span', {}, ...item.childNodes)))));
  const typed = () => inputs.filter(input => input.checked).map(input => input.value).join(' ');
  return {nodes: [list], inputs: [], typed, state: typed, fill: state => inputs.forEach(input => input.checked = state.split(' ').includes(input.value)), blank: () => !typed() && inputs[0]};
}

function order(_, items, say) {
  const list = make('ol', {className: 'ordering'});
  const rows = items.map((item, i) => {
    const words = make('span', {}, ...item.childNodes);
    const button = (by, sign, where) => {
      const mover = named(make('button', {type: 'button', className: 'btn'}, sign), `Move ${where}: ${letter(i)}`);
      mover.addEventListener('click', () => {
        const all = [...list.children];
        const at = all.indexOf(row);
        const to = Math.max(0, Math.min(all.length - 1, at + by));
        if (to === at) return;
        list.insertBefore(row, by < 0 ? all[to] : all[to].nextSibling);
        mover.focus();
        settle();
        say(`${letter(i)} is now ${to + 1} of ${all.length}.`);
      });
      return mover;
    };
    const row = make('li', {}, make('span', {className: 'letter'}, letter(i)), words, make('span', {className: 'movers'}, button(-1, '↑', 'up'), button(1, '↓', 'down')));
    row.dataset.letter = letter(i);
    return row;
  });
  const settle = () => [...list.children].forEach((row, i, all) => {
    const [up, down] = row.querySelectorAll('button');
    up.setAttribute('aria-disabled', i === 0);
    down.setAttribute('aria-disabled', i === all.length - 1);
  });
  list.append(...rows);
  settle();
  const typed = () => [...list.children].map(row => row.dataset.letter).join(' ');
  return {
    nodes: [list], inputs: [], typed, state: typed, blank: () => false,
    fill: state => (state.split(' ').forEach(of => list.append(...rows.filter(row => row.dataset.letter === of))), settle()),
  };
}

/* ---- one exercise */
function draw(answer) {
  const exercise = answer.closest('.exercise');
  if (!exercise || answer.querySelector('form')) return;
  const {answer: kind, value = '', tolerance = '', unit = '', variables = ''} = answer.dataset;
  const asked = {kind, value, unit, variables: variables.split(/[\s,]+/).join(', ')};
  const right = [kind, value, tolerance, unit, variables];
  const address = `${location.pathname}#${exercise.id}`;
  const waiting = [...exercise.querySelectorAll('.hint[data-when]')];
  const told = make('div', {className: 'feedback'});
  told.setAttribute('role', 'status');
  const say = (...nodes) => told.replaceChildren(...nodes);

  const items = [...answer.querySelectorAll(':scope > ul > li, :scope > ol > li')];
  const size = kind === 'vector' || kind === 'matrix' ? boxes(kind, value) : {rows: 0};
  // Where a wrong shape is a mistake to make, the boxes would make it impossible.
  const shapeIsAsked = waiting.some(hint => hint.dataset.when === 'shape') || (kind === 'matrix' && size.rows !== size.columns) || size.rows * size.columns > 16;
  const input = kind === 'choice' ? choice(asked, items) : kind === 'order' ? order(asked, items, say)
    : size.rows && !shapeIsAsked ? grid(asked, size.rows, size.columns) : text(asked);
  answer.querySelector(':scope > ul, :scope > ol')?.remove();

  const check = make('button', {className: 'btn go'}, 'Check');
  const read = make('p', {className: 'echo'});
  const form = make('form', {noValidate: true}, make('div', {className: 'inputs'}, ...answer.childNodes, ...input.nodes, ...(unit ? [make('span', {className: 'unit'}, unit)] : []), check));
  if (kind === 'formula' || (kind === 'matrix' && !size.rows) || shapeIsAsked) form.append(read);
  form.append(told);
  answer.append(form);

  const showRead = () => {
    if (!read.parentNode) return;
    const maths = echo(...right, input.typed());
    read.replaceChildren();
    if (maths) read.append('Read as ', document.importNode(new DOMParser().parseFromString(`<math>${maths}</math>`, 'text/html').body.firstChild, true));
  };
  const clear = () => {
    for (const box of input.inputs) {
      box.classList.remove('right');
      box.removeAttribute('aria-invalid');
    }
  };
  const solved = () => {
    if (exercise.querySelector('.solved')) return;
    exercise.querySelector('.label')?.append(make('span', {className: 'solved'}, '✓ solved'));
  };

  form.addEventListener('input', () => {
    clear();
    showRead();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clear();
    const missing = input.blank();
    if (missing) {
      say(make('p', {}, kind === 'choice' ? 'Pick what you think is right.' : 'Type your answer first.'));
      return missing.focus();
    }
    const typed = input.typed();
    const verdict = judge(...right, typed);
    told.classList.toggle('well', verdict.right);
    if (verdict.right) {
      input.inputs.forEach(box => box.classList.add('right'));
      say(make('p', {}, make('span', {className: 'ok'}, '✓ Right.')));
      keep(address, input.state());
      solved();
      return count();
    }
    const line = make('p');
    const signs = verdict.entries;
    if (input.inputs.length > 1 && signs.length === input.inputs.length) {
      input.inputs.forEach((box, i) => signs[i] === '+' ? box.classList.add('right') : box.setAttribute('aria-invalid', true));
      const these = sign => input.inputs.filter((_, i) => signs[i] === sign).map(box => box.ariaLabel.replace(/ in .*/, '').toLowerCase()).join(' and ');
      const upper = words => words[0].toUpperCase() + words.slice(1);
      if (signs.includes('+')) line.append(make('span', {className: 'ok'}, `✓ ${upper(these('+'))}.`), ' ');
      line.append(make('span', {className: 'no'}, signs.includes('+') ? `✕ ${upper(these('-'))}: ${verdict.words[0].toLowerCase()}${verdict.words.slice(1)}` : `✕ ${verdict.words}`));
    } else if (verdict.position >= 0) {
      input.inputs.forEach(box => box.setAttribute('aria-invalid', true));
      const {position} = verdict;
      line.append(make('span', {className: 'no'}, `✕ This cannot be read: ${verdict.words}. `),
        make('code', {}, typed.slice(Math.max(0, position - 16), position), make('mark', {}, typed[position] ?? '\u2423'), typed.slice(position + 1, position + 12)));
    } else {
      input.inputs.forEach(box => box.setAttribute('aria-invalid', true));
      line.append(make('span', {className: 'no'}, `✕ ${verdict.words}`));
    }
    const hint = waiting.find(each => applies(...right, each.dataset.when, typed));
    say(line, ...(hint ? [...hint.cloneNode(true).children].slice(1) : []));
  });

  // hints in steps: the next one shows when the one before was opened
  const steps = [...exercise.querySelectorAll('.hint:not([data-when])')];
  steps.forEach((hint, i) => {
    hint.querySelector('summary').textContent = steps.length > 1 ? `Hint ${i + 1} of ${steps.length}` : 'Hint';
    hint.hidden = i > 0;
    hint.addEventListener('toggle', () => hint.open && steps[i + 1] && (steps[i + 1].hidden = false));
  });

  const before = kept()[address];
  if (typeof before === 'string') {
    input.fill(before);
    showRead();
    if (judge(...right, input.typed()).right) solved();
  }
}

/** How many of the page's exercises are solved, beside their number at its head. */
function count() {
  const fact = [...document.querySelectorAll('.facts li')].find(li => /exercise/.test(li.textContent));
  const n = document.querySelectorAll('.exercise .solved').length;
  if (!fact || !n) return;
  (fact.querySelector('.count') ?? fact.appendChild(make('span', {className: 'count'}))).textContent = `, ${n} solved`;
}

const drawAll = () => {
  document.querySelectorAll('.answer[data-answer]').forEach(draw);
  count();
};
await styled;
drawAll();
document.addEventListener('lectern:patched', drawAll);
