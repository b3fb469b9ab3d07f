package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.API_KEY;
import static io.workosjdbc.driver.ConnectionProperty.API_KEY_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Where an API key comes from. It is read again when the service refuses the key. */
sealed interface KeySource {

  /**
   * What follows the name of the environment variable for a key in that of the one that holds a
   * command which prints it. It is no property: URLs and Properties come from files that others may
   * write and from programs that read anything, and must never be able to start a program.
   */
  String COMMAND = "_COMMAND";

  /** A key given to this connection, else its key file, else the variable, else the command. */
  static KeySource of(Product product, PropertyValues values) throws SQLException {
    var file = values.find(API_KEY_FILE, Path.class);
    if (file.isPresent() && !values.isGiven(API_KEY)) {
      return new OfFile(product.nameOf(API_KEY_FILE), file.get());
    }
    var key = values.find(API_KEY, Secret.class);
    if (key.isPresent()) {
      return new Given(key.get());
    }
    var variable =
        product.spec(API_KEY).flatMap(PropertySpec::environmentVariable).map(v -> v + COMMAND);
    return variable
        .flatMap(values::variable)
        .filter(command -> !command.isBlank())
        .<KeySource>map(command -> new OfCommand(variable.orElseThrow(), command))
        .orElseThrow(() -> SqlState.KEY_REFUSED.error(product.keys().missing()));
  }

  /** The key as it is now; a failure is of SQLState 28000 and shows no part of it. */
  Secret read() throws SQLException;

  /** A key that somebody gave, and that is what it is. */
  record Given(Secret read) implements KeySource {}

  /** A file that nobody but its owner may read. */
  record OfFile(String property, Path file) implements KeySource {
    @Override
    public Secret read() throws SQLException {
      try {
        if (PrivateFile.isOpenToOthers(file)) {
          throw SqlState.KEY_REFUSED.error(
              "Property "
                  + property
                  + ": others may read the file "
                  + file
                  + "; take that right away (chmod 600)");
        }
        return new Secret(Files.readString(file).trim());
      } catch (IOException e) {
        throw SqlState.KEY_REFUSED.error(
            "Property " + property + ": the file " + file + " cannot be read", e);
      }
    }
  }

  /** What a command of the user's own shell prints, such as a password manager. */
  record OfCommand(String variable, String command) implements KeySource {
    @Override
    public Secret read() throws SQLException {
      return KeyCommand.run(variable, command);
    }

    @Override
    public String toString() {
      return "OfCommand[" + variable + "]";
    }
  }
}
