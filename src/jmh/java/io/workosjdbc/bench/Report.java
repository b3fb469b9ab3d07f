package io.workosjdbc.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks (arguments are JMH's) and prints one table of what they measured. */
public final class Report {

  private Report() {}

  /** Prints the table; a benchmark that fails ends the run. */
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    var options = new CommandLineOptions(arguments);
    if (options.shouldHelp()) {
      throw new IllegalArgumentException("see the options of JMH's own main class");
    }
    var strict = new OptionsBuilder().parent(options).shouldFailOnError(true).build();
    var results = new Runner(strict).run();
    System.out.println();
    System.out.println(machine());
    System.out.println();
    System.out.println("| what | measured | goal |");
    System.out.println("|---|---|---|");
    lines(results).forEach(System.out::println);
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"));
  }

  private static List<String> lines(Collection<RunResult> results) {
    return results.stream()
        .sorted(Comparator.comparing(ReportLine::of))
        .map(result -> ReportLine.of(result).text(result))
        .toList();
  }
}
