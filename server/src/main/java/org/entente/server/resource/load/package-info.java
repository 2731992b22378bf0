/** From YAML and JSON to resources: read, checked against the published schemas, bound. */
@org.jspecify.annotations.NullMarked
package org.entente.server.resource.load;
