package dev.tutti.run;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How bytes lie in the database: as they are below 2 KB, else compressed. The compressor's state is used again, which
 * costs a tenth of a new one.
 */
final class Packing {

    private static final int WORTH_IT = 2_000;
    private static final byte PLAIN = 0;
    private static final byte ZSTD = 1;
    private static final int LEVEL = 1;
    private static final ConcurrentLinkedQueue<ZstdCompressCtx> IDLE = new ConcurrentLinkedQueue<>();

    private Packing() {}

    static byte[] pack(byte[] bytes) {
        if (bytes.length <= WORTH_IT) {
            byte[] packed = new byte[bytes.length + 1];
            packed[0] = PLAIN;
            System.arraycopy(bytes, 0, packed, 1, bytes.length);
            return packed;
        }
        ZstdCompressCtx context = IDLE.poll();
        if (context == null) {
            context = new ZstdCompressCtx().setLevel(LEVEL);
        }
        try {
            byte[] packed = new byte[1 + (int) Zstd.compressBound(bytes.length)];
            packed[0] = ZSTD;
            int length = context.compressByteArray(packed, 1, packed.length - 1, bytes, 0, bytes.length);
            return Arrays.copyOf(packed, length + 1);
        } finally {
            IDLE.add(context);
        }
    }

    static byte[] unpack(byte[] packed) {
        byte[] rest = Arrays.copyOfRange(packed, 1, packed.length);
        return switch (packed[0]) {
            case PLAIN -> rest;
            case ZSTD -> Zstd.decompress(rest, (int) Zstd.getFrameContentSize(rest));
            default -> throw new IllegalStateException("Stored by a later version of Tutti");
        };
    }
}
