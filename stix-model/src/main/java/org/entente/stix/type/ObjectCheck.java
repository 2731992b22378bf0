// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type;

import java.util.ArrayList;
import java.util.List;
import org.entente.stix.json.ObjectListener;
import org.entente.stix.type.Frame.Mode;
import org.entente.stix.type.syntax.Syntax;
import org.entente.stix.type.table.Kind;
import org.entente.stix.type.table.Presence;
import org.entente.stix.type.table.Property;
import org.entente.stix.type.table.StixRule;
import org.entente.stix.type.table.Strength;

/** Follows the tokens of one object after another and holds them against the table. */
final class ObjectCheck implements ObjectListener {
  private final Shapes shapes = Shapes.standard();
  private final Place place;
  private final Known known;
  private final Texts texts;
  private final Numbers numbers;
  private final Conditions conditions;
  private final Keys keys;
  private final Whole whole;
  private final List<Frame> frames = new ArrayList<>();

  ObjectCheck(Place place, Known known, Whole whole) {
    this.place = place;
    this.known = known;
    this.whole = whole;
    texts = new Texts(place);
    numbers = new Numbers(place);
    conditions = new Conditions(place);
    keys = new Keys(place, known, shapes);
    frames.add(new Frame());
  }

  @Override
  public void begin(String type) {
    place.clear();
    place.findings().ofType(type);
    known.clear(type);
    frame(0).open(Mode.FREE, null, null, false);
  }

  @Override
  public void token(Token token, Cursor at) {
    place.at(token, at);
    Frame frame = frame(at.depth());
    switch (token) {
      case NAME -> name(frame, at.text());
      case START_OBJECT, START_ARRAY -> open(frame, token == Token.START_ARRAY);
      case END_OBJECT, END_ARRAY -> close(frame(at.depth() + 1), token == Token.END_ARRAY);
      default -> value(frame, token);
    }
  }

  private Frame frame(int depth) {
    while (depth >= frames.size()) {
      frames.add(new Frame());
    }
    return frames.get(depth);
  }

  private void name(Frame frame, String name) {
    switch (frame.mode()) {
      case SHAPED -> {
        Slot slot = frame.shape().slot(name);
        frame.name(name, slot);
        if (slot == null) {
          unknown(frame, name);
        } else if (slot.property().presence() == Presence.DEPRECATED) {
          String reason = "`" + name + "` is deprecated";
          place.find(StixRule.B31, Strength.DEPRECATED, slot.property(), reason);
        }
      }
      case FREE -> frame.name(name, frame.slot());
      default -> {
        frame.name(name, frame.slot());
        keys.key(frame, name);
      }
    }
  }

  private void unknown(Frame frame, String name) {
    if (keys.reserved(name)) {
      return;
    }
    if (!Syntax.isPropertyName(name)) {
      String reason = Findings.quote(name) + " is no property name: a-z, 0-9 and _, 3 to 250";
      place.find(StixRule.B4, Strength.MUST, name, reason);
    }
    if (place.depth() == 1) {
      known.unknown(name, place.tokens());
    } else {
      String type = frame.shape().type().name();
      String reason = Findings.quote(name) + " is no property of " + type;
      Strength strength = name.startsWith("x_") ? Strength.DEPRECATED : Strength.SHOULD;
      place.find(StixRule.B37, strength, name, reason);
    }
  }

  private void open(Frame frame, boolean list) {
    Frame inner = frame(place.depth() + 1);
    if (place.depth() == 0) {
      inner.open(Mode.SHAPED, shapes.ofObject(known.type()), null, false);
      return;
    }
    if (frame.isList()) {
      frame.item();
    }
    Slot slot = frame.slot();
    boolean valued = frame.mode() == Mode.SHAPED || frame.mode() == Mode.LIST;
    if (!valued || slot == null) {
      openOther(frame, inner, list);
    } else if (list && slot.property().list() && !frame.isList()) {
      inner.open(Mode.LIST, null, slot, true);
    } else if (list || (slot.property().list() && !frame.isList()) || mode(slot) == Mode.FREE) {
      boolean fits = !list && slot.property().kind() == Kind.OBJECT;
      inner.open(Mode.FREE, null, null, list);
      if (!fits) {
        mismatch(slot.property(), frame.isList());
      }
    } else {
      inner.open(mode(slot), slot.part(), slot, false);
    }
  }

  private static Mode mode(Slot slot) {
    return switch (slot.property().kind()) {
      case PART -> Mode.SHAPED;
      case HASHES -> Mode.HASHES;
      case DICTIONARY -> Mode.DICTIONARY;
      case EXTENSIONS -> Mode.EXTENSIONS;
      case OBSERVABLES -> Mode.OBSERVABLES;
      case TRANSLATIONS -> Mode.TRANSLATIONS;
      default -> Mode.FREE;
    };
  }

  private void openOther(Frame frame, Frame inner, boolean list) {
    if (frame.mode() == Mode.EXTENSIONS && !list) {
      Shape extension = keys.extension(frame.name());
      Mode other = Keys.isDefinition(frame.name()) ? Mode.EXTENSION : Mode.FREE;
      inner.open(extension == null ? other : Mode.SHAPED, extension, null, false);
    } else {
      boolean translated =
          frame.mode() == Mode.TRANSLATION || (frame.mode() == Mode.TRANSLATIONS && !list);
      inner.open(translated ? Mode.TRANSLATION : Mode.FREE, null, null, list);
      keys.value(frame);
    }
  }

  private void mismatch(Property property, boolean item) {
    boolean wantsList = property.list() && !item;
    String wanted = wantsList ? "a list" : property.kind().article();
    String what = item ? "an item of `" : "`";
    place.find(
        StixRule.B5, Strength.MUST, property, what + property.name() + "` must be " + wanted);
  }

  private void value(Frame frame, Token token) {
    if (frame.isList()) {
      frame.item();
    }
    if (token == Token.NULL) {
      place.find(StixRule.B5, Strength.MUST, frame.name(), "null is never a value");
      return;
    }
    numbers.any(frame.name());
    Slot slot = frame.slot();
    if (frame.mode() != Mode.SHAPED && frame.mode() != Mode.LIST) {
      keys.value(frame);
    } else if (slot != null) {
      if (slot.property().list() && !frame.isList()) {
        mismatch(slot.property(), false);
      } else {
        scalar(slot, frame, token);
      }
    }
  }

  private void scalar(Slot slot, Frame frame, Token token) {
    Property property = slot.property();
    boolean fits =
        switch (property.kind()) {
          case BOOLEAN -> token == Token.TRUE || token == Token.FALSE;
          case INTEGER, FLOAT -> token == Token.INTEGER || token == Token.DECIMAL;
          case HASHES, DICTIONARY, PART, OBJECT, EXTENSIONS, OBSERVABLES, TRANSLATIONS -> false;
          default -> token == Token.STRING;
        };
    if (!fits) {
      mismatch(property, frame.isList());
      return;
    }
    switch (property.kind()) {
      case BOOLEAN -> frame.is(slot, token == Token.TRUE);
      case INTEGER, FLOAT -> numbers.of(property);
      case STRING -> {}
      default -> texts.check(slot, frame);
    }
    if (token == Token.STRING) {
      known.value(property, place);
    }
  }

  private void close(Frame frame, boolean list) {
    if (list && frame.items() == 0) {
      String name = frame(place.depth()).name();
      place.find(StixRule.B3, Strength.MUST, name, "a list is never empty");
    }
    if (list) {
      return;
    }
    if (frame.mode() != Mode.SHAPED) {
      keys.close(frame);
    } else {
      conditions.missing(frame);
      conditions.check(frame);
      known.end(frame.shape(), place);
      if (place.depth() == 0) {
        whole.check(frame);
      }
    }
  }
}
