package tw.xuhang.command;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.PropertyResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.doctor.Diagnosis;
import tw.xuhang.doctor.Doctor;
import tw.xuhang.home.Home;

/** Says what would keep the service from working, and what to do. Exit 0, 10 (warnings) or 3 (faults). */
@Command(
        name = "doctor",
        description = {
            "檢查這台主機與這套安裝，不更動任何東西。",
            "Check this machine and this installation; changes nothing.",
            "結束碼 exit: 0 正常 ok, 10 有注意事項 warnings, 3 有故障 faults"
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Option(names = "--home", defaultValue = "${env:XUHANG_HOME:-var}", description = "default ${DEFAULT-VALUE}")
    private Path home;

    @Option(names = "--host", defaultValue = "${env:XUHANG_HOST:-127.0.0.1}", description = "default ${DEFAULT-VALUE}")
    private String host;

    @Option(names = "--port", defaultValue = "${env:XUHANG_PORT:-8080}", description = "default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "4",
            description = "每項最多等候的秒數。How long to wait for an answer, default ${DEFAULT-VALUE}")
    private int patience;

    @Option(names = "--json", description = "輸出 JSON。Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        // The environment alone: the same settings as the service reads, and none of its parts.
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build()) {
            PropertyResolver settings = context.getEnvironment().start();
            Duration longest = Duration.ofSeconds(Math.max(1, patience));
            var checks = new DoctorChecks(new Home(home), host, port, settings, clock.instant(), longest);
            List<Diagnosis> found = new Doctor(longest).examine(checks.all());
            DoctorReport report = new DoctorReport(spec.commandLine().getOut());
            if (json) {
                report.json(found);
            } else {
                report.text(found);
            }
            return switch (Diagnosis.worst(found)) {
                case OK -> Exit.OK;
                case WARNING -> Exit.WARNINGS;
                case FAULT -> Exit.FINDINGS;
            };
        }
    }
}
