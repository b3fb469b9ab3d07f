package io.workosjdbc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of api/workos.md section 2 and api/okta.md section 3. */
final class ErrorBodyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'code':'bad_request','message':'Bad.'} | bad_request | Bad.",
        "{'message':'Unauthorized'} | - | Unauthorized",
        "{'errorCode':'E0000031','errorSummary':'Bad.','errorLink':'E0000031','errorId':'oae1',"
            + "'errorCauses':[{'errorSummary':'operator ne'}]} | E0000031 | Bad. (operator ne)",
        "{'errorCode':'E0000047','errorSummary':'Too many.','errorCauses':[]}"
            + "| E0000047 | Too many.",
        "{'error':'invalid_request','error_description':'No.'} | invalid_request | No.",
        "{'error':'invalid_request'} | invalid_request | invalid_request",
        "{'error':'Object is not there.'} | - | Object is not there.",
        "{'error':'Bad Request','message':'No.'} | - | No.",
        "{'code':'c','message':'m','statusCode':400} | c | m",
        "{'code':42,'message':null} | 42 | -",
        "{'message':'Validation failed.','errors':[{'field':'events','code':'required'}]}"
            + "| - | Validation failed. (events: required)",
        "{'errors':[{'field':'a','code':'c','message':'m'},{'code':'d'}],'message':'V.'}"
            + "| - | V. (a: c m; d)",
        "{'code':'c','message':'V.','errors':['first','second']} | c | V. (first; second)",
        "{'errors':['only']} | - | (only)",
        "{'errors':{'a':['b']},'message':'m'} | - | m",
        "{'errors':[],'message':'m'} | - | m",
        "{'errors':[null,[1],{'x':{'y':1}},7],'message':'m'} | - | m (7)",
        "{'data':{'message':'inner'},'message':'outer'} | - | outer",
        "'Ratelimited' | - | Ratelimited",
        "{'code':'c','message':'cut off he | c | -",
        "{'message':'m','errors':[{'field':'f','code':'c'},{'fie | - | m (f: c)",
        "{'message':'' ,'code':' '} | - | -",
        "[] | - | -",
        "[{'message':'m'}] | - | -",
        "17 | - | -",
        "null | - | -",
        "<html><body>502 Bad Gateway</body></html> | - | -",
        "Not Found | - | -",
      })
  void readsEveryShape(String body, String code, String message) {
    var parsed = parse(body.replace('\'', '"'));

    assertThat(parsed.code().orElse("-")).isEqualTo(code);
    assertThat(parsed.message().orElse("-")).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "{", "\"", "{\"message\""})
  void findsNothingInNothing(String body) {
    var parsed = parse(body);

    assertThat(parsed.code()).isEmpty();
    assertThat(parsed.message()).isEmpty();
  }

  @Test
  void cleansAndShortensTheText() {
    var parsed =
        parse("{\"message\":\"a\\u0000\\r\\n\\tb\\u202Ec\\u2028 d " + "x".repeat(1000) + "\"}");

    assertThat(parsed.message().orElseThrow())
        .startsWith("a b c d xxx")
        .endsWith("xxx...")
        .hasSize(300);
  }

  @Test
  void doesNotCutACharacterInHalf() {
    assertThat(CleanText.line("x".repeat(296) + "\uD83D\uDE00".repeat(10)))
        .isEqualTo("x".repeat(296) + "...");
  }

  @Test
  void readsNoMoreThanItNeeds() {
    var parsed =
        parse("{\"code\":\"c\",\"junk\":\"" + "x".repeat(70_000) + "\",\"message\":\"m\"}");

    assertThat(parsed.code()).contains("c");
    assertThat(parsed.message()).isEmpty();
  }

  @Test
  void survivesDeepNesting() {
    assertThat(parse("{\"message\":\"m\",\"x\":" + "[".repeat(5000)).message()).contains("m");
  }

  private static ErrorBody parse(String body) {
    return ErrorBody.parse(
        body.getBytes(StandardCharsets.UTF_8), (UnaryOperator<String>) CleanText::line);
  }
}
