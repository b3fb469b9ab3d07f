package io.workosjdbc.cache;

import com.google.common.hash.Hashing;
import io.workosjdbc.cache.event.PrivateFolder;
import io.workosjdbc.request.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whole answers to requests for lists, kept beyond the end of the process. A file is named by the
 * table and a hash of the request, and says in full which one it answers.
 */
public final class ListingFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ListingFiles.class);
  private static final int VERSION = 1;

  private final PrivateFolder folder;

  public ListingFiles(PrivateFolder folder) {
    this.folder = folder;
  }

  /** An answer as it was read. */
  record Kept(Instant askedAt, List<StoredPage> pages) {
    Kept {
      pages = List.copyOf(pages);
    }
  }

  private static String name(Request request) {
    var hash = Hashing.sha256().hashString(request.target(), StandardCharsets.UTF_8).toString();
    return request.resource().table() + "-" + hash.substring(0, 32);
  }

  void write(Request request, Kept answer) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(VERSION);
      out.writeUTF(request.target());
      out.writeLong(answer.askedAt.toEpochMilli());
      out.writeInt(answer.pages.size());
      for (var page : answer.pages) {
        write(out, page);
      }
    } catch (IOException e) {
      LOG.debug("Cannot write down an answer", e); // A text of more than 65,535 bytes.
      return;
    }
    folder.write(name(request), bytes.toByteArray());
  }

  private static void write(DataOutputStream out, StoredPage page) throws IOException {
    out.writeUTF(page.next().orElse(""));
    out.writeInt(page.objects());
    out.writeUTF(page.line());
    out.writeUTF(page.requestId().orElse(""));
    out.writeLong(page.sentAt().toEpochMilli());
    out.writeInt(page.body().length);
    out.write(page.body());
  }

  /** The answer to exactly this request, if it is here. */
  Optional<Kept> read(Request request) {
    return folder.read(name(request)).flatMap(bytes -> read(request, bytes));
  }

  private static Optional<Kept> read(Request request, byte[] bytes) {
    try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != VERSION || !in.readUTF().equals(request.target())) {
        return Optional.empty();
      }
      var askedAt = Instant.ofEpochMilli(in.readLong());
      var pages = new ArrayList<StoredPage>();
      for (int left = in.readInt(); left > 0; left--) {
        pages.add(readPage(in));
      }
      return Optional.of(new Kept(askedAt, pages));
    } catch (IOException e) {
      LOG.debug("Cannot read the answer to {}", request.line(), e);
      return Optional.empty();
    }
  }

  private static StoredPage readPage(DataInputStream in) throws IOException {
    var next = text(in.readUTF());
    int objects = in.readInt();
    var line = in.readUTF();
    var requestId = text(in.readUTF());
    var sentAt = Instant.ofEpochMilli(in.readLong());
    var body = in.readNBytes(in.readInt());
    return new StoredPage(body, next, objects, line, requestId, sentAt);
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  void delete(Request request) {
    folder.delete(name(request));
  }

  void delete(String table) {
    folder.names().stream().filter(name -> name.startsWith(table + "-")).forEach(folder::delete);
  }

  void clear() {
    folder.names().forEach(folder::delete);
  }
}
