// (tex, display, setting as JSON) => HTML, or "position:message" when KaTeX cannot read the formula.
(() => {
  const settings = new Map();
  const colourer = globalThis.lecternColours ?? (tex => tex);
  const options = (text, display) => {
    let known = settings.get(text);
    if (!known) {
      const {macros, colours} = JSON.parse(text);
      settings.set(text, known = {macros, colours: Object.keys(colours).length ? colours : null});
    }
    return {
      known,
      katex: {displayMode: display, macros: {...known.macros}, maxExpand: 1000, maxSize: 40, strict: "ignore",
              trust: context => context.command === "\\htmlClass" || context.command === "\\htmlData"},
    };
  };
  const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const own = (html, tex) => html.replace(/(<annotation encoding="application\/x-tex">)[^<]*/, (all, open) => open + escaped(tex));
  return (tex, display, setting) => {
    const {known, katex: given} = options(setting, display);
    try {
      const html = katex.renderToString(tex, given);
      const marked = known.colours ? colourer(tex, known.colours, {...given, macros: {...known.macros}}) : tex;
      if (marked !== tex) {
        return own(katex.renderToString(marked, {...given, macros: {...known.macros}}), tex);
      }
      return tex.includes("\\html") ? own(html, tex) : html;
    } catch (e) {
      if (!(e instanceof katex.ParseError)) throw e;
      const message = e.rawMessage ?? e.message;
      return `${e.position ?? -1}:${message}`;
    }
  };
})()
