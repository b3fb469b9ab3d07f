package io.workosjdbc;

/**
 * What tells of progress. Connections and statements of the driver unwrap to it: {@code
 * connection.unwrap(ProgressSource.class).setProgressListener(...)}. The listener of a connection
 * is told of all its statements that begin from then on and have none of their own.
 */
public interface ProgressSource {

  /** From the next execution on, this listener is told; {@link ProgressListener#NONE} for none. */
  void setProgressListener(ProgressListener listener);
}
