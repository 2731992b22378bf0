// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entente.connector.feed.decode.RawRecord;
import org.entente.connector.feed.definition.FeedDefinition;
import org.entente.connector.feed.definition.MapRule;
import org.entente.connector.feed.definition.MapRule.Indicator;
import org.entente.connector.feed.definition.MapRule.Vulnerability;
import org.entente.stix.build.BuiltObject;
import org.entente.stix.json.ObjectLimits;
import org.entente.stix.type.Finding;
import org.entente.stix.type.Profile;
import org.entente.stix.type.Validator;
import org.entente.stix.type.table.StixRule;

/**
 * Maps records as a definition says. The same record, namespace and time give the same bytes. For
 * one thread at a time.
 */
public final class Mapper {
  private final FeedDefinition feed;
  private final Frame frame;
  private final IndicatorMapper indicators;
  private final VulnerabilityMapper vulnerabilities;
  private final Validator validator = new Validator(ObjectLimits.DEFAULT, Profile.STRICT);

  /**
   * A mapper.
   *
   * @param feed what says how
   * @param namespace of the ids of domain objects
   * @param at the time of the run, for what has no time of its own
   */
  public Mapper(FeedDefinition feed, UUID namespace, Instant at) {
    this.feed = feed;
    frame = new Frame(feed, namespace, at);
    CommonMapper common = new CommonMapper(feed, frame);
    indicators = new IndicatorMapper(feed, frame, common);
    vulnerabilities = new VulnerabilityMapper(frame, common);
  }

  /** What each run begins with: the author, and the statement that objects refer to. */
  public List<BuiltObject> beginning() {
    return frame.objects();
  }

  /** Maps one record. */
  public MapResult map(RawRecord next) {
    if (next.problem().isPresent()) {
      return new MapResult.Rejected("record", next.problem().get());
    }
    if (!feed.where().stream().allMatch(condition -> condition.test(next))) {
      return new MapResult.Passed();
    }
    try {
      List<BuiltObject> objects = objects(next);
      for (BuiltObject object : objects) {
        check(object);
      }
      return new MapResult.Objects(objects);
    } catch (Rejection e) {
      return e.result();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new MapResult.Rejected("value", "it makes no object: " + e.getMessage());
    }
  }

  private List<BuiltObject> objects(RawRecord next) throws Rejection {
    String key = Sights.need(feed.key(), next, "key");
    for (MapRule rule : feed.rules()) {
      if (rule.when().stream().allMatch(condition -> condition.test(next))) {
        List<BuiltObject> objects = new ArrayList<>();
        if (rule.target() instanceof Indicator indicator) {
          indicators.map(indicator, next, key, objects);
        } else {
          vulnerabilities.map((Vulnerability) rule.target(), next, key, objects);
        }
        return List.copyOf(objects);
      }
    }
    throw Rejection.of("unknown", "the definition has no rule for such a record");
  }

  /**
   * All that {@code strict} demands, but for ids of chance (STIX 2.1 §2.9): the same record is to
   * give the same id.
   */
  private void check(BuiltObject object) throws Rejection {
    for (Finding finding : validator.check(object.bytes()).findings()) {
      if (finding.isError() && finding.rule() != StixRule.B15) {
        throw Rejection.of("invalid", object.id().type() + why(finding.toString()));
      }
    }
  }

  private static String why(String finding) {
    return finding.startsWith("/") ? finding : ": " + finding;
  }
}
