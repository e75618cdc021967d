// (tex, display, setting as JSON) => HTML and what it does not know, or "position:message" when KaTeX cannot read the formula.
(() => {
  const settings = new Map();
  const read = json => settings.get(json) ?? settings.set(json, JSON.parse(json)).get(json);
  const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const own = (html, tex) => html.replace(/(<annotation encoding="application\/x-tex">)[^<]*/, (all, open) => open + escaped(tex));
  const trusted = context => context.command === "\\htmlClass" || context.command === "\\htmlData" || context.command === "\\href" && /^(https?|mailto)$/.test(context.protocol);
  const draw = (tex, display, setting, json, more) => {
    // macros are given anew each time: \gdef would change them
    const options = () => ({displayMode: display, macros: {...more, ...setting.macros}, maxExpand: 1000, maxSize: 40, strict: "ignore", trust: trusted});
    if (setting.known.length || Object.keys(setting.colours).length) {
      const {marked, unknown} = lecternSymbols(tex, options(), setting, json);
      const html = own(katex.renderToString(marked, options()), tex);
      return html + unknown.map(([at, name]) => `\u0001${at}:${name}`).join("");
    }
    const html = katex.renderToString(tex, options());
    return tex.includes("\\html") ? own(html, tex) : html;
  };
  return (tex, display, json) => {
    const setting = read(json);
    try {
      return draw(tex, display, setting, json, {});
    } catch (e) {
      if (!(e instanceof katex.ParseError)) throw e;
      for (const inner of [false, true]) {
        try {
          return own(draw(lecternDialect.translate(tex, inner), display, setting, json, lecternDialect.macros), tex);
        } catch (again) {
          if (!(again instanceof katex.ParseError)) throw again;
        }
      }
      return `${e.position ?? -1}:${e.rawMessage ?? e.message}`;
    }
  };
})()
