package io.workosjdbc.request;

import static io.workosjdbc.request.Condition.Operator.EQUAL;
import static io.workosjdbc.request.Condition.Operator.GREATER;
import static io.workosjdbc.request.Condition.Operator.NOT_EQUAL;
import static io.workosjdbc.request.Conditions.all;
import static io.workosjdbc.request.Conditions.any;
import static io.workosjdbc.request.Conditions.in;
import static io.workosjdbc.request.Conditions.is;
import static io.workosjdbc.request.Conditions.like;
import static io.workosjdbc.request.Conditions.time;
import static io.workosjdbc.resource.Expressions.Operator.BEGINS_WITH;
import static io.workosjdbc.resource.Expressions.Operator.CONTAINS;
import static io.workosjdbc.resource.Expressions.Operator.RANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.workosjdbc.request.Condition.Compare;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.Expressions;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Listing;
import io.workosjdbc.resource.Paging;
import io.workosjdbc.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NarrowingTest {

  private static final Expressions.Operator EQ = Expressions.Operator.EQUAL;

  /** Two grammars: a small one, and one that knows more. */
  private static final Resource PERSON =
      table(
          Grammar.of("filter", 3, Attribute.of("name", "profile.name", EQ)),
          Grammar.of(
              "search",
              3,
              Attribute.of("name", "profile.name", EQ, BEGINS_WITH, CONTAINS),
              Attribute.of("team", "profile.team", EQ, BEGINS_WITH),
              Attribute.of("created_at", "created", RANGE)));

  private static Resource table(Grammar... grammars) {
    var paging = new Paging(Optional.empty(), Optional.empty(), 10);
    return Resource.named("person")
        .describedAs("A person.")
        .listedBy(Listing.of("/people", paging).narrowedBy(Expressions.of(grammars)))
        .columns(
            Column.text("id", "Its id."),
            Column.text("name", "Their name."),
            Column.text("team", "Their team."),
            Column.text("note", "Whatever."),
            Column.timestamp("created_at", "When."));
  }

  private static List<Expression> expressions(Condition condition) {
    return Narrowing.of(PERSON, condition, 10);
  }

  private static List<String> texts(Condition condition) {
    return expressions(condition).stream()
        .map(each -> each.parameter() + "=" + each.text())
        .toList();
  }

  @Test
  void theFirstGrammarThatSaysMostIsTaken() {
    assertThat(texts(is("name", "Ann"))).containsExactly("filter=profile.name eq \"Ann\"");
    assertThat(texts(all(is("name", "Ann"), is("team", "a"))))
        .containsExactly("search=profile.name eq \"Ann\" and profile.team eq \"a\"");
  }

  @Test
  void whatCannotBeSaidIsLeftOut() {
    assertThat(texts(all(is("name", "Ann"), is("note", "x"))))
        .containsExactly("filter=profile.name eq \"Ann\"");
    assertThat(texts(is("note", "x"))).isEmpty();
    assertThat(texts(any(is("name", "Ann"), is("note", "x")))).isEmpty();
    assertThat(texts(Compare.of("name", NOT_EQUAL, new Operand.Value("Ann")))).isEmpty();
    assertThat(texts(Compare.of("name", GREATER, new Operand.Value("Ann")))).isEmpty();
    assertThat(texts(Compare.of("name", EQUAL, new Operand.Null()))).isEmpty();
    assertThat(texts(is("name", ""))).isEmpty();
    assertThat(texts(Condition.anything())).isEmpty();
    assertThat(texts(new Condition.Any(List.of()))).isEmpty();
  }

  @Test
  void patternsAreBeginningsOrParts() {
    assertThat(texts(like("name", "An%"))).containsExactly("search=profile.name sw \"An\"");
    assertThat(texts(like("name", "%n_a%"))).containsExactly("search=profile.name co \"n\"");
    assertThat(texts(like("name", "%"))).isEmpty();
    assertThat(texts(like("team", "%a"))).isEmpty();
    assertThat(texts(new Condition.Like("name", new Operand.Value("An%"), "", false))).isEmpty();
    assertThat(texts(new Condition.Like("name", new Operand.Value("A!%b%"), "!", true)))
        .containsExactly("search=profile.name sw \"A%b\"");
  }

  @Test
  void timesAreHalfOpen() {
    assertThat(texts(time(GREATER, "2026-01-01T00:00:00Z")))
        .containsExactly("search=created ge \"2026-01-01T00:00:00.001Z\"");
    assertThat(texts(time(NOT_EQUAL, "2026-01-01T00:00:00Z"))).isEmpty();
    assertThat(texts(Conditions.onDay("2026-01-01T00:00:00Z")))
        .containsExactly(
            "search=(created ge \"2026-01-01T00:00:00.000Z\""
                + " and created lt \"2026-01-02T00:00:00.001Z\")");
  }

  @Test
  void valuesAreJsonStrings() {
    assertThat(texts(is("name", "a\"b\\c\nd é")))
        .containsExactly("filter=profile.name eq \"a\\\"b\\\\c\\u000ad é\"");
  }

  /** Each row is in the answer to one of them only: a service may ignore upper and lower case. */
  @Test
  void longListsAreSharedOut() {
    var shares = expressions(in("name", "a", "b", "c", "d"));
    assertThat(shares)
        .extracting(Expression::text)
        .containsExactly(
            "(profile.name eq \"a\" or profile.name eq \"b\" or profile.name eq \"c\")",
            "profile.name eq \"d\"");
    assertThat(shares)
        .extracting(Expression::checks)
        .containsExactly(
            List.of(Check.oneOf("name", Set.of("a", "b", "c"))),
            List.of(Check.oneOf("name", Set.of("d"))));
  }

  @Test
  void whatIsSharedOutLeavesRoomForTheRest() {
    assertThat(texts(all(is("team", "x"), in("name", "a", "b", "c", "d"))))
        .containsExactly(
            "search=profile.team eq \"x\" and (profile.name eq \"a\" or profile.name eq \"b\")",
            "search=profile.team eq \"x\" and (profile.name eq \"c\" or profile.name eq \"d\")");
  }

  @Test
  void tooLongListsAreNotAskedFor() {
    var many = IntStream.range(0, 31).mapToObj(Integer::toString).toArray(String[]::new);
    assertThat(texts(in("name", many))).isEmpty();
    assertThat(texts(all(is("team", "x"), in("name", many))))
        .containsExactly("search=profile.team eq \"x\"");
  }

  @Test
  void longValuesAreAskedForOneByOne() {
    var texts = texts(in("name", "é".repeat(600), "b".repeat(600), "c"));
    assertThat(texts).hasSize(2);
  }

  /** URLs of 8,000 characters are too long for some servers, and other parameters need room. */
  @Test
  void expressionsFitIntoUrls() {
    var names = IntStream.range(0, 20).mapToObj(each -> each + "名".repeat(100));
    var wide = Grammar.of("filter", 20, Attribute.of("name", "profile.name", EQ));
    var condition = in("name", names.toArray(String[]::new));
    var shares = Narrowing.of(table(wide), condition, 20);
    assertThat(shares).hasSizeGreaterThan(1);
    assertThat(shares.stream().flatMap(each -> each.checks().get(0).values().stream())).hasSize(20);
    assertThat(shares)
        .allSatisfy(each -> assertThat(Encoding.encode(each.text())).hasSizeLessThan(4_000));

    var longAll = all(is("name", "é".repeat(400)), is("team", "é".repeat(400)));
    assertThat(texts(longAll))
        .containsExactly("filter=profile.name eq \"" + "é".repeat(400) + "\"");
  }

  @Test
  void valuesThatFitInNoUrlAreNotSent() {
    assertThat(texts(is("name", "名".repeat(500)))).isEmpty();
    assertThat(texts(in("name", "a", "b", "c", "名".repeat(500)))).isEmpty();
    assertThat(texts(like("name", "名".repeat(900) + "%"))).isEmpty();
  }

  /** Half a character would arrive as another one. */
  @Test
  void halvesOfCharactersAreNotSent() {
    assertThat(texts(is("name", "a\ud83d"))).isEmpty();
    assertThat(texts(like("name", "a\ud83d%"))).isEmpty();
  }

  /** What an event store may keep under the names of the values. */
  @Test
  void valuesOfColumnsAreExact() {
    assertThat(expressions(all(is("team", "x"), in("name", "a", "b"))))
        .singleElement()
        .satisfies(
            both -> {
              assertThat(both.isExact()).isTrue();
              assertThat(both.checks())
                  .containsExactlyInAnyOrder(
                      Check.oneOf("team", Set.of("x")), Check.oneOf("name", Set.of("a", "b")));
            });
    for (var inexact :
        List.of(
            like("name", "An%"),
            all(is("team", "x"), like("name", "An%")),
            any(is("team", "x"), is("name", "a")),
            time(GREATER, "2026-01-01T00:00:00Z"))) {
      assertThat(expressions(inexact))
          .as(inexact.toString())
          .allSatisfy(each -> assertThat(each.isExact()).isFalse());
    }
  }
}
