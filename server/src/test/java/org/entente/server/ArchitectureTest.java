// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages, as the architecture page draws them. */
class ArchitectureTest {
  private static final String VERTX = "io.vertx..";
  private static final String WEB = "io.vertx.ext.web..";
  private static final String SERVER = "org.entente.server..";
  private static final String HTTP = "org.entente.server.http..";
  private static final String POLICY = "org.entente.server.policy..";
  private static final String STORE = "org.entente.server.store..";
  private static final String SQLITE = "org.entente.server.store.sqlite..";
  private static final String MONGO = "org.entente.server.store.mongo..";
  private static final String SQL_DRIVER = "java.sql..";
  private static final String SQLITE_DRIVER = "org.sqlite..";
  private static final String MONGO_DRIVER = "com.mongodb..";
  private static final String[] IO = {
    "java.io..", "java.net..", "java.nio.channels..", "java.nio.file..", "java.sql.."
  };

  @SuppressWarnings("NonFinalStaticField") // JUnit fills it, once for all rules
  private static JavaClasses main;

  /**
   * One row of the table.
   *
   * @param from the packages that the row is about
   * @param never the packages that they may not depend on
   */
  private record Row(String from, List<String> never) {
    static Row of(String from, String... never) {
      return new Row(from, List.of(never));
    }
  }

  @BeforeAll
  static void readClasses() {
    main =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.entente");
  }

  private static List<Row> table() {
    return List.of(
        Row.of("org.entente.stix.json..", VERTX, SERVER),
        Row.of("org.entente.stix.type..", IO),
        Row.of("org.entente.stix.build..", SERVER),
        Row.of("org.entente.stix..", SERVER, "org.entente.connector..", VERTX),
        Row.of("org.entente.connector..", SERVER),
        Row.of("org.entente.server.config..", WEB, HTTP, STORE),
        Row.of(HTTP, SQLITE, MONGO, SQL_DRIVER, SQLITE_DRIVER, MONGO_DRIVER),
        Row.of(HTTP, "org.entente.connector.."),
        Row.of("org.entente.server.auth..", POLICY, SQLITE, MONGO),
        Row.of(POLICY, VERTX, STORE, HTTP),
        Row.of(POLICY, IO),
        Row.of("org.entente.server.exchange..", WEB, HTTP, SQLITE, MONGO),
        Row.of("org.entente.server.store", SQL_DRIVER, SQLITE_DRIVER, MONGO_DRIVER),
        Row.of(STORE, HTTP, POLICY),
        Row.of(SQLITE, MONGO, MONGO_DRIVER),
        Row.of(MONGO, SQLITE, SQLITE_DRIVER, SQL_DRIVER),
        Row.of("org.entente.server.admin..", SQLITE, MONGO),
        Row.of("org.entente.server.observe..", HTTP));
  }

  @ParameterizedTest
  @MethodSource("table")
  void packages_eachRow_dependOnNothingThatItForbids(Row row) {
    noClasses()
        .that()
        .resideInAPackage(row.from())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(row.never().toArray(String[]::new))
        .allowEmptyShould(true)
        .check(main);
  }

  @Test
  void stix_core_dependsOnTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("org.entente.stix")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..", "org.jspecify.annotations", "org.entente", "org.entente.stix"))
        .check(main);
  }

  @Test
  void stixPattern_dependsOnNothingElseOfStix() {
    noClasses()
        .that()
        .resideInAPackage("org.entente.stix.pattern..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.entente.stix..")
                .and(not(resideInAPackage("org.entente.stix.pattern.."))))
        .allowEmptyShould(true)
        .check(main);
  }

  @Test
  void stix_exceptItsJsonPackage_doesNotKnowJackson() {
    noClasses()
        .that(
            resideInAPackage("org.entente.stix..")
                .and(not(resideInAPackage("org.entente.stix.json.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(main);
  }

  @Test
  void taxii_dependsOnNoOtherPackageOfTheServer() {
    noClasses()
        .that()
        .resideInAPackage("org.entente.server.taxii..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(SERVER, VERTX)
                .and(not(resideInAPackage("org.entente.server.taxii.."))))
        .allowEmptyShould(true)
        .check(main);
  }

  @Test
  void policy_asksNoClock() {
    noClasses()
        .that()
        .resideInAPackage(POLICY)
        .should()
        .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class))
        .allowEmptyShould(true)
        .check(main);
  }

  @Test
  void connectorKinds_dependOnEachOtherNever() {
    slices()
        .matching("org.entente.connector.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(main);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.entente.(**)").should().beFreeOfCycles().check(main);
  }

  @Test
  void workerThreads_belongToLanes() {
    noClasses()
        .that()
        .haveNameNotMatching(".*(Lane|auth\\.Passwords)")
        .should()
        .callMethodWhere(target(name("executeBlocking")))
        .check(main);
  }
}
