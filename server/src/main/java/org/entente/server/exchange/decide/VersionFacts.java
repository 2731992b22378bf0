// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.exchange.decide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.stix.Reference;
import org.entente.stix.StixId;
import org.entente.stix.StixObject;
import org.entente.stix.StixTimestamp;
import org.entente.stix.TlpMarkings;

/**
 * What the rules need of a version, kept beside it so that it can be decided anew without its
 * bytes.
 *
 * @param created {@code created} as written; empty when absent
 * @param createdBy {@code created_by_ref}
 * @param revoked whether this version revokes the object
 * @param labels as sent
 * @param markings targets of {@code object_marking_refs}
 * @param granular marking references of {@code granular_markings}
 * @param marking what kind of marking it defines, if it defines one
 * @param known whose variants of observables that it refers to its owner could read when it came
 */
public record VersionFacts(
    String created,
    Optional<StixId> createdBy,
    boolean revoked,
    List<String> labels,
    List<StixId> markings,
    List<StixId> granular,
    MarkingKind marking,
    List<Known> known) {
  private static final int FORMAT = 2;

  /**
   * A variant of something that everybody may bring.
   *
   * @param target its id
   * @param owner who brought it
   */
  public record Known(StixId target, String owner) {}

  /** The facts of an object that was read. */
  public static VersionFacts of(StixObject object, MarkingKind marking, List<Known> known) {
    return new VersionFacts(
        object.created().map(StixTimestamp::text).orElse(""),
        object.createdBy(),
        object.revoked(),
        object.labels(),
        object.markings(),
        object.granularMarkings(),
        marking,
        known);
  }

  /** Which references of an object are kept: none to itself or to a predefined TLP marking. */
  public static List<Reference> references(StixObject object) {
    List<Reference> kept = new ArrayList<>();
    for (Reference reference : object.references()) {
      StixId target = reference.target();
      if (TlpMarkings.level(target).isEmpty() && !target.equals(object.id())) {
        kept.add(reference);
      }
    }
    return kept;
  }

  /** Whether its owner could read somebody's variant of an observable when it came. */
  boolean knows(StixId target, String owner) {
    return known.contains(new Known(target, owner));
  }

  /** The form that is stored. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeByte(marking.ordinal());
      out.writeBoolean(revoked);
      out.writeUTF(created);
      out.writeUTF(createdBy.map(StixId::toString).orElse(""));
      writeIds(out, markings);
      writeIds(out, granular);
      out.writeInt(labels.size());
      for (String label : labels) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
      out.writeInt(known.size());
      for (Known variant : known) {
        out.writeUTF(variant.target().toString());
        out.writeUTF(variant.owner());
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static void writeIds(DataOutputStream out, List<StixId> ids) throws IOException {
    out.writeInt(ids.size());
    for (StixId id : ids) {
      out.writeUTF(id.toString());
    }
  }

  /** Reads {@link #encode()} back. */
  public static VersionFacts decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readUnsignedByte();
      if (format < 1 || format > FORMAT) {
        throw new IllegalStateException("facts of an unknown format: " + format);
      }
      MarkingKind marking = MarkingKind.values()[in.readUnsignedByte()];
      boolean revoked = in.readBoolean();
      String created = in.readUTF();
      Optional<StixId> createdBy = StixId.parse(in.readUTF());
      List<StixId> markings = readIds(in);
      List<StixId> granular = readIds(in);
      List<String> labels = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        labels.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      }
      // Format 1 did not tell variants apart: none is taken for known.
      List<Known> known = format == 1 ? List.of() : readKnown(in);
      return new VersionFacts(
          created, createdBy, revoked, labels, markings, granular, marking, known);
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private static List<Known> readKnown(DataInputStream in) throws IOException {
    List<Known> known = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      known.add(new Known(StixId.parse(in.readUTF()).orElseThrow(), in.readUTF()));
    }
    return known;
  }

  private static List<StixId> readIds(DataInputStream in) throws IOException {
    List<StixId> ids = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      ids.add(StixId.parse(in.readUTF()).orElseThrow());
    }
    return ids;
  }
}
