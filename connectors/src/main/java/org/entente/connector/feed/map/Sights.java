// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.entente.connector.feed.definition.MapRule.Observable;
import org.entente.connector.feed.expression.Expression;
import org.entente.connector.feed.expression.Fields;
import org.entente.stix.build.BuiltObject;
import org.entente.stix.build.ObjectBuilder;
import org.entente.stix.build.Patterns;
import org.entente.stix.build.StixFactory;
import org.entente.stix.pattern.ComparisonExpression.Comparison;
import org.entente.stix.pattern.Literal;
import org.entente.stix.pattern.ObjectPath;
import org.entente.stix.pattern.ObservationExpression;
import org.entente.stix.pattern.ObservationExpression.Observation;

/**
 * Makes observables and the patterns that find them: one comparison in one observation, which every
 * reader of patterns understands.
 */
final class Sights {
  private static final List<String> BY_WORTH = List.of("SHA-256", "SHA-512", "SHA-1", "MD5");
  private static final int ADDRESS_DAYS = 14;
  private static final int URL_DAYS = 30;
  private static final int DOMAIN_DAYS = 60;
  private static final int CERTIFICATE_DAYS = 180;
  private static final int HASH_DAYS = 365;

  private final StixFactory factory;
  private final UnaryOperator<ObjectBuilder> marked;

  /**
   * A maker.
   *
   * @param marked marks observables as the feed says
   */
  Sights(StixFactory factory, UnaryOperator<ObjectBuilder> marked) {
    this.factory = factory;
    this.marked = marked;
  }

  Sight of(Observable spec, Fields record) throws Rejection {
    if (spec.value().isEmpty()) {
      return hashed(spec, record);
    }
    String value = need(spec.value().get(), record, "value");
    return switch (spec.type()) {
      case "url" -> valued("url", Observables.url(value), URL_DAYS);
      case "domain-name" -> valued("domain-name", Observables.domain(value), DOMAIN_DAYS);
      case "email-addr" -> valued("email-addr", Observables.email(value), DOMAIN_DAYS);
      case "autonomous-system" -> system(value);
      case "ip-port" -> service(spec, value, record);
      default -> address(Observables.address(value));
    };
  }

  private Sight valued(String type, String value, int days) {
    BuiltObject object = marked.apply(factory.observable(type, value)).build();
    return new Sight(value, Patterns.value(type, value), object.id(), List.of(object), days);
  }

  private Sight address(String address) {
    return valued(Observables.type(address), address, ADDRESS_DAYS);
  }

  private Sight system(String value) throws Rejection {
    String digits =
        value.toUpperCase(java.util.Locale.ROOT).startsWith("AS") ? value.substring(2) : value;
    long number = Observables.number(digits, 0xffff_ffffL, "number of an autonomous system");
    BuiltObject object =
        marked.apply(factory.object("autonomous-system").with("number", number)).build();
    ObservationExpression pattern =
        new Observation(
            Comparison.equal(
                ObjectPath.of("autonomous-system", "number"), new Literal.Whole(number)));
    return new Sight("AS" + number, pattern, object.id(), List.of(object), ADDRESS_DAYS);
  }

  /** An address that is bad at one port: the pattern has the address, the traffic the port. */
  private Sight service(Observable spec, String value, Fields record) throws Rejection {
    int colon = value.lastIndexOf(':');
    Optional<Expression> port = spec.port();
    String host = port.isPresent() || colon < 0 ? value : value.substring(0, colon);
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    Sight address = address(Observables.address(bare));
    String number =
        port.isPresent()
            ? need(port.get(), record, "port")
            : colon < 0 ? "" : value.substring(colon + 1);
    BuiltObject traffic =
        marked
            .apply(
                factory
                    .object("network-traffic")
                    .with("dst_ref", address.basis())
                    .with("dst_port", Observables.number(number, 65_535, "port"))
                    .with("protocols", List.of("tcp")))
            .build();
    List<BuiltObject> objects = new ArrayList<>(address.objects());
    objects.add(traffic);
    return new Sight(
        address.name() + " port " + number,
        address.pattern(),
        address.basis(),
        List.copyOf(objects),
        ADDRESS_DAYS);
  }

  private Sight hashed(Observable spec, Fields record) throws Rejection {
    Map<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Expression> hash : spec.hashes().entrySet()) {
      String text = hash.getValue().text(record);
      if (text != null) {
        hashes.put(hash.getKey(), Observables.hash(hash.getKey(), text));
      }
    }
    String best =
        BY_WORTH.stream()
            .filter(hashes::containsKey)
            .findFirst()
            .orElseThrow(() -> Rejection.of("missing", "there is no hash"));
    String value = requireNonNull(hashes.get(best));
    ObjectBuilder builder = factory.object(spec.type()).with("hashes", hashes);
    String name = spec.name().map(expression -> expression.text(record)).orElse(null);
    BuiltObject object = marked.apply(name == null ? builder : builder.with("name", name)).build();
    ObservationExpression pattern =
        new Observation(
            Comparison.equal(ObjectPath.of(spec.type(), "hashes", best), new Literal.Text(value)));
    int days = spec.type().equals("file") ? HASH_DAYS : CERTIFICATE_DAYS;
    return new Sight(value, pattern, object.id(), List.of(object), days);
  }

  static String need(Expression expression, Fields record, String what) throws Rejection {
    String text = expression.text(record);
    if (text == null) {
      throw Rejection.of("missing", "`" + expression + "` comes to nothing, and is the " + what);
    }
    return text;
  }
}
