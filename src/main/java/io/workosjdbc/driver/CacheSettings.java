package io.workosjdbc.driver;

import io.workosjdbc.driver.Choices.CacheMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where answers are kept and for how long.
 *
 * @param folder of the disk cache, where the user gave one
 * @param maxBytes how large the folder may grow
 * @param history how long events are kept
 */
record CacheSettings(CacheMode mode, Optional<Path> folder, long maxBytes, Duration history) {}
