// A widget's picture becomes the widget, in its place and with its name: the panel is taken from the widget's own page.

const NAMED = ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby'];

/** Gives what is named after one widget the name of another. */
function rename(widget, to) {
  const from = widget.id;
  for (const element of [widget, ...widget.querySelectorAll('*')]) {
    for (const attribute of NAMED) {
      if (element === widget && attribute === 'name' || !element.hasAttribute(attribute)) continue;
      element.setAttribute(attribute, element.getAttribute(attribute).split(' ').map(name => name === from || name.startsWith(from + '-') ? to + name.slice(from.length) : name).join(' '));
    }
  }
}

/** @param link of the picture. Resolves when the widget stands there; fails where its page cannot be had, as from a disk */
export async function begin(link) {
  const figure = link.closest('figure');
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const widget = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('lectern-widget');
  if (!figure.isConnected) return; // pressed twice
  if (figure.id) rename(widget, figure.id);
  const caption = figure.querySelector('figcaption');
  const label = caption?.querySelector('.label');
  if (label) {
    const line = widget.querySelector('.title + p');
    line.textContent = `${label.textContent.trim()} · ${line.textContent}`;
    label.remove();
  }
  if (caption) {
    caption.querySelector('.fig-more')?.remove(); // the widget shares itself
    caption.className = 'cap';
    widget.querySelector('.stage figure').append(caption);
  }
  widget.tabIndex = -1;
  figure.replaceWith(document.adoptNode(widget));
  widget.focus({preventScroll: true});
}
