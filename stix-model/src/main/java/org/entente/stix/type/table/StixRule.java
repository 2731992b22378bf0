// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.stix.type.table;

/** The rules that objects are held against, by the number that findings and documents give. */
public enum StixRule {
  B1("§1.2.10", "JSON in UTF-8, no name twice in one object, within the limits"),
  B2("§8", "a bundle is no STIX object, and an object no bundle"),
  B3("§2.3, §2.7, §2.12", "no empty list or dictionary; keys of dictionaries and hashes"),
  B4("§3.1", "names of types and properties"),
  B5("§2", "values of the kind that the standard gives the property; never null"),
  B6("§2.1, §2.8", "base64, hexadecimal digits and encodings"),
  B7("§3.8", "reserved names"),
  B8("§3.2", "common properties that the class of the type has"),
  B9("§3.2", "spec_version is 2.1"),
  B10("§2.5", "external references"),
  B11("§3.2", "confidence is 0 to 100, languages are RFC 5646 tags"),
  B12("§2.11", "kill chain phases"),
  B13("§2.4, §2.13, §10", "values of vocabularies and enumerations"),
  B14("§2.9", "identifiers are a type and a UUID"),
  B15("§2.9", "versions of the UUIDs of domain, relationship and meta objects"),
  B16("§2.9", "versions of the UUIDs of observables"),
  B17("§2.9", "deterministic identifiers of observables"),
  B18("§2.9", "one UUID for one object", Seen.TOGETHER),
  B19("§2.9, §3.2", "references are identifiers of a type that the property allows"),
  B20("§2.16", "timestamps"),
  B21("§3.2", "created and modified have milliseconds"),
  B22("§3.2", "modified is not before created"),
  B23("§4, §5, §6", "the order of times"),
  B24("§3.6", "a version is known by its id and modified", Seen.HERE),
  B25("§3.6", "creation, creator and type stay as they are in later versions", Seen.HERE),
  B26("§3.6", "only the owner adds versions and revokes", Seen.HERE),
  B27("§3.6", "nothing follows a revocation", Seen.HERE),
  B28("§3.6", "one content for one version", Seen.HERE),
  B29(
      "§3.5",
      "what others made is passed on unchanged",
      "an object does not show who changed it; B26 and B28 keep others from it"),
  B30(
      "§7.2.2",
      "the markings of the newest visible version govern",
      "it says who reads an object, and demands nothing of the object"),
  B31("§4, §5, §6, §7", "what a type requires and how its properties depend on each other"),
  B32("§4, §5.1, §6", "relationships that the standard suggests"),
  B33("§5.1", "the ends of a relationship are domain objects or observables"),
  B34("§7.3", "keys of extensions, and what predefined extensions require"),
  B35("§7.3", "extensions are objects that say their kind and are not empty"),
  B36("§7.3, §11", "types beyond the standard"),
  B37("§7.3, §11", "properties beyond the standard"),
  B38("§7.3", "extensions whose definition and schema are known here", Seen.HERE),
  B39("§7.2.3", "granular markings"),
  B40("§7.2.3", "selectors address what is there"),
  B41("§7.2", "a marking-definition does not mark itself"),
  B42("§7.2.1.4", "TLP 1 has four marking-definitions"),
  B43("§7.2.1.4", "TLP 2 has five marking-definitions"),
  B44("§7.2.1.4", "one level of TLP for one object"),
  B45("§7.2", "marking-definitions that are not known here"),
  B46(
      "§7.2.1.4",
      "predefined marking-definitions are known without being sent",
      "it is a promise of the exchange, and demands nothing of objects"),
  B47("§9, §4.7", "patterns can be read"),
  B48("§9", "patterns mean something"),
  B49("§4.7", "patterns in other languages"),
  B50("§7.1", "translations"),
  B51("§7.1", "translations of one version", Seen.TOGETHER);

  /** How much it takes to see that a rule is broken. */
  public enum Seen {
    /** One object. */
    ALONE("one object"),
    /** Objects that come together, or one and what the exchange holds. */
    TOGETHER("objects together"),
    /** An object, and what the exchange holds and knows. */
    HERE("the exchange"),
    /** No object can break it. */
    NOWHERE("nothing");

    private final String words;

    Seen(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  private final String section;
  private final String title;
  private final Seen seen;
  private final String why;

  StixRule(String section, String title) {
    this(section, title, Seen.ALONE);
  }

  StixRule(String section, String title, Seen seen) {
    this(section, title, seen, "");
  }

  StixRule(String section, String title, String why) {
    this(section, title, Seen.NOWHERE, why);
  }

  StixRule(String section, String title, Seen seen, String why) {
    this.section = section;
    this.title = title;
    this.seen = seen;
    this.why = why;
  }

  /** Where the standard has it. */
  public String section() {
    return section;
  }

  /** What it is about, in a few words. */
  public String title() {
    return title;
  }

  /** How much it takes to see that it is broken. */
  public Seen seen() {
    return seen;
  }

  /** Why no object can break it; empty where one can. */
  public String why() {
    return why;
  }
}
