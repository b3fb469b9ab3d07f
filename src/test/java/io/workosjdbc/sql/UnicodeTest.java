package io.workosjdbc.sql;

import io.workosjdbc.demo.DemoData;
import io.workosjdbc.demo.DemoOrganization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of any script in statements and values. */
class UnicodeTest {
  private static final String NAME = "東京 Straße 🎉 عربى";

  @RegisterExtension static final Api API = Api.of(data());

  private static DemoData data() {
    var at = StoryTime.at("2026-01-01T00:00:00Z");
    return DemoData.of(
        List.of(
            new DemoOrganization(
                "org_acme",
                NAME,
                List.of(),
                Map.of(),
                Optional.of("crm-1"),
                Optional.empty(),
                Optional.empty(),
                at,
                at),
            DemoOrganization.of("org_beta", "Beta", at)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = '" + NAME + "'",
        "'" + NAME + "' = name",
        "name in ('" + NAME + "', 'Šimon')",
        "name in (select '" + NAME + "')",
        "name like '東京%'",
        "name like '%🎉%' and name <> '東京'",
        "name between '東' and '東京🎉'",
        "name || '!' = '" + NAME + "!'",
        "upper(name) = '東京 STRASSE 🎉 عربى'",
        "case when name = '東京' then '東' else name end = '" + NAME + "'",
        "coalesce(external_id, '漢字') <> '漢字' and name > '京'",
        "char_length(name) > 10 and position('京' in name) = 2"
      })
  void aStatementMayHoldAnyText(String condition) {
    API.sql("select name from workos_organization where " + condition)
        .returns(NAME)
        .sameWithoutPushdown();
  }

  @Test
  void anyTextComesBackFromALiteral() {
    API.sql("select '" + NAME + "', '\u202e', '\u0001'").returns(NAME + "|\u202e|\u0001");
    API.sql("select '東京' union all select 'Zürich' union all select cast('x' as varchar)")
        .returnsInAnyOrder("東京", "Zürich", "x");
  }

  @Test
  void anyTextIsAParameter() {
    API.sql("select id from workos_organization where name = ?").with(NAME).returns("org_acme");
  }

  @Test
  void keysAreSentInUtf8() {
    API.sql("select id from workos_organization where external_id = 'crm-東'")
        .sends("GET /organizations/external_id/crm-東")
        .returnsNothing();
  }
}
