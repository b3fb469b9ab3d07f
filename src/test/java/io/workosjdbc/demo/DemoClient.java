package io.workosjdbc.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a demo server over real HTTP with the JDK's client. */
final class DemoClient {
  static final String AUTH_EVENTS =
      "authentication.password_succeeded,authentication.password_failed,authentication.sso_succeeded";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  DemoClient(DemoServer server) {
    this.server = server;
  }

  /** An answer whose body is JSON. */
  record Page(int status, JsonNode json) {
    List<String> ids() {
      List<String> ids = new ArrayList<>();
      json.get("data").forEach(row -> ids.add(row.get("id").asText()));
      return ids;
    }

    List<String> values(String pointer) {
      List<String> values = new ArrayList<>();
      json.get("data").forEach(row -> values.add(row.at(pointer).asText()));
      return values;
    }

    /** The cursor, or an empty text for null. */
    String after() {
      return json.at("/list_metadata/after").asText("");
    }

    String before() {
      return json.at("/list_metadata/before").asText("");
    }
  }

  Page get(String target) {
    HttpResponse<byte[]> response = send(request(target));
    return new Page(response.statusCode(), parsed(response));
  }

  /** Follows {@code after} to the end. */
  List<Page> pages(String target) {
    List<Page> pages = new ArrayList<>(List.of(get(target)));
    while (!pages.get(pages.size() - 1).after().isEmpty()) {
      pages.add(get(target + "&after=" + pages.get(pages.size() - 1).after()));
    }
    return pages;
  }

  List<String> allIds(String target) {
    return pages(target).stream().flatMap(page -> page.ids().stream()).toList();
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + target))
        .header("Authorization", "Bearer " + server.apiKey());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks without waiting for the answer. */
  CompletableFuture<HttpResponse<String>> later(String target) {
    return http.sendAsync(request(target).build(), HttpResponse.BodyHandlers.ofString());
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  static String text(HttpResponse<byte[]> response) {
    return text(response.body());
  }

  private static JsonNode parsed(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
