package io.workosjdbc.demo;

/** A 200 whose JSON is no list of objects. */
public enum WrongShape implements Effect {
  ARRAY("[{\"id\":\"org_1\"}]"),
  STRING("\"list\""),
  NULL("null"),
  EMPTY(""),
  HTML("<html><body>Sign in</body></html>"),
  WITHOUT_DATA("{\"object\":\"list\",\"list_metadata\":{\"before\":null,\"after\":null}}"),
  DATA_IS_OBJECT(
      "{\"object\":\"list\",\"data\":{\"id\":\"org_1\"},\"list_metadata\":{\"after\":null}}"),
  DATA_IS_NULL("{\"object\":\"list\",\"data\":null,\"list_metadata\":{\"after\":null}}"),
  ROW_IS_STRING("{\"object\":\"list\",\"data\":[\"org_1\"],\"list_metadata\":{\"after\":null}}"),
  CURSOR_IS_OBJECT(
      "{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"after\":{\"id\":\"org_1\"}}}"),
  METADATA_IS_ARRAY("{\"object\":\"list\",\"data\":[],\"list_metadata\":[]}"),
  /** Two values: the list, and something after it. */
  TRAILING_TEXT("{\"object\":\"list\",\"data\":[],\"list_metadata\":{\"after\":null}} oops");

  private final String body;

  WrongShape(String body) {
    this.body = body;
  }

  @Override
  public Reply around(Request request, Handler next) {
    return Reply.json(200, new Body.Text(body));
  }
}
