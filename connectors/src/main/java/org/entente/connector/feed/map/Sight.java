// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.map;

import java.util.List;
import org.entente.stix.StixId;
import org.entente.stix.build.BuiltObject;
import org.entente.stix.pattern.ObservationExpression;

/**
 * What is to be seen, in the forms in which it is said.
 *
 * @param name what people call it
 * @param pattern what finds it
 * @param basis the observable that the indicator is based on
 * @param objects the observables, each before those that refer to it
 * @param days how long such a thing stays bad when nobody says
 */
record Sight(
    String name,
    ObservationExpression pattern,
    StixId basis,
    List<BuiltObject> objects,
    int days) {}
