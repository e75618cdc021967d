package lectern.site;

import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "lectern", mixinStandardHelpOptions = true, version = "lectern 0.1.0",
        description = "Starts, previews, checks, serves and reads aloud a book: a folder with myst.yml and Markdown pages.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:fine", "1:problems in the book", "2:wrong usage"})
public final class Main {
    /** Libraries that talk at every start; kept here, so that the level set on them is. */
    private static final List<Logger> TALKATIVE = Stream.of("org.apache.lucene.internal.vectorization", "org.eclipse.jetty", "io.javalin", "com.caoccao.javet").map(Logger::getLogger).toList();

    private record Named(String name, Supplier<Object> command) {}

    private static final List<Named> COMMANDS = List.of(new Named("serve", ServeCommand::new), new Named("preview", PreviewCommand::new), new Named("check", CheckCommand::new),
            new Named("export", ExportCommand::new), new Named("epub", EpubCommand::new), new Named("narrate", NarrateCommand::new), new Named("new", NewCommand::new),
            new Named("guide", GuideCommand::new), new Named("search-eval", SearchEvalCommand::new));

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%n");
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        return line(args)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println("lectern: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args.length == 0 ? new String[] {"--help"} : args);
    }

    /** With the one command that is asked for, for a start should not wait for what the others are; with all of them where help may be wanted. */
    private static CommandLine line(String... args) {
        var line = new CommandLine(new Main());
        var asked = COMMANDS.stream().filter(known -> args.length > 0 && known.name.equals(args[0])).toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(known -> line.addSubcommand(known.name, known.command.get()));
        return line;
    }
}
