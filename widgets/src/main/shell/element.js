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
    else { // moved within the page: it keeps its state
      if (shell.moving) shell.gather();
      shell.watch();
    }
  }

  disconnectedCallback() {
    near.unobserve(this);
  }
});
const touched = document.querySelector('[data-widget]:hover,[data-widget]:focus');
if (touched) hear({type: 'focusin', composedPath: () => [touched]});
