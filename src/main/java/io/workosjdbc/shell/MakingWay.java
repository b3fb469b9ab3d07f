package io.workosjdbc.shell;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that erases the line of progress before it prints. */
final class MakingWay extends FilterOutputStream {

  private final ProgressLine line;

  MakingWay(OutputStream stream, ProgressLine line) {
    super(stream);
    this.line = line;
  }

  @Override
  public void write(int b) throws IOException {
    line.makeWay();
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    line.makeWay();
    out.write(bytes, offset, length);
  }
}
