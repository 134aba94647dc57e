package dev.tutti.run;

import dev.tutti.engine.Reply;
import dev.tutti.value.CodecReader;
import dev.tutti.value.CodecWriter;
import java.util.ArrayList;
import java.util.List;

/** A reply in the run's row, for a caller who waits in another process. */
final class StoredReply {

    private StoredReply() {}

    static byte[] write(Reply reply) {
        CodecWriter out = new CodecWriter();
        out.writeLong(reply.status()).writeLong(reply.headers().size());
        reply.headers().forEach(header -> out.writeText(header.name()).writeText(header.value()));
        return Packing.pack(out.write(reply.body()).toByteArray());
    }

    static Reply read(byte[] packed) {
        CodecReader in = new CodecReader(Packing.unpack(packed));
        int status = (int) in.readLong();
        List<Reply.Header> headers = new ArrayList<>();
        for (long left = in.readLong(); left > 0; left--) {
            headers.add(new Reply.Header(in.readText(), in.readText()));
        }
        return new Reply(status, headers, in.read());
    }
}
