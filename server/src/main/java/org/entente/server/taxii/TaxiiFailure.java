// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.server.taxii;

import java.util.List;

/** Every way in which a request can end without what it asked for, and its HTTP status. */
public sealed interface TaxiiFailure {
  /** The HTTP status. */
  int status();

  /** A few fixed words. */
  String title();

  /** A sentence for the client; input in backticks, nothing that it may not know. */
  String description();

  /** To be thrown or to fail a future with. */
  default TaxiiException exception() {
    return new TaxiiException(this);
  }

  /** The request itself is wrong. */
  record BadRequest(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 400;
    }

    @Override
    public String title() {
      return "Bad request";
    }
  }

  /** Nobody known asks. */
  record Unauthorized(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 401;
    }

    @Override
    public String title() {
      return "Unauthorized";
    }
  }

  /** The client sees it and may not do this with it. */
  record Forbidden(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 403;
    }

    @Override
    public String title() {
      return "Forbidden";
    }
  }

  /** It is not there, or not for this client; the two cannot be told apart. */
  record NotFound(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 404;
    }

    @Override
    public String title() {
      return "Not found";
    }
  }

  /** The method means nothing here; {@code allow} has those that do. */
  record MethodNotAllowed(List<String> allow) implements TaxiiFailure {
    /** Copies what is given. */
    public MethodNotAllowed {
      allow = List.copyOf(allow);
    }

    @Override
    public int status() {
      return 405;
    }

    @Override
    public String title() {
      return "Method not allowed";
    }

    @Override
    public String description() {
      return "this resource answers " + String.join(", ", allow);
    }
  }

  /** Nothing that the client accepts is spoken here. */
  record NotAcceptable(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 406;
    }

    @Override
    public String title() {
      return "Not acceptable";
    }
  }

  /** The request took too long to arrive. */
  record TooSlow(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 408;
    }

    @Override
    public String title() {
      return "Request timeout";
    }
  }

  /** More than is taken at once. */
  record TooLarge(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 413;
    }

    @Override
    public String title() {
      return "Content too large";
    }
  }

  /** The request line is too long. */
  record UriTooLong(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 414;
    }

    @Override
    public String title() {
      return "URI too long";
    }
  }

  /** The body is of a type that is not read here. */
  record UnsupportedMediaType(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 415;
    }

    @Override
    public String title() {
      return "Unsupported media type";
    }
  }

  /** The body is understood and cannot be used. */
  record Unprocessable(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 422;
    }

    @Override
    public String title() {
      return "Unprocessable content";
    }
  }

  /** The client asks too often; seconds until it may ask again, at least 1. */
  record TooManyRequests(String description, long retryAfter) implements TaxiiFailure {
    @Override
    public int status() {
      return 429;
    }

    @Override
    public String title() {
      return "Too many requests";
    }
  }

  /** The headers are too large. */
  record HeadersTooLarge(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 431;
    }

    @Override
    public String title() {
      return "Request header fields too large";
    }
  }

  /** A fault of the server; what it was is in the log only. */
  record Internal() implements TaxiiFailure {
    @Override
    public int status() {
      return 500;
    }

    @Override
    public String title() {
      return "Internal error";
    }

    @Override
    public String description() {
      return "the server failed; its operator finds the cause under the error id";
    }
  }

  /** Too much at once; seconds until it is worth another try, at least 1. */
  record Overloaded(String description, long retryAfter) implements TaxiiFailure {
    @Override
    public int status() {
      return 503;
    }

    @Override
    public String title() {
      return "Service unavailable";
    }
  }

  /** No room to keep what was sent. */
  record Full(String description) implements TaxiiFailure {
    @Override
    public int status() {
      return 507;
    }

    @Override
    public String title() {
      return "Insufficient storage";
    }
  }
}
