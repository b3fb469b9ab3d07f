package io.workosjdbc.planner.sql;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class JsonFunctionsTest extends DatabaseTest {

  @Test
  void arraysOfJsonBecomeArrays() throws SQLException {
    rows("select x from unnest(json_query_array('[1, null, \"a\", {\"b\":[2]}]')) as t(x)")
        .containsExactly("1", "null", "\"a\"", "{\"b\":[2]}");
    rows("select x is null, x from unnest(json_value_array('[1, null, \"a\", {\"b\":2}]')) as t(x)")
        .containsExactly("false|1", "true|null", "false|a", "false|{\"b\":2}");
  }

  @Test
  void aPathLeadsToTheArray() throws SQLException {
    rows("select x from unnest(json_value_array('{\"a\":{\"b\":[1,2]}}', '$.a.b')) as t(x)")
        .containsExactly("1", "2");
    rows("select x from unnest(json_value_array('{\"a\":[{\"b\":1},{\"b\":2}]}', '$.a[*].b')) as"
            + " t(x)")
        .containsExactly("1", "2");
  }

  @Test
  void whatIsNoArrayHasNoElements() throws SQLException {
    for (var json : new String[] {"'{}'", "'1'", "cast(null as varchar)"}) {
      rows("select x from unnest(json_query_array(" + json + ")) as t(x)").isEmpty();
      rows("select cardinality(json_value_array(" + json + "))").containsExactly("0");
    }
    rows("select x from unnest(json_value_array('{\"a\":1}', '$.nix')) as t(x)").isEmpty();
  }

  @Test
  void standardFunctionsReadTexts() throws SQLException {
    rows("select json_value('{\"a\":{\"b\":\"x\"}}', '$.a.b'),"
            + " json_query('{\"a\":{\"b\":1}}', '$.a'), json_exists('{\"a\":1}', '$.b'),"
            + " json_value('{\"a\":7}', '$.a' returning integer) + 1")
        .containsExactly("x|{\"b\":1}|false|8");
  }

  @Test
  void namesInPathsMayBeQuoted() throws SQLException {
    var json = "'{\"a b\":{\"c.d\":\"x\",\"it''s\":2},\"e\":[{\"f g\":1}]}'";
    rows("select json_value("
            + json
            + ", '$.\"a b\".\"c.d\"'), json_query("
            + json
            + ", 'lax $.\"e\"'), json_exists("
            + json
            + ", '$.\"a b\".\"it''s\"'), json_value("
            + json
            + ", '$.e[0].\"f g\"'), "
            + json
            + " ->> '$.\"a b\".\"c.d\"'")
        .containsExactly("x|[{\"f g\":1}]|true|1|x");
    rows("select x from unnest(json_query_array(" + json + ", '$.\"e\"[*].\"f g\"')) as t(x)")
        .containsExactly("1");
  }
}
