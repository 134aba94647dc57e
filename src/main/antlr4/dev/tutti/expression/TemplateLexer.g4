/*
 * Text with {{…}} in it. Inside the braces: numbers, texts in double quotes (a quote is doubled), names, names in
 * backticks, operators. What no rule knows is OTHER, one character at a time, so that the lexer never fails and the
 * parser says what is wrong.
 */
lexer grammar TemplateLexer;

OPEN : '{{' -> pushMode(INSIDE);
TEXT : ~'{'+ | '{';

mode INSIDE;

CLOSE : '}}' -> popMode;

NUMBER : [0-9]+ ('.' [0-9]+)?;
STRING : '"' (~'"' | '""')* '"';
NAME : LETTER LETTER_OR_DIGIT*;
TICKED : '`' ~'`'+ '`';
DOT_NAME : '.' LETTER LETTER_OR_DIGIT* ('-' LETTER_OR_DIGIT+)*;
DOT_TICKED : '.' '`' ~'`'+ '`';

LEFT_ROUND : '(';
RIGHT_ROUND : ')';
LEFT_SQUARE : '[';
RIGHT_SQUARE : ']';
SEMICOLON : ';';

OR : '|';
AND : '&';
EQUAL : '=';
UNEQUAL : '!=';
AT_MOST : '<=';
AT_LEAST : '>=';
LESS : '<';
GREATER : '>';
PLUS : '+';
MINUS : '-';
TIMES : '*';
DIVIDE : '/';
REMAINDER : '%';

SPACE : [ \t\r\n\u00A0\u202F]+ -> skip;
OTHER : .;

fragment LETTER : [\p{L}\p{Nl}_$];
fragment LETTER_OR_DIGIT : [\p{L}\p{N}\p{M}_$];
