// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.server.admin.AdminApi;
import org.entente.server.admin.AdminParts;
import org.entente.server.admin.Cases;
import org.entente.server.admin.StoredAdministrators;
import org.entente.server.admin.TokenDoor;
import org.entente.server.admin.WrongTokens;
import org.entente.server.admin.member.MemberApi;
import org.entente.server.admin.member.MemberParts;
import org.entente.server.auth.AuthSettings;
import org.entente.server.auth.Authenticator;
import org.entente.server.auth.Passwords;
import org.entente.server.auth.Rate;
import org.entente.server.auth.RateLimits;
import org.entente.server.auth.SecretFactory;
import org.entente.server.config.Config;
import org.entente.server.exchange.administer.Administering;
import org.entente.server.exchange.administer.Backups;
import org.entente.server.exchange.administer.Explainer;
import org.entente.server.exchange.administer.Journal;
import org.entente.server.exchange.administer.Reports;
import org.entente.server.exchange.administer.Secrets;
import org.entente.server.exchange.extension.Extensions;
import org.entente.server.exchange.read.Feed;
import org.entente.server.exchange.read.FeedLimits;
import org.entente.server.exchange.spool.Spooling;
import org.entente.server.exchange.state.Directory;
import org.entente.server.exchange.state.Knowledge;
import org.entente.server.exchange.state.StoredDocuments;
import org.entente.server.exchange.state.Views;
import org.entente.server.exchange.submit.Deletions;
import org.entente.server.exchange.submit.Intake;
import org.entente.server.exchange.submit.OldStatuses;
import org.entente.server.exchange.submit.StatusLookup;
import org.entente.server.exchange.submit.Submissions;
import org.entente.server.http.Doorkeepers;
import org.entente.server.http.Listeners;
import org.entente.server.http.ListenersSettings;
import org.entente.server.http.ManagementSite;
import org.entente.server.http.PartnersSite;
import org.entente.server.http.Surroundings;
import org.entente.server.http.endpoint.UseCases;
import org.entente.server.http.tls.Certificates;
import org.entente.server.observe.Health;
import org.entente.server.observe.Metrics;
import org.entente.server.resource.Credential;
import org.entente.server.resource.load.Documents;
import org.entente.server.resource.plan.Planner;
import org.entente.server.store.Storage;
import org.entente.server.store.sqlite.Options;
import org.entente.server.store.sqlite.SqliteStorage;
import org.entente.server.taxii.CursorCodec;
import org.entente.server.taxii.CursorKey;
import org.entente.stix.json.Limits;
import org.entente.stix.json.ObjectLimits;

/** Builds everything, top to bottom; the one file where parts meet. */
final class Wiring {
  private static final int READERS = 10_000;
  private static final int TOKEN_BYTES = 32;
  private static final String CURSOR_KEY = "cursor-key";

  private final Vertx vertx;
  private final ListenersSettings settings;
  private final Config config;
  private final Path data;
  private final Chance chance;

  Wiring(Vertx vertx, Config config, Path data, Chance chance) {
    this(
        vertx,
        ListenersSettings.usual(config, Runtime.getRuntime().availableProcessors()),
        data,
        chance);
  }

  /** With listeners that listen differently than usual. */
  Wiring(Vertx vertx, ListenersSettings settings, Path data, Chance chance) {
    this.vertx = vertx;
    this.settings = settings;
    this.config = settings.config();
    this.data = data;
    this.chance = chance;
  }

  /** A server that is not started. */
  Server server() {
    Metrics metrics = new Metrics();
    Exchange exchange = exchange(metrics);
    Health health =
        new Health(Map.of("store", () -> exchange.storage().objects().look().mapEmpty()));
    metrics.audienceClasses(() -> exchange.knowledge().now().classes().size());
    metrics.watchMachine();
    exchange.knowledge().follow(committed -> metrics.gained(committed.gains().size()));
    Planner planner =
        new Planner(
            config.protocol().apiRoots().stream()
                .map(Config.ApiRoot::path)
                .collect(Collectors.toSet()),
            chance.clock());
    Listeners listeners = new Listeners(vertx, settings, certificates(), around(metrics));
    return new Server(
        vertx,
        exchange,
        listeners,
        health,
        new FirstCommunity(
            exchange.cases().administration(), planner, new WorkerLane(vertx, "entente-admin")),
        new AdminToken(data),
        keys ->
            new PartnersSite(
                taxii(exchange), keepers(exchange, keys), Optional.of(member(exchange))),
        new ManagementSite(
            Optional.of(admin(exchange, planner).router(vertx)), Probes.of(health, metrics)),
        chance);
  }

  private Exchange exchange(Metrics metrics) {
    Storage storage = SqliteStorage.at(vertx, data, chance.clock(), Options.with(chance.ticker()));
    Knowledge knowledge = new Knowledge(storage, StoredDocuments::resource);
    Extensions extensions = Extensions.read(config.feeds().extensions());
    Submissions submissions =
        new Submissions(vertx, knowledge, storage, intake(extensions, metrics));
    StatusLookup statuses = new StatusLookup(knowledge, storage.statuses());
    Cases cases = cases(knowledge, storage, statuses, extensions);
    return new Exchange(
        storage,
        knowledge,
        new Feed(
            knowledge,
            new Views(READERS),
            storage.objects(),
            feedLimits(),
            Meters.reading(metrics)),
        submissions,
        new Deletions(submissions),
        statuses,
        new OldStatuses(vertx, storage.statuses(), config.storage().statuses(), chance.clock()),
        cases,
        new Directory(knowledge, chance.clock()),
        new StoredAdministrators(knowledge, storage.checkpoints(), cases.auditing()));
  }

  private Cases cases(
      Knowledge knowledge, Storage storage, StatusLookup statuses, Extensions extensions) {
    return new Cases(
        new Administering(knowledge, storage),
        new Secrets(
            knowledge,
            storage.objects(),
            new SecretFactory(chance.random()),
            passwords(),
            chance.clock()),
        new Reports(knowledge, storage.objects(), statuses::progress),
        new Journal(knowledge, storage, chance.random(), chance.clock()),
        new Explainer(knowledge, storage, StoredDocuments::resource, extensions),
        new Backups(knowledge, storage));
  }

  private FeedLimits feedLimits() {
    return new FeedLimits(
        config.bounds().output().pageBytes(), Runtime.getRuntime().maxMemory() / 8);
  }

  private Intake intake(Extensions extensions, Metrics metrics) {
    Config.Input input = config.bounds().input();
    ObjectLimits usual = ObjectLimits.DEFAULT;
    long heap = Runtime.getRuntime().maxMemory();
    ObjectLimits object =
        new ObjectLimits(
            input.object(), input.depth(), input.object(), usual.numberBytes(), usual.references());
    return new Intake(
        new Limits(input.envelope(), input.objects(), Limits.DEFAULT.leadingTokens(), object),
        config.protocol().taxii().strict(),
        heap / 4,
        Spooling.of(data.resolve("tmp"), heap, largestBody()),
        chance::uuid,
        chance.clock(),
        extensions,
        Meters.takingIn(metrics, chance.ticker()));
  }

  private long largestBody() {
    return config.protocol().apiRoots().stream()
        .mapToLong(Config.ApiRoot::maxContentLength)
        .max()
        .orElse(config.bounds().input().envelope());
  }

  private Passwords passwords() {
    return new Passwords(vertx, Runtime.getRuntime().availableProcessors(), chance.random());
  }

  private static UseCases taxii(Exchange exchange) {
    return new UseCases(
        exchange.feed(), exchange.submissions(), exchange.deletions(), exchange.statuses());
  }

  private Doorkeepers keepers(Exchange exchange, CursorKey key) {
    Config.Rate rate = config.bounds().rate();
    Authenticator authenticator =
        new Authenticator(
            exchange.directory(),
            passwords(),
            new AuthSettings(config.protocol().anonymous(), Rate.perMinute(rate.failedLogins())),
            chance.clock(),
            chance.ticker(),
            chance.random());
    RateLimits limits =
        new RateLimits(
            perMinute(rate.requests()),
            perMinute(rate.bytes()),
            perMinute(rate.objects()),
            chance.ticker());
    return new Doorkeepers(authenticator, limits, new CursorCodec(List.of(key), chance.clock()));
  }

  private static Optional<Rate> perMinute(OptionalLong amount) {
    return amount.isPresent() ? Optional.of(Rate.perMinute(amount.getAsLong())) : Optional.empty();
  }

  private Optional<Certificates> certificates() {
    Config.Network network = config.network();
    return network.listen().plain()
        ? Optional.empty()
        : Optional.of(Certificates.find(network.tls(), data, chance.clock(), chance.random()));
  }

  private Surroundings around(Metrics metrics) {
    return new Surroundings(
        chance.clock(),
        chance.ticker(),
        chance.random(),
        new WorkerLane(vertx, "entente-compress"),
        metrics);
  }

  private AdminApi admin(Exchange exchange, Planner planner) {
    return new AdminApi(
        new AdminParts(
            new TokenDoor(exchange.administrators(), wrongTokens(exchange), chance.clock()),
            exchange.cases(),
            new Documents(),
            planner,
            new WorkerLane(vertx, "entente-admin"),
            () -> chance.uuid().toString()));
  }

  private Router member(Exchange exchange) {
    return new MemberApi(
            new MemberParts(
                exchange.cases(),
                id ->
                    exchange
                        .knowledge()
                        .now()
                        .community()
                        .credential(id)
                        .map(Credential::roles)
                        .orElse(Set.of()),
                () -> chance.uuid().toString()))
        .router(vertx);
  }

  private WrongTokens wrongTokens(Exchange exchange) {
    Rate guesses = Rate.perMinute(config.bounds().rate().failedLogins());
    return new WrongTokens(guesses, exchange.cases().auditing(), chance.ticker());
  }

  /** The key of cursors: made once, kept by the store. */
  static Future<CursorKey> cursorKey(Storage storage, Chance chance) {
    return storage
        .checkpoints()
        .putIfAbsent(CURSOR_KEY, chance.bytes(TOKEN_BYTES))
        .map(kept -> new CursorKey(1, kept));
  }
}
