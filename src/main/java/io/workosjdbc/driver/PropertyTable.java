package io.workosjdbc.driver;

/** The properties as the README's Markdown table. */
final class PropertyTable {
  private PropertyTable() {}

  /** A heading line, a rule and one line per property, each ending in a newline. */
  static String markdown(Product product) {
    StringBuilder table =
        new StringBuilder("| property | default | meaning |\n| --- | --- | --- |\n");
    for (ConnectionProperty property : product.properties()) {
      PropertySpec spec = product.spec(property).orElseThrow();
      table
          .append("| `")
          .append(spec.name())
          .append("` | ")
          .append(spec.defaultText().map(text -> "`" + text + "`").orElse(""))
          .append(" | ")
          .append(spec.description().replace("|", "\\|"))
          .append(choices(spec))
          .append(otherWays(spec))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String choices(PropertySpec spec) {
    return spec.type().choices().isEmpty()
        ? ""
        : " Choices: `" + String.join("`, `", spec.type().choices()) + "`.";
  }

  private static String otherWays(PropertySpec spec) {
    StringBuilder ways = new StringBuilder();
    spec.aliases().forEach(alias -> ways.append(" Also as `").append(alias).append("`."));
    spec.environmentVariable()
        .ifPresent(
            name -> ways.append(" Else from environment variable `").append(name).append("`."));
    return ways.toString();
  }
}
