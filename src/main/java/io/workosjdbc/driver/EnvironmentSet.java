package io.workosjdbc.driver;

import io.workosjdbc.driver.Choices.OnEnvironmentError;
import java.util.List;

/**
 * Several environments of one connection.
 *
 * @param members what each was asked to be, under the name of its schema; one or more
 * @param onError what becomes of a statement over all of them when one fails
 */
record EnvironmentSet(List<ConnectionSettings> members, OnEnvironmentError onError) {
  EnvironmentSet {
    members = List.copyOf(members);
  }
}
