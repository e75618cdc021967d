// <lectern-widget name="two-link" state="q=0.3,1" theme="dark"> on any page: a frame of the book's site that sizes itself and tells its state.

const site = new URL('../../', import.meta.url);
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:block}iframe{display:block;width:100%;border:0;height:45rem}');

class Embedded extends HTMLElement {
  static observedAttributes = ['name', 'state', 'theme', 'hide'];

  #frame;

  #hear = event => {
    const {data} = event;
    if (!this.#frame || event.source !== this.#frame.contentWindow || data?.v !== 1) return;
    if (data.type === 'lectern:resize' && data.height > 0 && data.height < 20000) this.#frame.style.height = `${Math.ceil(data.height)}px`;
    if (data.type === 'lectern:state') this.#state = String(data.state);
    if (/^lectern:(ready|state|answer)$/.test(data.type)) this.dispatchEvent(new CustomEvent(data.type.replace(':', '-'), {bubbles: true, detail: data}));
  };

  #state;

  connectedCallback() {
    addEventListener('message', this.#hear);
    const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    this.#frame = document.createElement('iframe');
    this.#frame.title = this.getAttribute('title') ?? this.getAttribute('name') ?? '';
    this.#frame.setAttribute('sandbox', 'allow-scripts allow-popups');
    this.#load();
    root.replaceChildren(this.#frame);
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#frame || before === now) return;
    if (name === 'state') this.#frame.contentWindow?.postMessage({type: 'lectern:set', v: 1, state: now ?? ''}, '*');
    else this.#load();
  }

  /** A moved element starts where it was left. */
  #load() {
    const url = new URL('embed/' + encodeURIComponent(this.getAttribute('name') ?? ''), site);
    url.search = this.#state ?? this.getAttribute('state') ?? '';
    for (const name of ['theme', 'hide']) if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
    this.#frame.src = url;
  }
}
if (!customElements.get('lectern-widget')) customElements.define('lectern-widget', Embedded);
