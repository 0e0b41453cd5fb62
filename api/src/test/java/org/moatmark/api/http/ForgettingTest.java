package org.moatmark.api.http;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ForgettingTest extends ForgettingContract {

    @TempDir
    private Path folder;

    @Override
    Ground ground() {
        return new Ground.OfFiles(folder);
    }
}
