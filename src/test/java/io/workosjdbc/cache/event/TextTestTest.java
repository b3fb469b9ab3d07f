package io.workosjdbc.cache.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Condition.All;
import io.workosjdbc.request.Condition.Any;
import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.request.Condition.IsNotNull;
import io.workosjdbc.request.Condition.IsNull;
import io.workosjdbc.request.Condition.Like;
import io.workosjdbc.request.Condition.OneOf;
import io.workosjdbc.request.Condition.Operator;
import io.workosjdbc.request.Operand;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextTestTest {

  private static final List<String> VALUES = Arrays.asList("a", "b", "bc", "B", "", null);

  private static List<String> passing(Condition condition) {
    var test = new TextTest("c").of(condition).orElseThrow();
    return VALUES.stream().filter(test).toList();
  }

  private static Compare compare(String column, Operator operator, String value) {
    return new Compare(column, operator, new Operand.Value(value), Duration.ZERO);
  }

  private static Like like(String pattern, String escape, boolean caseSensitive) {
    return new Like("c", new Operand.Value(pattern), escape, caseSensitive);
  }

  @Test
  void comparisonsAreThoseOfStrings() {
    assertThat(passing(compare("c", Operator.EQUAL, "b"))).containsExactly("b");
    assertThat(passing(compare("c", Operator.NOT_EQUAL, "b"))).containsExactly("a", "bc", "B", "");
    assertThat(passing(compare("c", Operator.LESS, "b"))).containsExactly("a", "B", "");
    assertThat(passing(compare("c", Operator.LESS_OR_EQUAL, "b")))
        .containsExactly("a", "b", "B", "");
    assertThat(passing(compare("c", Operator.GREATER, "b"))).containsExactly("bc");
    assertThat(passing(compare("c", Operator.GREATER_OR_EQUAL, "b"))).containsExactly("b", "bc");
  }

  @Test
  void nullPassesOnlyWhereItIsAskedFor() {
    assertThat(passing(new IsNull("c"))).containsExactly((String) null);
    assertThat(passing(new IsNotNull("c"))).hasSize(5);
    assertThat(passing(new OneOf("c", new Operand.Values(List.of("b", "x")), 2)))
        .containsExactly("b");
    var withNull = new Compare("c", Operator.EQUAL, new Operand.Null(), Duration.ZERO);
    assertThat(passing(withNull)).isEmpty();
    assertThat(passing(new Like("c", new Operand.Null(), "", true))).isEmpty();
  }

  @Test
  void conditionsCombine() {
    var a = compare("c", Operator.EQUAL, "a");
    var b = compare("c", Operator.EQUAL, "b");
    var other = compare("d", Operator.EQUAL, "x");
    assertThat(passing(new Any(List.of(a, b)))).containsExactly("a", "b");
    assertThat(passing(new All(List.of(a, b)))).isEmpty();
    assertThat(passing(new All(List.of(a, other)))).containsExactly("a");
    assertThat(passing(new Any(List.of()))).isEmpty();
  }

  @Test
  void anythingIsPossibleWhereNothingIsKnown() {
    var a = compare("c", Operator.EQUAL, "a");
    var other = compare("d", Operator.EQUAL, "x");
    var slot = new Compare("c", Operator.EQUAL, new Operand.Slot(0), Duration.ZERO);
    var number = new Compare("c", Operator.EQUAL, new Operand.Value(7), Duration.ZERO);
    var rounded = new Compare("c", Operator.EQUAL, new Operand.Value("a"), Duration.ofDays(1));
    for (var condition :
        List.of(
            Condition.anything(),
            other,
            new IsNull("d"),
            new IsNotNull("d"),
            new Any(List.of(a, other)),
            slot,
            number,
            rounded,
            new Like("c", new Operand.Placeholder("?"), "", true),
            new OneOf("c", new Operand.Placeholder("?"), 3))) {
      assertThat(new TextTest("c").of(condition)).as(condition.toString()).isEmpty();
    }
  }

  @Test
  void likeKnowsItsWildcards() {
    assertThat(passing(like("b%", "", true))).containsExactly("b", "bc");
    assertThat(passing(like("%c", "", true))).containsExactly("bc");
    assertThat(passing(like("_", "", true))).containsExactly("a", "b", "B");
    assertThat(passing(like("b%", "", false))).containsExactly("b", "bc", "B");
    assertThat(passing(like("%", "", true))).hasSize(5);
    assertThat(passing(like("", "", true))).containsExactly("");
    assertThat(LikeTest.of("50\\%%", like("", "\\", true)).test("50% off")).isTrue();
    assertThat(LikeTest.of("50\\%%", like("", "\\", true)).test("500")).isFalse();
    assertThat(LikeTest.of("_🎉", like("", "", true)).test("é🎉")).isTrue();
    assertThat(LikeTest.of("é🎉", like("", "", false)).test("É🎉")).isTrue();
    assertThat(LikeTest.of("🎉_", like("", "", true)).test("🎉🎉")).isTrue();
  }

  /** What the filter above will refuse. */
  @Test
  void likeLeavesMistakesToOthers() {
    assertThat(passing(like("\\x", "\\", true))).hasSize(5);
    assertThat(passing(like("x\\", "\\", false))).hasSize(5);
  }

  @Property(tries = 500)
  void likeWithoutRegularExpressionsIsTheSame(
      @ForAll @Chars({'a', 'b', '%'}) @StringLength(max = 6) String pattern,
      @ForAll @Chars({'a', 'b'}) @StringLength(max = 7) String text) {
    var regex = Pattern.compile(pattern.replace("%", ".*"));
    assertThat(LikeTest.of(pattern, like("", "", true)).test(text))
        .isEqualTo(regex.matcher(text).matches());
  }
}
