// What MathJax reads and KaTeX does not. Books are written for either; a formula that KaTeX refuses is put into its words and tried once more.
globalThis.lecternDialect = (() => {
  const group = (tex, at) => {                                   // end of the group or token that begins at a spot, spaces before it skipped
    while (tex[at] === " " || tex[at] === "\n") at++;
    if (tex[at] === "\\") return at + (/^\\([A-Za-z]+|[^])/.exec(tex.slice(at))?.[0].length ?? 1);
    if (tex[at] !== "{") return at < tex.length ? at + 1 : -1;
    for (let depth = 0; at < tex.length; at++) {
      if (tex[at] === "\\") at++;
      else if (tex[at] === "{") depth++;
      else if (tex[at] === "}" && --depth === 0) return at + 1;
    }
    return -1;
  };
  // each match of a command: what it and its arguments become
  const each = (tex, pattern, count, make) => {
    const find = new RegExp(pattern, "g");
    let out = "", from = 0;
    for (let m; (m = find.exec(tex));) {
      const parts = [];
      let at = m.index + m[0].length;
      for (let i = 0; i < count && at >= 0; i++) {
        const end = group(tex, at);
        parts.push(end < 0 ? "" : tex.slice(at, end).trim().replace(/^\{([^]*)\}$/, "$1"));
        at = end;
      }
      if (at < 0) break;
      out += tex.slice(from, m.index) + make(m, ...parts);
      find.lastIndex = from = at;
    }
    return out + tex.slice(from);
  };
  const words = text => text.split(/(\$[^$]*\$)/).map((part, i) => i % 2 ? part : part.replace(/(\\.)|([_^#%&])/g, (all, escaped, sign) => escaped ?? (sign === "^" ? "\\textasciicircum " : "\\" + sign))).join("");
  const inner = {equation: "gathered", align: "aligned", gather: "gathered", multline: "gathered", eqnarray: "aligned", flalign: "aligned", alignat: "alignedat", split: "split"};

  // @param within whether environments become those that may stand inside others, and in a line
  const translate = (given, within) => {
    let tex = each(given, String.raw`\\(text|textrm|textbf|textit|texttt|textsf|mbox|hbox|textnormal|textsc)(?=\s*\{)`, 1, (m, text) =>
      `\\${/mbox|hbox|textsc/.test(m[1]) ? "text" : m[1]}{${words(text)}}`);
    tex = tex.replace(/(^|[^\\])%.*$/gm, "$1")
      .replace(/\\require\s*\{[^{}]*\}|\\(allowdisplaybreaks|displaybreak|noalign\s*\{[^{}]*\}|hfill|nolimits\b(?=\s*$)|relax|protect|null|strut|mathstrut)(?![A-Za-z])/g, "")
      .replace(/\\(begin|end)\{subequations\}/g, "");
    tex = each(tex, String.raw`\\(?:(?:re)?newcommand|providecommand)\*?\s*(?=\{|\\)`, 1, (m, name) => "\u0001" + name)
      .replace(/\u0001[^[{]*(?:\[\d\])?(?:\[[^\]]*\])?/g, "\u0001");
    tex = each(tex, "\u0001", 1, () => "");
    tex = each(tex, String.raw`\\DeclareMathOperator\*?(?![A-Za-z])`, 2, () => "");
    tex = each(tex, String.raw`([_^])\s*(\\(?:vec|hat|widehat|tilde|widetilde|bar|overline|underline|dot|ddot|check|breve|acute|grave|mathring|overrightarrow|sqrt|operatorname))(?=\s*\{)`, 1, (m, a) => `${m[1]}{${m[2]}{${a}}}`);
    tex = each(tex, String.raw`([_^])\s*(\\(?:vec|hat|tilde|bar|dot|ddot|check|breve|acute|grave))(?![A-Za-z{])`, 1, (m, a) => `${m[1]}{${m[2]}{${a}}}`);
    tex = each(tex, String.raw`([_^])\s*(\\[dtc]?frac|\\[dt]?binom)(?![A-Za-z])`, 2, (m, a, b) => `${m[1]}{${m[2]}{${a}}{${b}}}`);
    tex = each(tex, String.raw`\\(?:class|cssId|style)(?![A-Za-z])`, 2, (m, name, what) => `{${what}}`);
    tex = each(tex, String.raw`\\multicolumn(?=\s*\{)`, 3, (m, n, align, what) => `{${what}}${"&".repeat(Math.min(20, Math.max(0, n - 1 || 0)))}`);
    tex = each(tex, String.raw`(?:\\\\\s*)?\\intertext(?=\s*\{)`, 1, (m, text) => `\\\\ \\text{${words(text)}} \\\\ `);
    tex = each(tex, String.raw`\\unicode(?:\[[^\]]*\])?(?=\s*\{)`, 1, (m, code) => `\\char${code.replace(/^x/i, '"').replace(/\s/g, "")} `);
    tex = each(tex, String.raw`\\begin\{array\}\s*(\[[tbc]\])?(?=\s*\{)`, 1, (m, columns) => {
      const plain = each(columns, "[@!><]|[pmbw](?=\\{)", 1, m => /[pmbw]/.test(m[0]) ? "l" : "");
      return `\\begin{array}{${each(plain, "\\*(?=\\{)", 2, (m, n, what) => what.repeat(Math.min(30, +n || 1)))}}`;
    });
    tex = tex.replace(/\\bbox(?:\[[^\]]*\])?/g, "").replace(/\\skew\s*\d+/g, "").replace(/\\buildrel\s*(.*?)\\over(?![A-Za-z])/g, "\\stackrel{$1}").replace(/\}\s*\\(?:no)?limits(?![A-Za-z])/g, "}").replace(/\\enclose\s*\{[^{}]*\}/g, "\\boxed").replace(/\\eqref|\\ref/g, "\\text")
      .replace(/\\(?:notag|nonumber|displaylimits|nolinebreak|nobreak|label\{[^{}]*\})/g, "")
      .replace(/\\(begin|end)\{([a-z]+)\*?\}/g, (all, what, name) => within && inner[name] ? `\\${what}{${inner[name]}}` : all);
    if (within && /(^|[^\\])&/.test(tex) && !tex.includes("\\begin")) tex = `\\begin{aligned}${tex}\\end{aligned}`;
    return tex;
  };

  const derivative = sign => context => {
    const read = () => "{" + context.consumeArg().tokens.reverse().map(t => t.text + (/^\\[A-Za-z]/.test(t.text) ? " " : "")).join("") + "}";
    const next = () => { context.consumeSpaces(); return context.future().text; };
    let power = "";
    if (next() === "[") {
      context.popToken();
      while (context.future().text !== "]" && context.future().text !== "EOF") power += context.popToken().text;
      context.popToken();
      power = `^{${power}}`;
    }
    const first = read();
    if (next() !== "{") return `\\frac{${sign}${power}}{${sign} ${first}${power}}`;
    const second = read();
    return `\\frac{${sign}${power} ${first}}{${sign} ${second}${power}}`;
  };
  const macros = {
    "\\mbox": "\\text{#1}", "\\textsc": "\\text{#1}", "\\mathds": "\\mathbb{#1}", "\\mathbbm": "\\mathbb{#1}", "\\bold": "\\mathbf{#1}", 
    "\\sideset": "\\mathop{{\\vphantom{#3}}#1\\!{#3\\nolimits}#2}\\limits", "\\shoveleft": "#1", "\\shoveright": "#1",
    "\\matrix": "\\begin{matrix}#1\\end{matrix}", "\\pmatrix": "\\begin{pmatrix}#1\\end{pmatrix}", "\\cases": "\\begin{cases}#1\\end{cases}", "\\eqalign": "\\begin{aligned}#1\\end{aligned}",
    "\\displaylines": "\\begin{gathered}#1\\end{gathered}", "\\overparen": "\\overgroup{#1}", "\\underparen": "\\undergroup{#1}", "\\iiiint": "\\iint\\!\\!\\!\\iint", "\\idotsint": "\\int\\!\\cdots\\!\\int",
    "\\bigtimes": "\\mathop{\\huge\\times}", "\\coloneq": "\\mathrel{:=}", "\\mathbfit": "\\boldsymbol{#1}", "\\oiint": "\\oint\\!\\!\\oint",
    "\\hdotsfor": "\\dots\\vphantom{#1}", "\\mathclap": "\\clap{$#1$}", "\\Tiny": "\\tiny", "\\mspace": "\\mskip#1", "\\textquotesingle": "\\text{'}", "\\textmu": "\\mu", "\\micro": "\\mu",
    "\\dd": "\\mathrm{d}", "\\dv": derivative("\\mathrm{d}"), "\\pdv": derivative("\\partial"), "\\derivative": derivative("\\mathrm{d}"), "\\partialderivative": derivative("\\partial"),
    "\\abs": "\\left|#1\\right|", "\\norm": "\\left\\|#1\\right\\|", "\\qty": "\\left(#1\\right)", "\\vb": "\\mathbf{#1}", "\\va": "\\vec{\\mathbf{#1}}", "\\vu": "\\hat{\\mathbf{#1}}", "\\ev": "\\left\\langle #1 \\right\\rangle",
    "\\expval": "\\left\\langle #1 \\right\\rangle", "\\mel": "\\left\\langle #1 \\middle| #2 \\middle| #3 \\right\\rangle", "\\dyad": "\\left|#1\\right\\rangle\\!\\left\\langle #1\\right|",
    "\\ketbra": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|", "\\comm": "\\left[#1, #2\\right]", "\\grad": "\\nabla", "\\curl": "\\nabla\\times", "\\laplacian": "\\nabla^2", "\\order": "\\mathcal{O}\\left(#1\\right)",
    "\\tr": "\\operatorname{tr}", "\\Tr": "\\operatorname{Tr}", "\\rank": "\\operatorname{rank}", "\\SI": "#1\\,\\mathrm{#2}", "\\si": "\\mathrm{#1}", "\\num": "#1", "\\unit": "\\mathrm{#1}", "\\ang": "#1^\\circ",
    "\\celsius": "{}^\\circ\\mathrm{C}", "\\meter": "m", "\\second": "s", "\\kilogram": "kg", "\\newton": "N", "\\per": "/", "\\squared": "^2", "\\cubed": "^3",
  };
  for (const letter of "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega".split(" ")) macros[`\\up${letter}`] = `\\${letter}`;
  return {translate, macros};
})();
