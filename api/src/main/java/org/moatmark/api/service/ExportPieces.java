package org.moatmark.api.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Cuts what is written into pieces, hands each on when it is full, and knows size and hash of the whole. */
final class ExportPieces extends OutputStream {

    private static final int LENGTH = 256 * 1024;

    private final Keeper keeper;
    private final byte[] piece = new byte[LENGTH];
    private final MessageDigest digest = Sha256.begin();
    private int filled;
    private int number;
    private long size;

    ExportPieces(Keeper keeper) {
        this.keeper = keeper;
    }

    /** Keeps a piece. */
    interface Keeper {
        void keep(int place, byte[] bytes) throws IOException;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, LENGTH - filled);
            System.arraycopy(bytes, at, piece, filled, part);
            filled += part;
            at += part;
            left -= part;
            if (filled == LENGTH) {
                keep();
            }
        }
    }

    private void keep() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("The program ends.");
        }
        byte[] bytes = Arrays.copyOf(piece, filled);
        keeper.keep(number, bytes);
        digest.update(bytes);
        size += filled;
        number++;
        filled = 0;
    }

    long size() {
        return size;
    }

    /** The SHA-256 of everything, once: it starts anew then. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        if (filled > 0) {
            keep();
        }
    }
}
