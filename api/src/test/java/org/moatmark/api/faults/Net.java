package org.moatmark.api.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network of its own for the program, with one wire for its clients and one for its database. */
final class Net implements AutoCloseable {

    static final String NAME = "moatmark-faults";

    /** Where the program listens. */
    static final String DOOR_THERE = "10.213.1.2";

    /** Where the program finds its database. */
    static final String DATA_HERE = "10.213.2.1";

    private static final String DOOR = "mmdoor";
    private static final String DATA = "mmdata";

    private Net() {}

    static Net make(Path folder) throws NotRun, IOException, InterruptedException {
        Shell.requireTools("ip", "tc");
        Shell.may("ip", "netns", "add", NAME);
        // Where the janitor looks.
        Files.writeString(folder.resolve("network"), NAME);
        Net net = new Net();
        try {
            wire(DOOR, "10.213.1.1/24", DOOR_THERE + "/24");
            wire(DATA, DATA_HERE + "/24", "10.213.2.2/24");
            inside("ip", "link", "set", "lo", "up");
            return net;
        } catch (IOException | NotRun refused) {
            net.close();
            throw refused;
        }
    }

    private static void wire(String name, String here, String there) throws NotRun, IOException, InterruptedException {
        Shell.may("ip", "link", "add", name, "type", "veth", "peer", "name", name + "2", "netns", NAME);
        Shell.run("ip", "addr", "add", here, "dev", name);
        Shell.run("ip", "link", "set", name, "up");
        inside("ip", "addr", "add", there, "dev", name + "2");
        inside("ip", "link", "set", name + "2", "up");
    }

    private static void inside(String... command) throws IOException, InterruptedException {
        String[] all = new String[command.length + 4];
        System.arraycopy(new String[] {"ip", "netns", "exec", NAME}, 0, all, 0, 4);
        System.arraycopy(command, 0, all, 4, command.length);
        Shell.run(all);
    }

    /** From now on packets to and from the database are lost without a word, or no more. */
    void cut(boolean cut) throws IOException, InterruptedException {
        Shell.run("ip", "link", "set", DATA, cut ? "down" : "up");
    }

    /** The wire to the database takes 64 kbit/s. */
    void narrow() throws IOException, InterruptedException {
        Shell.run(
                "tc", "qdisc", "add", "dev", DATA, "root", "tbf", "rate", "64kbit", "burst", "8kb", "latency", "400ms");
    }

    void widen() throws IOException, InterruptedException {
        Shell.run("tc", "qdisc", "del", "dev", DATA, "root");
    }

    @Override
    public void close() {
        Shell.attempt("ip", "netns", "del", NAME);
    }
}
