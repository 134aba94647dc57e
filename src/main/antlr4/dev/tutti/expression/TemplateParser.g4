/*
 * Decided by one or two tokens everywhere, so that hostile input costs no more than honest input. An argument that is
 * no expression is bare text; a hole that is none is a problem, and the rest of the template is still parsed.
 */
parser grammar TemplateParser;

@header {
import org.antlr.v4.runtime.misc.ParseCancellationException;
}

options {
    tokenVocab = TemplateLexer;
    superClass = Recovery;
}

template : part* EOF;

part : TEXT | hole;

hole returns [boolean broken]
    : OPEN expression? CLOSE
    ;
    catch [RecognitionException | ParseCancellationException wrong] {
        _localctx.broken = true;
        skipHole(_localctx, wrong);
    }

expression : conjunction (OR conjunction)*;

conjunction : comparison (AND comparison)*;

comparison : sum ((EQUAL | UNEQUAL | LESS | GREATER | AT_MOST | AT_LEAST) sum)*;

sum : product ((PLUS | MINUS) product)*;

product : unary ((TIMES | DIVIDE | REMAINDER) unary)*;

unary : MINUS unary | primary;

primary
    : NUMBER step*                                                          # numbered
    | STRING                                                                # text
    | TICKED step*                                                          # ticked
    | NAME step*                                                            # named
    | NAME LEFT_ROUND argument (SEMICOLON argument)* RIGHT_ROUND            # call
    | LEFT_ROUND expression RIGHT_ROUND                                     # grouped
    ;

argument returns [boolean bare]
    : expression? { requireArgumentEnd(); }
    ;
    catch [RecognitionException | ParseCancellationException wrong] {
        skipArgument(_localctx, wrong);
        _localctx.bare = true;
    }

step
    : DOT_NAME
    | DOT_TICKED
    | LEFT_SQUARE expression? RIGHT_SQUARE
    ;
