package lectern.site.narration.speech;

import java.util.Map;

/** Signs of mathematics by their spoken names. */
final class Glyphs {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("α", "alpha"), Map.entry("β", "beta"), Map.entry("γ", "gamma"), Map.entry("δ", "delta"), Map.entry("ε", "epsilon"), Map.entry("ϵ", "epsilon"),
            Map.entry("ζ", "zeta"), Map.entry("η", "eta"), Map.entry("θ", "theta"), Map.entry("ϑ", "theta"), Map.entry("ι", "iota"), Map.entry("κ", "kappa"), Map.entry("λ", "lambda"),
            Map.entry("μ", "mu"), Map.entry("ν", "nu"), Map.entry("ξ", "xi"), Map.entry("π", "pi"), Map.entry("ρ", "rho"), Map.entry("σ", "sigma"), Map.entry("τ", "tau"),
            Map.entry("υ", "upsilon"), Map.entry("φ", "phi"), Map.entry("ϕ", "phi"), Map.entry("χ", "chi"), Map.entry("ψ", "psi"), Map.entry("ω", "omega"),
            Map.entry("Γ", "capital gamma"), Map.entry("Δ", "delta"), Map.entry("Θ", "capital theta"), Map.entry("Λ", "capital lambda"), Map.entry("Ξ", "capital xi"),
            Map.entry("Π", "capital pi"), Map.entry("Σ", "capital sigma"), Map.entry("Φ", "capital phi"), Map.entry("Ψ", "capital psi"), Map.entry("Ω", "capital omega"),
            Map.entry("ℓ", "ell"), Map.entry("∂", "partial"), Map.entry("∇", "the gradient of"), Map.entry("∞", "infinity"), Map.entry("∅", "the empty set"), Map.entry("ℏ", "h bar"),
            Map.entry("⊤", "transpose"), Map.entry("⊥", "perpendicular"), Map.entry("%", "percent"), Map.entry("°", "degrees"), Map.entry("…", "and so on"), Map.entry("⋮", "and so on"), Map.entry("⋱", "and so on"), Map.entry("∀", "for all"), Map.entry("∃", "there is"), Map.entry("#", "the number of"),
            Map.entry("ℜ", "the real part of"), Map.entry("ℑ", "the imaginary part of"));

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("=", "equals"), Map.entry("≠", "is not equal to"), Map.entry("<", "is less than"), Map.entry(">", "is greater than"), Map.entry("≤", "is at most"),
            Map.entry("≥", "is at least"), Map.entry("⩽", "is at most"), Map.entry("⩾", "is at least"), Map.entry("≪", "is much less than"), Map.entry("≫", "is much greater than"),
            Map.entry("≈", "is about"), Map.entry("≃", "is about"), Map.entry("≅", "is congruent to"), Map.entry("∼", "is drawn from"), Map.entry("~", "is drawn from"),
            Map.entry("≡", "is identical to"), Map.entry("≜", "is defined as"), Map.entry(":=", "is defined as"), Map.entry("∝", "is proportional to"),
            Map.entry("∈", "in"), Map.entry("∉", "not in"), Map.entry("∋", "contains"), Map.entry("⊂", "is a subset of"), Map.entry("⊆", "is a subset of"), Map.entry("∪", "union"),
            Map.entry("∩", "intersected with"), Map.entry("∖", "without"), Map.entry("\\", "without"),
            Map.entry("+", "plus"), Map.entry("−", "minus"), Map.entry("-", "minus"), Map.entry("±", "plus or minus"), Map.entry("∓", "minus or plus"), Map.entry("⋅", "times"),
            Map.entry("·", "times"), Map.entry("×", "times"), Map.entry("∗", "star"), Map.entry("*", "star"), Map.entry("⋆", "star"), Map.entry("★", "star"), Map.entry("⊙", "times entry by entry"), Map.entry("∘", "after"),
            Map.entry("⊗", "tensor"), Map.entry("⊕", "direct sum"), Map.entry("÷", "divided by"), Map.entry("/", "over"),
            Map.entry("←", "becomes"), Map.entry("→", "to"), Map.entry("⟶", "to"), Map.entry("↦", "maps to"), Map.entry("⇒", "implies"), Map.entry("⟹", "implies"), Map.entry("⇔", "if and only if"),
            Map.entry("⟺", "if and only if"), Map.entry("↔", "to and from"), Map.entry("∧", "and"), Map.entry("∨", "or"), Map.entry("¬", "not"), Map.entry("∣", "given"), Map.entry("|", "given"),
            Map.entry("∥", "parallel to"), Map.entry(":", "such that"), Map.entry("⊤", "transpose"), Map.entry("†", "dagger"), Map.entry("!", "factorial"), Map.entry("′", "prime"), Map.entry("'", "prime"),
            Map.entry("∑", "the sum"), Map.entry("∏", "the product"), Map.entry("∫", "the integral"), Map.entry("∮", "the integral around"), Map.entry("∇", "the gradient of"), Map.entry("∂", "partial"),
            Map.entry("…", "and so on"), Map.entry("⋯", "and so on"), Map.entry("⋮", "and so on"), Map.entry("°", "degrees"), Map.entry("%", "percent"));

    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("˙", "dot"), Map.entry("¨", "double dot"), Map.entry("ˉ", "bar"), Map.entry("‾", "bar"), Map.entry("¯", "bar"), Map.entry("^", "hat"), Map.entry("ˆ", "hat"),
            Map.entry("~", "tilde"), Map.entry("˜", "tilde"), Map.entry("⃗", "vector"), Map.entry("→", "vector"), Map.entry("ˇ", "check"), Map.entry("˘", "breve"), Map.entry("⏞", ""), Map.entry("_", "bar"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("sin", "sine"), Map.entry("cos", "cosine"), Map.entry("tan", "tangent"), Map.entry("arcsin", "arc sine"), Map.entry("arccos", "arc cosine"), Map.entry("arctan", "arc tangent"),
            Map.entry("sinh", "hyperbolic sine"), Map.entry("cosh", "hyperbolic cosine"), Map.entry("tanh", "hyperbolic tangent"), Map.entry("ln", "natural log"),
            Map.entry("exp", "the exponential"), Map.entry("det", "the determinant"), Map.entry("argmax", "arg max"), Map.entry("argmin", "arg min"),
            Map.entry("arg max", "arg max"), Map.entry("arg min", "arg min"), Map.entry("dim", "the dimension"), Map.entry("ker", "the kernel"), Map.entry("lim", "the limit"), Map.entry("sup", "the supremum"),
            Map.entry("inf", "the infimum"), Map.entry("min", "the minimum"), Map.entry("max", "the maximum"), Map.entry("Pr", "the probability"), Map.entry("gcd", "the greatest common divisor"), Map.entry("tr", "the trace"), Map.entry("diag", "the diagonal matrix"),
            Map.entry("Var", "the variance"), Map.entry("Cov", "the covariance"), Map.entry("sgn", "the sign"), Map.entry("sign", "the sign"), Map.entry("rank", "the rank"),
            Map.entry("atan2", "a tan two"), Map.entry("norm", "the norm"), Map.entry("relu", "ray loo"), Map.entry("ReLU", "ray loo"));

    private Glyphs() {}

    /** A letter's name: itself for a Latin one. */
    static String letter(String letter) {
        return LETTERS.getOrDefault(letter, letter);
    }

    static String operator(String sign) {
        return OPERATORS.getOrDefault(sign, LETTERS.getOrDefault(sign, ""));
    }

    static String accent(String mark) {
        return ACCENTS.getOrDefault(mark, "");
    }

    /** A function written out, {@code cos}. */
    static String name(String name) {
        return NAMES.getOrDefault(name, name.replaceAll("[^\\p{L}\\p{N} ]", " "));
    }

    /** A sign in running text, {@code ×} or {@code π}; empty for one that is not spoken. */
    static String inText(String sign) {
        return switch (sign) {
            case "×" -> "by";
            case "&" -> "and";
            case "=", "+", "−", "<", ">", "≤", "≥", "≈", "±", "→", "≠", "∞", "%", "°", "·", "÷", "∈" -> operator(sign).isEmpty() ? letter(sign) : operator(sign);
            case "€" -> "euros";
            case "$" -> "dollars";
            case "§" -> "section";
            case "²" -> "squared";
            case "³" -> "cubed";
            default -> LETTERS.getOrDefault(sign, "");
        };
    }
}
