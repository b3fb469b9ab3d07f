package io.workosjdbc.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.workosjdbc.request.ArrayStyle;
import io.workosjdbc.request.ListRequest;
import io.workosjdbc.request.Request;
import io.workosjdbc.resource.Scope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RotationTest {

  /** The people of a directory's group, such as {@code a1} of directory {@code a}. */
  private static Request group(String name) {
    var resource = Reading.table("workos_directory_group_membership");
    var taken = resource.listing().scopes().get(0).taken();
    Map<Scope.Key, String> keys = Map.of(taken.get(0), name, taken.get(1), name.substring(0, 1));
    return new ListRequest(
        resource, keys, Map.of(), List.of(), ArrayStyle.COMMA, Optional.empty(), Optional.empty());
  }

  private static List<String> rotated(String... names) {
    var rotation = new Rotation(Stream.of(names).map(RotationTest::group).iterator());
    return ImmutableList.copyOf(rotation).stream()
        .map(request -> request.target().replaceAll(".*=", ""))
        .toList();
  }

  @Test
  void neighboursAreInDifferentLanes() {
    assertThat(rotated("a0", "a1", "b1", "a2", "a3", "a4", "b2", "b3", "c1"))
        .containsExactly("a0", "a1", "b1", "a2", "b2", "a3", "a4", "b3", "c1");
  }

  @Test
  void theLaneIsThatOfTheDirectoryAndIsNotSent() {
    assertThat(group("a1").target()).isEqualTo("/directory_users?limit=100&group=a1");
    assertThat(group("a1").lane()).isEqualTo(group("a2").lane()).isNotEqualTo(group("b1").lane());
  }

  @Test
  void itLooksNoFartherAheadThanNeeded() {
    var read = new AtomicInteger();
    Iterator<Request> requests =
        Stream.generate(() -> group("a" + read.incrementAndGet())).limit(1000).iterator();
    var rotation = new Rotation(requests);
    rotation.next();
    assertThat(read).hasValue(1);
    var all = new ArrayList<Request>();
    rotation.forEachRemaining(all::add);
    assertThat(all).hasSize(999).doesNotHaveDuplicates();
    assertThatThrownBy(rotation::next).isInstanceOf(NoSuchElementException.class);
  }
}
