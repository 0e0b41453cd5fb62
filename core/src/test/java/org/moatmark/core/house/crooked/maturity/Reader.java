package org.moatmark.core.house.crooked.maturity;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/** Knows a library of another room, files and addresses. */
public final class Reader {

    JsonObject object;

    public String read(File file, URI address) throws IOException {
        return address + Files.readString(file.toPath());
    }
}
