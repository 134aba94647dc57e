package dev.tutti.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too long, also those that do not say beforehand how long they are. */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** 5 MB, which a large scenario does not reach. */
    static final long LIMIT = 5L * 1024 * 1024;

    /** A blueprint of Make carries much that its editor remembers and we leave out. */
    static final long IMPORT_LIMIT = 10L * 1024 * 1024;

    /** The body went on beyond the limit. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        TooLong() {
            super("The body is longer than " + LIMIT + " bytes");
        }
    }

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    static Problem problem() {
        return problem(LIMIT);
    }

    private static Problem problem(long limit) {
        return new Problem(413, "too-large", limit / (1024 * 1024));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.write(request, response, problem(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static long limit(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/api/v1/import") ? IMPORT_LIMIT : LIMIT;
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream in;
        private long left;

        Counted(ServletInputStream in, long limit) {
            this.in = in;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new TooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
