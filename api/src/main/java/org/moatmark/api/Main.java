package org.moatmark.api;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;

/** Where the jar starts. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param words the command and what it is given
     */
    public static void main(String[] words) {
        CommandLine commands = new CommandLine(
                        System.getenv(),
                        // Buffered, since on Java 17 a bare FileInputStream cannot read all of a pipe.
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err))
                .with("serve", new ServeCommand())
                .with("score", new ScoreCommand())
                .with("validate", new ValidateCommand())
                .with("reweigh", new ReweighCommand())
                .with("batch", new BatchCommand())
                .with("validate-instrument", new ValidateInstrumentCommand())
                .with("cases", new CasesCommand())
                .with("position", new PositionCommand())
                .with("compare", new CompareCommand())
                .with("tenant", new TenantCommand())
                .with("backup", new BackupCommand())
                .with("restore", new RestoreCommand())
                .with("move", new MoveCommand());
        System.exit(commands.run(List.of(words)));
    }
}
