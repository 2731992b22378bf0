// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0

// STIX 2.1 §9. Every choice is made by the next token alone: nothing is tried and taken back, so
// that the time for a pattern grows with its length and no more. Repetition is written as loops,
// so that only brackets nest.
grammar StixPattern;

pattern
  : followed EOF
  ;

// §9.5: AND binds more tightly than OR, OR more tightly than FOLLOWEDBY.
followed
  : anyObservation (FOLLOWEDBY anyObservation)*
  ;

anyObservation
  : allObservations (OR allObservations)*
  ;

allObservations
  : qualified (AND qualified)*
  ;

qualified
  : observation qualifier*
  ;

observation
  : OPEN_SQUARE anyComparison CLOSE_SQUARE
  | OPEN followed CLOSE
  ;

qualifier
  : START TIMESTAMP STOP TIMESTAMP
  | WITHIN (COUNT | FRACTION) SECONDS
  | REPEATS COUNT TIMES
  ;

anyComparison
  : allComparisons (OR allComparisons)*
  ;

allComparisons
  : comparison (AND comparison)*
  ;

comparison
  : path NOT? relation
  | EXISTS path
  | OPEN anyComparison CLOSE
  ;

relation
  : (EQUAL | NOT_EQUAL) literal
  | (LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) ordered
  | IN OPEN (literal (COMMA literal)*)? CLOSE
  | (LIKE | MATCHES | ISSUBSET | ISSUPERSET) TEXT
  ;

path
  : (NAME | HYPHENATED_NAME) COLON key step*
  ;

step
  : DOT key
  | OPEN_SQUARE (COUNT | NEGATIVE | ASTERISK) CLOSE_SQUARE
  ;

key
  : NAME
  | TEXT
  ;

literal
  : ordered
  | TRUE
  | FALSE
  ;

ordered
  : COUNT
  | NEGATIVE
  | FRACTION
  | NEGATIVE_FRACTION
  | TEXT
  | HEX
  | BINARY
  | TIMESTAMP
  ;

AND: 'AND';
OR: 'OR';
NOT: 'NOT';
FOLLOWEDBY: 'FOLLOWEDBY';
IN: 'IN';
LIKE: 'LIKE';
MATCHES: 'MATCHES';
ISSUBSET: 'ISSUBSET';
ISSUPERSET: 'ISSUPERSET';
EXISTS: 'EXISTS';
START: 'START';
STOP: 'STOP';
WITHIN: 'WITHIN';
SECONDS: 'SECONDS';
REPEATS: 'REPEATS';
TIMES: 'TIMES';
TRUE: 'true';
FALSE: 'false';

EQUAL: '=' | '==';
NOT_EQUAL: '!=' | '<>';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';

OPEN_SQUARE: '[';
CLOSE_SQUARE: ']';
OPEN: '(';
CLOSE: ')';
COLON: ':';
DOT: '.';
COMMA: ',';
ASTERISK: '*';

COUNT: '+'? Whole;
NEGATIVE: '-' Whole;
FRACTION: '+'? Digit* '.' Digit+;
NEGATIVE_FRACTION: '-' Digit* '.' Digit+;

TEXT: '\'' (~['\\] | '\\\'' | '\\\\')* '\'';

HEX: 'h\'' (HexDigit HexDigit)* '\'';

BINARY: 'b\'' Four* (Four | Base64 Base64 Base64 '=' | Base64 Base64 '==') '\'';

TIMESTAMP
  : 't\'' Digit Digit Digit Digit '-' ('0' [1-9] | '1' [0-2]) '-' ('0' [1-9] | [12] Digit | '3' [01])
    'T' ([01] Digit | '2' [0-3]) ':' Sixty ':' (Sixty | '60') ('.' Digit+)? 'Z\''
  ;

// A property's name has no hyphen unless it is written as text; a type's name may have one.
NAME: [a-zA-Z_] [a-zA-Z0-9_]*;
HYPHENATED_NAME: [a-zA-Z_] [a-zA-Z0-9_-]*;

// The reader passes over these two: an action of the lexer for each space would cost as much as the other tokens.
SPACE: [\p{White_Space}]+;
COMMENT: '/*' .*? '*/' | '//' ~[\r\n]*;

// What nothing else takes, so that a reader can end at it and say where it is.
UNKNOWN: .;

fragment Digit: [0-9];
fragment Whole: '0' | [1-9] Digit*;
fragment Sixty: [0-5] Digit;
fragment HexDigit: [0-9a-fA-F];
fragment Base64: [A-Za-z0-9+/];
fragment Four: Base64 Base64 Base64 Base64;
