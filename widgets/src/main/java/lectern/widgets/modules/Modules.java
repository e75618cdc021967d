package lectern.widgets.modules;

import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.JSChunk;
import com.google.javascript.jscomp.PropertyRenamingPolicy;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the modules that a browser loads: {@code Modules COMPILED SHELL FOLDER} reads TeaVM's script and writes {@code widgets.js} (what the first
 * widget shares with others), {@code widgets-more.js} (what others share) and for each exported function {@code someWidget} a module
 * {@code some-widget.js}, which exports it as {@code open}. The shell, written by hand in {@link #SHELL parts} of one scope, is only minified.
 */
public final class Modules {
    private static final String SHARED = "widgets";
    private static final String MORE = "widgets-more";
    /** Of the shell, in their order: what comes later uses what came before. */
    static final List<String> SHELL = List.of("loop.js", "widget.js", "hands.js", "element.js");
    /** Stands for the export statement while the script is minified. */
    private static final String OPEN = "lecternOpen";

    private static final Pattern NAMES = Pattern.compile("(import|export)\\{([\\w$,]+)}");

    private Modules() {}

    public static void main(String[] args) throws IOException {
        Compiler parser = compiler();
        parser.initOptions(options());
        Script script = Script.read(parser, Files.readString(Path.of(args[0])));
        script.exports().remove("main");
        List<String> names = new ArrayList<>(script.exports().keySet());
        Layout layout = new Layout(script.pieces(), List.copyOf(script.exports().values()));
        List<JSChunk> chunks = new ArrayList<>();
        JSChunk shared = chunk(SHARED, code(script, layout, names.size(), ""));
        JSChunk more = chunk(MORE, code(script, layout, names.size() + 1, ""));
        more.addDependency(shared);
        chunks.add(shared);
        chunks.add(more);
        for (int i = 0; i < names.size(); i++) {
            JSChunk own = chunk(file(names.get(i)), code(script, layout, i, OPEN + "(" + script.exports().get(names.get(i)) + ");"));
            own.addDependency(shared);
            if (i > 0) {
                own.addDependency(more);
            }
            chunks.add(own);
        }
        write(chunks, Path.of(args[2]));
        JSChunk shell = new JSChunk("shell");
        for (String part : SHELL) {
            shell.add(SourceFile.fromCode(part, Files.readString(Path.of(args[1], part))));
        }
        write(List.of(shell), Path.of(args[2]));
    }

    /** {@code some-widget} for {@code someWidget}. */
    private static String file(String function) {
        return function.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static JSChunk chunk(String name, String code) {
        JSChunk chunk = new JSChunk(name);
        chunk.add(SourceFile.fromCode(name + ".js", code));
        return chunk;
    }

    private static String code(Script script, Layout layout, int module, String end) {
        StringBuilder code = new StringBuilder();
        for (Piece piece : script.pieces()) {
            if (layout.isIn(piece, module)) {
                if (Pattern.compile("new " + Pattern.quote(script.string()) + "\\b").matcher(piece.code()).find()) {
                    throw new IllegalStateException("a string is made by a constructor, and the browser's own have none: " + piece.code());
                }
                code.append(piece.code());
            }
        }
        return code + end;
    }

    /** Names that one module hands another, in order: their lists are the longest in which nothing repeats. */
    private static String sorted(String code) {
        return NAMES.matcher(code).replaceAll(list -> list.group(1)
            + Matcher.quoteReplacement(Arrays.stream(list.group(2).split(",")).sorted().collect(Collectors.joining(",", "{", "}"))));
    }

    private static Compiler compiler() {
        Compiler.setLoggingLevel(java.util.logging.Level.OFF);
        return new Compiler(new PrintStream(new ByteArrayOutputStream()));
    }

    private static CompilerOptions options() {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel.ADVANCED_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        options.setLanguageIn(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        options.setChunkOutputType(CompilerOptions.ChunkOutputType.ES_MODULES);
        options.setEmitUseStrict(false);
        options.setLineLengthThreshold(Integer.MAX_VALUE);
        options.setOutputCharset(StandardCharsets.UTF_8);
        options.setAllowDynamicImport(true);
        options.setCheckSymbols(false);
        options.setCheckTypes(false);
        options.setPropertyRenaming(PropertyRenamingPolicy.OFF); // TeaVM has named them shortly, and looks some up by their names
        options.setRemoveUnusedPrototypeProperties(false);
        options.setRemoveUnusedClassProperties(false);
        options.setDisambiguateProperties(false);
        options.setAmbiguateProperties(false);
        options.setDevirtualizeMethods(false);
        options.setCollapsePropertiesLevel(CompilerOptions.PropertyCollapseLevel.NONE);
        return options;
    }

    private static void write(List<JSChunk> chunks, Path folder) throws IOException {
        Compiler compiler = compiler();
        Result result = compiler.compileChunks(List.of(SourceFile.fromCode("externs.js", "function " + OPEN + "(f){}")), chunks, options());
        if (!result.success) {
            throw new IllegalStateException("the modules could not be made: " + result.errors);
        }
        for (JSChunk chunk : chunks) {
            String code = sorted(compiler.toSource(chunk)).replaceFirst("(?s)" + OPEN + "\\((.*)\\);\\s*$", "export const open=$1;");
            Files.writeString(folder.resolve(chunk.getName() + ".js"), code);
        }
    }
}
