package org.moatmark.api.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;

/** Reads a QR code off the screen, as somebody's telephone would. */
final class Scanner {

    private Scanner() {}

    /** What the code says that a part of the page shows, as soon as it can be read. */
    static String read(Locator picture) {
        AtomicReference<String> read = new AtomicReference<>("");
        picture.page().waitForCondition(() -> {
            read.set(glance(picture.screenshot()));
            return !read.get().isEmpty();
        });
        return read.get();
    }

    private static String glance(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            String found = decoded(seen, Map.of());
            // Some codes have what looks like a fourth corner to somebody who searches the whole picture for corners.
            return found.isEmpty() ? decoded(seen, Map.of(DecodeHintType.PURE_BARCODE, true)) : found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String decoded(RGBLuminanceSource seen, Map<DecodeHintType, ?> hints) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)), hints)
                    .getText();
        } catch (ReaderException notYet) {
            return "";
        }
    }
}
