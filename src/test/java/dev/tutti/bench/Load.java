package dev.tutti.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the same request over so many connections that stay open, one after the other on each. */
final class Load {

    /** @param micros of each request, in order of size */
    record Result(double perSecond, long[] micros, long failed) {
        double millis(double percentile) {
            int at = (int) Math.min(micros.length - 1L, Math.round(percentile / 100 * micros.length));
            return micros.length == 0 ? 0 : micros[at] / 1_000.0;
        }
    }

    private Load() {}

    static Result run(int port, String path, byte[] body, int connections, int seconds) throws InterruptedException {
        byte[] request = request(port, path, body);
        long[][] times = new long[connections][];
        AtomicLong failed = new AtomicLong();
        CountDownLatch go = new CountDownLatch(1);
        Thread[] threads = new Thread[connections];
        for (int i = 0; i < connections; i++) {
            int number = i;
            threads[i] = Thread.ofPlatform().name("caller-" + i).start(() -> {
                try {
                    go.await();
                    times[number] = call(port, request, seconds, failed);
                } catch (IOException | InterruptedException broken) {
                    failed.incrementAndGet();
                    times[number] = new long[0];
                }
            });
        }
        long began = System.nanoTime();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double took = (System.nanoTime() - began) / 1e9;
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(all.length / took, all, failed.get());
    }

    private static byte[] request(int port, String path, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static long[] call(int port, byte[] request, int seconds, AtomicLong failed) throws IOException {
        long[] micros = new long[1 << 12];
        int count = 0;
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            Answers answers = new Answers(socket.getInputStream());
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            long now = System.nanoTime();
            while (now < end) {
                out.write(request);
                int status = answers.read();
                long after = System.nanoTime();
                if (status != 200) {
                    failed.incrementAndGet();
                }
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (after - now) / 1_000;
                now = after;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    /** Reads answers that say how long they are. */
    private static final class Answers {
        private final InputStream in;
        private final byte[] buffer = new byte[64 * 1024];
        private int from;
        private int to;

        Answers(InputStream in) {
            this.in = in;
        }

        int read() throws IOException {
            String line = line();
            int status = Integer.parseInt(line.substring(9, 12));
            int length = -1;
            boolean chunked = false;
            for (line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
                chunked |= line.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26);
            }
            if (chunked) {
                for (int size = size(); size > 0; size = size()) {
                    skip(size + 2);
                }
                line();
            } else {
                skip(Math.max(0, length));
            }
            return status;
        }

        private int size() throws IOException {
            return Integer.parseInt(line().strip(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = one(); c != '\n'; c = one()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        private void skip(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                one();
            }
        }

        private int one() throws IOException {
            if (from == to) {
                from = 0;
                to = in.read(buffer);
                if (to < 0) {
                    throw new IOException("The server closed the connection");
                }
            }
            return buffer[from++];
        }
    }
}
