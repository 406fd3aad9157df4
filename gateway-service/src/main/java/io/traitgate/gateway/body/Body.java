package io.traitgate.gateway.body;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a request, in blocks. Every block is taken from the budget before it is made, and pieces are copied
 * into blocks, so that a body sent byte by byte costs no more memory than its bytes. Confined to the event loop of
 * its request; another thread may read it while it is held.
 */
public final class Body {

    private static final int BLOCK = 16 << 10;

    private final ByteBudget budget;
    private final long declared;
    private final List<byte[]> blocks = new ArrayList<>();
    private int room;
    private long length;
    private long reserved;
    private int holds;
    private boolean released;

    /**
     * An empty body.
     *
     * @param declared the length in bytes if the request names it, negative otherwise
     */
    public Body(ByteBudget budget, long declared) {
        this.budget = budget;
        this.declared = declared;
    }

    /** Adds a piece; false if the budget does not allow it, and then the body is of no use any more. */
    boolean append(Buffer piece) {
        int from = 0;
        while (from < piece.length()) {
            if (room == 0 && !grow()) {
                return false;
            }
            byte[] block = blocks.getLast();
            int count = Math.min(room, piece.length() - from);
            piece.getBytes(from, from + count, block, block.length - room);
            room -= count;
            from += count;
        }
        length += piece.length();
        return true;
    }

    /** Bytes. */
    public long length() {
        return length;
    }

    /** Hands every block to the reader, in order. */
    public void read(Reader reader) {
        int last = blocks.size() - 1;
        for (int i = 0; i <= last; i++) {
            byte[] block = blocks.get(i);
            reader.block(block, i == last ? block.length - room : block.length);
        }
    }

    /**
     * Keeps the bytes, and their share of the budget, until {@link #letGo}, whatever becomes of the call: a thread
     * that reads them cannot be stopped.
     */
    public void hold() {
        holds++;
    }

    /** Ends a {@link #hold}, and gives the memory back if the body was released meanwhile. */
    public void letGo() {
        holds--;
        if (released) {
            release();
        }
    }

    /** Gives the memory back once nobody holds it; the body is empty then. Calling it again does nothing. */
    public void release() {
        released = true;
        if (holds > 0) {
            return;
        }
        budget.release(reserved);
        reserved = 0;
        blocks.clear();
        room = 0;
        length = 0;
    }

    private boolean grow() {
        long left = declared - length;
        int size = declared < 0 ? BLOCK : (int) Math.clamp(left, 1, BLOCK);
        if (!budget.reserve(size)) {
            return false;
        }
        reserved += size;
        blocks.add(new byte[size]);
        room = size;
        return true;
    }

    /** Takes the blocks of a body. */
    @FunctionalInterface
    public interface Reader {

        /** The next block; its bytes must not be changed. */
        void block(byte[] bytes, int length);
    }
}
