package io.workosjdbc.demo;

import java.util.concurrent.CountDownLatch;

/**
 * Runs the demo environment by itself: the reproduction kit. {@code java ... Demo [port [events]]}
 */
public final class Demo {
  private Demo() {}

  /**
   * Starts the demo on a port (8080 when absent) with so many events (20,000 when absent), prints
   * where it is, and stays until Ctrl-C.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws InterruptedException {
    DemoOptions options =
        DemoOptions.defaults()
            .withApiKey("sk_test_demo")
            .withPort(arguments.length > 0 ? number(arguments[0]) : 8080);
    if (arguments.length > 1) {
      options = options.withEventCount(number(arguments[1]));
    }
    try (DemoServer server = DemoServer.start(options)) {
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      System.out.println("WorkOS demo environment at " + server.baseUrl());
      System.out.println("API key: " + server.apiKey());
      System.out.println(
          "JDBC URL: jdbc:workos:baseUrl=" + server.baseUrl() + ";apiKey=" + server.apiKey());
      System.out.println(
          "curl -H 'Authorization: Bearer "
              + server.apiKey()
              + "' '"
              + server.baseUrl()
              + "/organizations?limit=3'");
      System.out.println("Ctrl-C stops it.");
      stopped.await();
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: " + text, e);
    }
  }
}
