package tw.xuhang.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.Main;
import tw.xuhang.command.Exit;

/** Shows the whole way of one event for real: a line is cut, services are restored, people do their parts. */
@Command(
        name = "demo",
        description = "實際切斷一條線路，展示從偵測到解除的全程。Cut a real line and show how it is dealt with.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    private static final String BACKBONE_OUTAGE = "backbone-outage";

    private final InstantSource clock = InstantSource.system();

    @Option(names = "--scenario", defaultValue = BACKBONE_OUTAGE, description = "default ${DEFAULT-VALUE}")
    private String scenario;

    @Option(
            names = "--exit",
            description = "各角色由展示程式扮演，解除後結束；最後一行為 JSON。"
                    + "Play the people's parts too, end when all is stood down; the last line is JSON")
    private boolean exit;

    @Option(names = "--port", defaultValue = "0", description = "of the service; default: a free one")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!scenario.equals(BACKBONE_OUTAGE)) {
            say("沒有這個情境 There is no scenario " + scenario + "; there is: " + BACKBONE_OUTAGE);
            return Exit.USAGE;
        }
        Optional<Path> scripts = Lab.scripts(List.of(Path.of(System.getProperty("xuhang.root", ".")), Path.of("")));
        if (scripts.isEmpty()) {
            say("找不到網路實驗室 docker/lab/lab is not below " + Path.of("").toAbsolutePath());
            return Exit.NOT_FOUND;
        }
        try {
            return mayMakeNetworks() ? show(scripts.get()) : enter(scripts.get());
        } catch (IOException e) {
            say("展示未能完成 The demonstration failed: " + e.getMessage());
            return Exit.ERROR;
        }
    }

    private int show(Path scripts) throws IOException, InterruptedException {
        Story story = new Story(spec.commandLine().getOut(), clock);
        try (Stage stage = new Stage(story, clock)) {
            Show show = new Show(stage, scripts, port == 0 ? freePort() : port, story, clock);
            return exit ? show.rehearse() : show.open();
        }
    }

    /** An ordinary user gets a namespace in which networks may be made; everything else runs within it. */
    private int enter(Path scripts) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(scripts.resolve("enter").toString()));
        command.addAll(ServeProcess.java());
        command.addAll(List.of(Main.class.getName(), "demo", "--scenario", scenario, "--port", "" + port));
        if (exit) {
            command.add("--exit");
        }
        Process inside = new ProcessBuilder(command).inheritIO().start();
        Thread onSignal = new Thread(() -> end(inside), "end");
        Runtime.getRuntime().addShutdownHook(onSignal);
        return inside.waitFor();
    }

    private static void end(Process inside) {
        inside.destroy();
        try {
            inside.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As root, or already inside. */
    private static boolean mayMakeNetworks() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0
                || "yes".equals(System.getenv("XUHANG_LAB_ENTERED"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
