package io.workosjdbc.fetch;

import io.workosjdbc.fetch.Learned.Ranges;
import java.util.Optional;

/**
 * What the first pages of the pieces of a scan say of whether the service keeps to the ranges of
 * time that it is asked for. One that does not begins every window of a list with the same page.
 * Not thread-safe.
 */
final class RangeEvidence {

  private final boolean isOneList;
  private int inPlace;
  private boolean hasObjects;

  /**
   * @param isOneList whether the pieces are stretches of time of one list, none of them twice
   */
  RangeEvidence(boolean isOneList) {
    this.isOneList = isOneList;
  }

  /** What is known, now that a further page of a piece was taken, if anything is. */
  Optional<Ranges> after(Piece piece, ObjectPage page) {
    var rows = piece.rows();
    if (rows.isElsewhere()) {
      return Optional.of(Ranges.IGNORED);
    }
    if (rows.pagesTaken() != 1 || piece.slice().isEmpty()) {
      return Optional.empty();
    }
    if (rows.isInPlace()) {
      inPlace++;
      hasObjects |= !page.rows().isEmpty();
    }
    boolean areDifferent = isOneList && inPlace > 1 && hasObjects;
    return piece.isCut() || areDifferent ? Optional.of(Ranges.HONOURED) : Optional.empty();
  }
}
