package org.moatmark.api;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Where the jar starts. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param words the command and what it is given
     */
    public static void main(String[] words) {
        CommandLine commands = commands(
                System.getenv(),
                // Buffered, since on Java 17 a bare FileInputStream cannot read all of a pipe.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(commands.run(List.of(words)));
    }

    /** Every command, to be called from somewhere. */
    static CommandLine commands(Map<String, String> environment, InputStream in, OutputStream out, OutputStream err) {
        return new CommandLine(environment, in, out, err)
                .with("serve", new ServeCommand())
                .with("score", new ScoreCommand())
                .with("validate", new ValidateCommand())
                .with("reweigh", new ReweighCommand())
                .with("convert", new ConvertCommand())
                .with("batch", new BatchCommand())
                .with("validate-instrument", new ValidateInstrumentCommand())
                .with("cases", new CasesCommand())
                .with("report", new ReportCommand())
                .with("position", new PositionCommand())
                .with("compare", new CompareCommand())
                .with("tenant", new TenantCommand())
                .with("benchmark", new BenchmarkCommand())
                .with("backup", new BackupCommand())
                .with("restore", new RestoreCommand())
                .with("retention", new RetentionCommand(Clock.systemUTC()))
                .with("move", new MoveCommand());
    }
}
