package io.workosjdbc.shell;

import io.workosjdbc.Progress;
import io.workosjdbc.ProgressListener;
import java.io.PrintStream;

/**
 * The last line of a screen, which says how far a statement has come and disappears when that is
 * over, or when something else is printed. Thread-safe.
 */
final class ProgressLine implements ProgressListener {

  private static final String ERASE = "\r\033[K";
  private static final int WIDEST = 79;

  private final PrintStream screen;
  private ProgressText text = new ProgressText();
  private long statement;
  private boolean isShown;
  private boolean isQuiet;

  /**
   * @param screen a terminal that knows ANSI's erase
   */
  ProgressLine(PrintStream screen) {
    this.screen = screen;
  }

  @Override
  public synchronized void progressed(Progress progress) {
    if (progress.statement() != statement) {
      statement = progress.statement();
      text = new ProgressText();
      isQuiet = false;
    }
    var line = text.of(progress).filter(shown -> !isQuiet);
    erase();
    if (line.isPresent()) {
      screen.print(line.get().substring(0, Math.min(WIDEST, line.get().length())));
      screen.flush();
      isShown = true;
    }
  }

  /** Something else is about to be printed: rows tell themselves how far it is. */
  synchronized void makeWay() {
    isQuiet = true;
    erase();
  }

  private void erase() {
    if (isShown) {
      screen.print(ERASE);
      screen.flush();
      isShown = false;
    }
  }
}
