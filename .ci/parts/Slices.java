// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.stix.StixObject;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.ItemSink;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectReader;
import org.entente.stix.json.ReadResult;
import org.entente.stix.json.Slice;
import org.entente.stix.json.SplitResult;

/**
 * Cuts each file of a folder into its objects and prints where each begins and ends. Every object is
 * cut once more, as a body of its own that comes in small parts, and must have the same bytes and
 * facts. Run from its source, with the runnable jar as class path.
 */
final class Slices implements ItemSink {
  private static final Limits ANY =
      new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Limits.DEFAULT.object());

  private final List<Optional<Slice>> items = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    for (int number = 0; number < Integer.parseInt(args[1]); number++) {
      byte[] body = Files.readAllBytes(Path.of(args[0], String.valueOf(number)));
      Slices slices = new Slices();
      boolean whole = slices.cut(body, 64 << 10);
      System.out.println(number + (whole ? " whole" : " failed"));
      for (Optional<Slice> item : slices.items) {
        System.out.println(number + item.map(Slices::line).orElse(" refused"));
      }
    }
  }

  private static String line(Slice slice) {
    long end = slice.offset() + slice.bytes().length;
    Slices again = new Slices();
    boolean same = again.cut(slice.bytes(), 7) && again.items.size() == 1;
    byte[] bytes = same ? again.items.get(0).map(Slice::bytes).orElse(new byte[0]) : new byte[0];
    same = Arrays.equals(slice.bytes(), bytes) && facts(slice.bytes()).equals(facts(bytes));
    return " " + slice.offset() + " " + end + (same ? " same" : " other");
  }

  private boolean cut(byte[] body, int chunk) {
    EnvelopeSplitter splitter = new EnvelopeSplitter(ANY, this);
    for (int at = 0; at < body.length; at += chunk) {
      splitter.feed(body, at, Math.min(chunk, body.length - at));
    }
    return splitter.end() instanceof SplitResult.Whole;
  }

  /** What is known of an object, or why it is refused. */
  private static Object facts(byte[] bytes) {
    ReadResult result = new ObjectReader(ANY.object()).read(bytes);
    if (!(result instanceof ReadResult.Accepted accepted)) {
      return result;
    }
    StixObject object = accepted.object();
    if (!Arrays.equals(object.bytes(), bytes)) {
      throw new IllegalStateException("other bytes: " + object);
    }
    return List.of(
        object.id(),
        object.specVersion(),
        object.created(),
        object.modified(),
        object.createdBy(),
        object.revoked(),
        object.labels(),
        object.markings(),
        object.granularMarkings(),
        object.references());
  }

  @Override
  public void object(Slice slice) {
    items.add(Optional.of(slice));
  }

  @Override
  public void refused(int index, ReadResult.Refused refused) {
    items.add(Optional.empty());
  }
}
