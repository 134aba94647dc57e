package dev.tutti.expression;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;

/** How the generated parser goes on after a mistake: to the end of the argument, else to the end of the braces. */
abstract class Recovery extends Parser {
    private final List<Mistake> mistakes = new ArrayList<>();

    Recovery(TokenStream input) {
        super(input);
        setErrorHandler(new BailErrorStrategy());
    }

    /** To be called once, before parsing: the interpreter is made by the generated constructor. */
    final void prepare() {
        getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** A hole that could not be parsed. */
    record Mistake(Token open, Token offending) {}

    final List<Mistake> mistakes() {
        return mistakes;
    }

    /** An expression that ends before its argument does is not what the argument is. */
    final void requireArgumentEnd() {
        int next = _input.LA(1);
        if (next != TemplateLexer.SEMICOLON && next != TemplateLexer.RIGHT_ROUND) {
            throw new InputMismatchException(this);
        }
    }

    /** Leaves the parser behind the argument; throws the mistake on where the argument does not end either. */
    final void skipArgument(ParserRuleContext argument, RuntimeException mistake) {
        _input.seek(argument.start.getTokenIndex());
        int open = 0;
        while (true) {
            switch (_input.LA(1)) {
                case TemplateLexer.LEFT_ROUND -> open++;
                case TemplateLexer.RIGHT_ROUND -> {
                    if (open == 0) {
                        return;
                    }
                    open--;
                }
                case TemplateLexer.SEMICOLON -> {
                    if (open == 0) {
                        return;
                    }
                }
                case TemplateLexer.CLOSE, Token.EOF -> {
                    _input.seek(offending(mistake).getTokenIndex());
                    throw mistake;
                }
                default -> {}
            }
            _input.consume();
        }
    }

    final void skipHole(ParserRuleContext hole, RuntimeException mistake) {
        mistakes.add(new Mistake(hole.start, offending(mistake)));
        _input.seek(hole.start.getTokenIndex());
        while (_input.LA(1) != TemplateLexer.CLOSE && _input.LA(1) != Token.EOF) {
            _input.consume();
        }
        if (_input.LA(1) == TemplateLexer.CLOSE) {
            _input.consume();
        }
    }

    private static Token offending(RuntimeException mistake) {
        Throwable cause = mistake instanceof RecognitionException ? mistake : mistake.getCause();
        if (cause instanceof RecognitionException recognized) {
            return recognized.getOffendingToken();
        }
        throw mistake;
    }
}
