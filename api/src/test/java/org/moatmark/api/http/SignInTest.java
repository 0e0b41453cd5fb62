package org.moatmark.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.moatmark.api.store.Location;

class SignInTest extends SignInContract {

    @Override
    Location data() {
        try {
            return new Location.File(
                    Files.createTempDirectory("moatmark-sign-in").resolve("s.db"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
