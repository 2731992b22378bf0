// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.taxii.push;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files one after the other, no further than a batch needs. Blocks. */
final class ObjectSource implements Closeable {
  private static final int CHUNK = 64 << 10;

  private final Inputs inputs;
  private final Iterator<String> names;
  private final Deque<byte[]> objects = new ArrayDeque<>();
  private final List<PushFailure> refused = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final byte[] chunk = new byte[CHUNK];
  private @Nullable InputStream file;
  private @Nullable FileValues values;
  private String shown = "";
  private long read;

  /**
   * Prepares; opens nothing yet.
   *
   * @param names paths, or {@code -}
   */
  ObjectSource(Inputs inputs, List<String> names) {
    this.inputs = inputs;
    this.names = names.iterator();
  }

  /**
   * The next batch; empty at the end of the last file.
   *
   * @param most the most objects
   * @param bytes the longest envelope
   */
  Batch next(int most, long bytes) throws IOException {
    List<byte[]> batch = new ArrayList<>();
    long room = bytes - Batch.FRAME;
    while (batch.size() < most && (!objects.isEmpty() || fill())) {
      byte[] object = objects.peek();
      if (object == null) {
        break;
      }
      if (object.length > bytes - Batch.FRAME) {
        refused.add(
            PushFailure.unidentified(
                "an object of " + object.length + " bytes is larger than the server takes"));
        objects.remove();
      } else if (object.length + 1 > room && !batch.isEmpty()) {
        break;
      } else {
        batch.add(objects.remove());
        room -= object.length + 1;
      }
    }
    Batch next = new Batch(batch, List.copyOf(refused), List.copyOf(notes), read);
    refused.clear();
    notes.clear();
    read = 0;
    return next;
  }

  /** Reads until there is an object or a refusal; false at the very end. */
  private boolean fill() throws IOException {
    while (objects.isEmpty() && refused.size() < 1000) {
      if (values == null && !open()) {
        return false;
      }
      readChunk();
    }
    return true;
  }

  private boolean open() throws IOException {
    if (!names.hasNext()) {
      return false;
    }
    String name = names.next();
    shown = name.equals("-") ? "standard input" : "`" + name + "`";
    try {
      file = inputs.open(name);
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
    values = new FileValues(shown, name.equals("-"), objects, refused, notes);
    return true;
  }

  private void readChunk() throws IOException {
    InputStream in = file;
    FileValues current = values;
    if (in == null || current == null) {
      return;
    }
    int length;
    try {
      length = in.read(chunk);
    } catch (IOException unreadable) {
      throw unreadable(unreadable);
    }
    if (length > 0) {
      read += length;
      current.feed(chunk, length);
    } else {
      current.finish();
    }
    if (length < 0 || current.broken()) {
      close();
    }
  }

  private IOException unreadable(IOException why) {
    String reason =
        why instanceof NoSuchFileException ? "it does not exist" : String.valueOf(why.getMessage());
    return new IOException(shown + " cannot be read: " + reason, why);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    file = null;
    values = null;
  }
}
