package io.workosjdbc.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.workosjdbc.resource.Column;
import io.workosjdbc.resource.ColumnType;
import io.workosjdbc.resource.Expressions.Attribute;
import io.workosjdbc.resource.Expressions.Grammar;
import io.workosjdbc.resource.Expressions.Operator;
import io.workosjdbc.resource.Extraction;
import io.workosjdbc.resource.Paging.Next;
import io.workosjdbc.resource.Path;
import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.Scope;
import io.workosjdbc.resource.SingleGet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every declaration against what is known of the API, as data. */
class DeclarationsTest {

  private static final JsonNode API = read();

  private static final Map<Operator, List<String>> WORDS =
      Map.of(
          Operator.EQUAL, List.of("eq"),
          Operator.BEGINS_WITH, List.of("sw"),
          Operator.CONTAINS, List.of("co"),
          Operator.RANGE, List.of("ge", "lt"));

  private static JsonNode read() {
    try (var json = DeclarationsTest.class.getResourceAsStream("/api/okta-endpoints.json")) {
      return new JsonMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Resource> resources() {
    return Okta.SOURCE.resources();
  }

  private static JsonNode reference(Resource resource) {
    return API.get(resource.table());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void everyListIsATable() {
    assertThat(resources())
        .extracting(Resource::table)
        .containsExactlyInAnyOrderElementsOf(
            API.properties().stream().map(Map.Entry::getKey).toList());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void pathsAreThoseOfTheApi(Resource resource) {
    assertThat(resource.listing().path()).isEqualTo(reference(resource).get("path").asText());
    assertThat(resource.singleGets())
        .extracting(SingleGet::path)
        .containsExactlyElementsOf(
            texts(reference(resource).get("single_get")).stream()
                .map(path -> path.replaceAll("\\{[^}]*}", "{}"))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void keysAreThoseOfTheParentOrMustBeGiven(Resource resource) {
    var reference = reference(resource);
    var scopes = resource.listing().scopes();
    assertThat(scopes.isEmpty()).isEqualTo(!reference.has("parent") && !reference.has("binding"));
    for (var scope : scopes) {
      assertThat(scope.parent())
          .isEqualTo(Optional.ofNullable(reference.get("parent")).map(JsonNode::asText));
      assertThat(scope.keys())
          .extracting(key -> "{" + key.name() + "}")
          .allSatisfy(key -> assertThat(resource.listing().path()).contains(key));
      if (reference.has("binding")) {
        assertThat(scope.keys())
            .extracting(Scope.Key::column)
            .containsExactlyElementsOf(texts(reference.get("binding")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void pagesAreAsLargeAsIsRecommendedAndLinked(Resource resource) {
    var reference = reference(resource);
    var paging = resource.listing().paging();
    assertThat(paging.rows()).isEmpty();
    assertThat(paging.pages().isPresent())
        .isEqualTo(reference.get("paging").asText().equals("link"));
    paging
        .pages()
        .ifPresent(
            pages -> {
              assertThat(pages.limit()).contains("limit");
              assertThat(paging.size())
                  .isEqualTo(reference.get("limit_recommended").asInt())
                  .isLessThanOrEqualTo(reference.get("limit_max").asInt());
              assertThat(pages.next())
                  .isEqualTo(new Next.InHeader(reference.path("always_a_link").asBoolean()));
            });
  }

  @ParameterizedTest
  @MethodSource("resources")
  void expressionsSayWhatTheApiUnderstands(Resource resource) {
    var reference = reference(resource).get("expressions");
    var grammars =
        resource.listing().expressions().stream()
            .flatMap(expressions -> expressions.grammars().stream())
            .toList();
    assertThat(grammars)
        .extracting(Grammar::parameter)
        .containsExactlyElementsOf(reference.properties().stream().map(Map.Entry::getKey).toList());
    for (var grammar : grammars) {
      var language = reference.get(grammar.parameter());
      assertThat(grammar.terms() > 1).isEqualTo(language.get("joins").asBoolean());
      for (var attribute : grammar.attributes()) {
        assertThat(understood(language, attribute.name()))
            .as(grammar.parameter() + " of " + attribute.name())
            .containsAll(
                attribute.operators().stream().flatMap(each -> WORDS.get(each).stream()).toList());
        assertThat(member(resource.required(attribute.column())))
            .extracting(Path::toString)
            .isEqualTo(attribute.name());
      }
    }
  }

  private static List<String> understood(JsonNode language, String attribute) {
    assertThat(texts(language.path("not"))).doesNotContain(attribute);
    var folder = attribute.replaceFirst("\\.[^.]*$", ".*");
    return Stream.of(attribute, folder, "*")
        .filter(language.get("attributes")::has)
        .findFirst()
        .map(name -> texts(language.get("attributes").get(name)))
        .orElse(List.of());
  }

  /** What the plain list leaves out is asked for. */
  @Test
  void usersOfEveryStatusAreAskedFor() {
    var reference = API.get("okta_user");
    var expressions = UserTable.USER.listing().expressions().orElseThrow();
    assertThat(expressions.otherwise())
        .contains(
            texts(reference.get("statuses")).stream()
                .map(status -> "status eq \"" + status + "\"")
                .collect(
                    Collectors.joining(
                        " or ", "", " or lastUpdated ge \"1970-01-01T00:00:00.000Z\"")));
    assertThat(texts(reference.get("statuses")))
        .contains(reference.get("hidden_without_expression").asText());
  }

  @Test
  void authenticationEventsAreTheSignInFamily() {
    var reference = API.get("okta_auth_event");
    var terms = new ArrayList<String>();
    texts(reference.get("families")).forEach(each -> terms.add("eventType sw \"" + each + "\""));
    texts(reference.get("types")).forEach(each -> terms.add("eventType eq \"" + each + "\""));
    assertThat(AuthEventTable.AUTH_EVENT.listing().expressions().orElseThrow().always())
        .contains(String.join(" or ", terms));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void rangesAndOrdersAreThoseOfTheApi(Resource resource) {
    var range = reference(resource).path("range");
    assertThat(resource.listing().timeRange().isPresent()).isEqualTo(!range.isMissingNode());
    resource
        .listing()
        .timeRange()
        .ifPresent(
            declared -> {
              assertThat(declared.start()).isEqualTo(range.get("start").asText());
              assertThat(declared.end()).isEqualTo(range.get("end").asText());
              assertThat(declared.retention()).hasDays(range.get("retention_days").asInt());
              assertThat(member(resource.required(declared.column())))
                  .hasToString(range.get("column").asText());
            });
    var order = reference(resource).path("order");
    assertThat(resource.listing().paging().order().isPresent()).isEqualTo(!order.isMissingNode());
    resource
        .listing()
        .paging()
        .order()
        .ifPresent(
            declared -> {
              var name = order.get("parameter").asText();
              assertThat(declared.ascending())
                  .isEqualTo(Map.of(name, order.at("/values/0").asText()));
              assertThat(declared.descending())
                  .isEqualTo(Map.of(name, order.at("/values/1").asText()));
              assertThat(member(resource.required(declared.column())))
                  .hasToString(order.get("by").asText());
            });
  }

  @ParameterizedTest
  @MethodSource("resources")
  void columnsAreFieldsOfTheApiWithTheirTypes(Resource resource) {
    var fields = reference(resource).get("fields");
    for (var column : resource.columns()) {
      if (column.extraction() instanceof Extraction.Member) {
        var field = fields.get(member(column).toString());
        assertThat(field).as(column.name()).isNotNull();
        assertThat(type(field.asText())).as(column.name()).isEqualTo(column.type());
      }
    }
  }

  /** Members of a group and events of the sign-in family show what they have themselves. */
  @ParameterizedTest
  @MethodSource("resources")
  void fieldsOfTheApiAreColumns(Resource resource) {
    if (!List.of("okta_group_member", "okta_auth_event").contains(resource.table())) {
      var fields = reference(resource).get("fields").properties().stream().map(Map.Entry::getKey);
      assertThat(resource.columns())
          .filteredOn(column -> column.extraction() instanceof Extraction.Member)
          .extracting(column -> member(column).toString())
          .containsExactlyInAnyOrderElementsOf(fields.toList());
    }
  }

  private static ColumnType type(String field) {
    return switch (field) {
      case "string" -> ColumnType.TEXT;
      case "timestamp" -> ColumnType.TIMESTAMP;
      case "object", "array" -> ColumnType.JSON;
      default -> throw new AssertionError(field);
    };
  }

  private static Path member(Column column) {
    return ((Extraction.Member) column.extraction()).candidates().get(0);
  }

  /** A column of the three main tables, by the name that the fact sheet gives it. */
  @Test
  void theMainTablesHaveTheColumnsThatWereAskedFor() {
    var ofUsers = "status email login first_name last_name last_login created_at activated_at";
    assertThat(names("okta_user")).contains(ofUsers.split(" "));
    assertThat(names("okta_auth_event"))
        .contains("event_type", "result", "reason", "actor_id", "actor_type", "ip_address")
        .contains("authentication_provider", "credential_type", "country", "severity")
        .contains("created_at");
  }

  private static List<String> names(String table) {
    return Okta.SOURCE.resource(table).orElseThrow().columns().stream().map(Column::name).toList();
  }

  /** Attributes are asked for by one name in every grammar. */
  @ParameterizedTest
  @MethodSource("resources")
  void grammarsAgreeOnNames(Resource resource) {
    var names =
        resource.listing().expressions().stream()
            .flatMap(expressions -> expressions.attributes())
            .collect(
                Collectors.groupingBy(
                    Attribute::column, Collectors.mapping(Attribute::name, Collectors.toSet())));
    assertThat(names.values()).allSatisfy(each -> assertThat(each).hasSize(1));
  }
}
