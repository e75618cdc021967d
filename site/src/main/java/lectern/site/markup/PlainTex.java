package lectern.site.markup;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula as plain signs: {@code \pi_0} as π0, {@code \dot x} as ẋ. Good enough for a title or a line of a search result, not for mathematics. */
public final class PlainTex {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\\\(?:begin|end)\\{[a-zA-Z]+\\*?\\}(?:\\{[lcr|]*\\})?");
    private static final Pattern FRACTION = Pattern.compile("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}");
    private static final Pattern ACCENT = Pattern.compile("\\\\(dot|ddot|hat|widehat|bar|overline|tilde|vec)\\s*(?:\\{(\\\\[a-zA-Z]+|.)\\}|(\\\\[a-zA-Z]+|[a-zA-Z]))");
    private static final Pattern RAISED = Pattern.compile("\\^(?:\\{([-−\\d]+)\\}|(\\d))");
    private static final Pattern MARKED = Pattern.compile("\\\\html(?:Class|Data|Id)\\{[^{}]*\\}");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.)");

    private static final Map<String, String> ACCENTS = Map.of("dot", "\u0307", "ddot", "\u0308", "hat", "\u0302", "widehat", "\u0302", "bar", "\u0304", "overline", "\u0304",
            "tilde", "\u0303", "vec", "\u20d7");

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"), Map.entry("varepsilon", "ε"), Map.entry("theta", "θ"), Map.entry("lambda", "λ"), Map.entry("mu", "μ"), Map.entry("pi", "π"),
            Map.entry("rho", "ρ"), Map.entry("sigma", "σ"), Map.entry("tau", "τ"), Map.entry("phi", "φ"), Map.entry("varphi", "φ"), Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"), Map.entry("eta", "η"), Map.entry("zeta", "ζ"), Map.entry("nu", "ν"), Map.entry("nabla", "∇"), Map.entry("Delta", "Δ"),
            Map.entry("Gamma", "Γ"), Map.entry("Lambda", "Λ"), Map.entry("Phi", "Φ"), Map.entry("Pi", "Π"), Map.entry("Psi", "Ψ"),
            Map.entry("Sigma", "Σ"), Map.entry("Omega", "Ω"), Map.entry("times", "×"), Map.entry("cdot", "·"), Map.entry("odot", "⊙"), Map.entry("circ", "∘"),
            Map.entry("to", "→"), Map.entry("mapsto", "↦"), Map.entry("leftarrow", "←"), Map.entry("rightarrow", "→"), Map.entry("in", "∈"), Map.entry("le", "≤"),
            Map.entry("leq", "≤"), Map.entry("ge", "≥"), Map.entry("geq", "≥"), Map.entry("ne", "≠"), Map.entry("neq", "≠"), Map.entry("approx", "≈"), Map.entry("sim", "∼"),
            Map.entry("pm", "±"), Map.entry("infty", "∞"), Map.entry("partial", "∂"), Map.entry("sum", "∑"), Map.entry("prod", "∏"), Map.entry("int", "∫"), Map.entry("sqrt", "√"),
            Map.entry("R", "ℝ"), Map.entry("star", "⋆"), Map.entry("top", "⊤"), Map.entry("lVert", "‖"), Map.entry("rVert", "‖"), Map.entry("|", "‖"), Map.entry("mid", "|"),
            Map.entry("langle", "⟨"), Map.entry("rangle", "⟩"), Map.entry("ldots", "…"), Map.entry("cdots", "…"), Map.entry("dots", "…"), Map.entry("vdots", "…"),
            Map.entry("ell", "ℓ"), Map.entry("chi", "χ"), Map.entry("xi", "ξ"), Map.entry("kappa", "κ"), Map.entry("Theta", "Θ"),
            Map.entry(",", " "), Map.entry(";", " "), Map.entry(":", " "), Map.entry("!", ""), Map.entry("quad", " "), Map.entry("qquad", " "), Map.entry("\\", " "));

    /** Commands that only say how something looks. */
    private static final Pattern LAYOUT = Pattern.compile("\\\\(?:math(?:bb|bf|cal|frak|it|rm|sf|scr|tt|normal)|text(?:bf|it|rm|tt|sf)?|operatorname\\*?|boldsymbol|bm|left|right|middle|[bB]igg?[lrm]?"
            + "|displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber|notag|phantom|mathop|mathrel|mathbin)(?![A-Za-z])");

    private PlainTex() {}

    public static String of(String tex) {
        var plain = ENVIRONMENT.matcher(MARKED.matcher(tex).replaceAll("")).replaceAll(" ");
        plain = LAYOUT.matcher(FRACTION.matcher(plain).replaceAll("$1/$2")).replaceAll("");
        plain = ACCENT.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(sign(m.group(2) == null ? m.group(3) : m.group(2)) + ACCENTS.get(m.group(1))));
        plain = RAISED.matcher(plain).replaceAll(m -> raised(m.group(1) == null ? m.group(2) : m.group(1)));
        plain = COMMAND.matcher(plain).replaceAll(m -> Matcher.quoteReplacement(sign(m.group())));
        return java.text.Normalizer.normalize(plain.replaceAll("[{}$_]", "").replace('&', ' '), java.text.Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
    }

    private static String sign(String atom) {
        return atom.startsWith("\\") ? SIGNS.getOrDefault(atom.substring(1), atom.substring(1)) : atom;
    }

    private static String raised(String digits) {
        return digits.chars().mapToObj(c -> c == '-' || c == '−' ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".substring(c - '0', c - '0' + 1)).reduce("", String::concat);
    }
}
