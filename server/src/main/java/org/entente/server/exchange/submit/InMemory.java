// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.submit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.server.exchange.decide.Incoming;
import org.entente.server.resource.Collection;
import org.entente.stix.json.EnvelopeSplitter;
import org.entente.stix.json.Limits;
import org.entente.stix.json.SplitResult;

/** A small body: cut while it arrives, and kept as it came in case it turns out to be large. */
final class InMemory implements Source {
  /** What came, and the objects cut out of it. */
  private static final int COPIES = 2;

  private final Submissions house;
  private final Held held = new Held();
  private final Candidates candidates;
  private final EnvelopeSplitter splitter;
  private final List<Buffer> chunks = new ArrayList<>();
  private long bytes;
  private long reserved;

  InMemory(Limits limits, Collection collection, Submissions house) {
    this.house = house;
    this.candidates = Candidates.whole(limits.object(), collection, house.extensions(), held::add);
    this.splitter = new EnvelopeSplitter(limits, candidates);
  }

  /** Whether the next bytes may come here, too. */
  boolean hasRoom(int more) {
    if (house.spools().isLarge(bytes + more) || !house.reserve((long) COPIES * more)) {
      return false;
    }
    reserved += (long) COPIES * more;
    return true;
  }

  Optional<SplitResult.Failure> write(Buffer chunk) {
    bytes += chunk.length();
    chunks.add(chunk);
    byte[] part = chunk.getBytes();
    return splitter.feed(part, 0, part.length);
  }

  SplitResult end() {
    chunks.clear();
    return splitter.end();
  }

  /** Gives up the body as it came. */
  List<Buffer> leave() {
    List<Buffer> came = List.copyOf(chunks);
    close();
    return came;
  }

  /** Its items, once it is whole. */
  Candidates candidates() {
    return candidates;
  }

  @Override
  public Future<List<Incoming>> load(List<Outline> turn) {
    return held.load(turn);
  }

  @Override
  public byte[] bytes(Outline one) {
    return held.bytes(one);
  }

  @Override
  public void close() {
    chunks.clear();
    candidates.clear();
    held.close();
    house.release(reserved);
    reserved = 0;
  }
}
