package io.workosjdbc.cache.event;

import java.time.Instant;

/** A file of a folder. */
record StoredFile(Folder folder, String name, long bytes, Instant lastUsed) {}
