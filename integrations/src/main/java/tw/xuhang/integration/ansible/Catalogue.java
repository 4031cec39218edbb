package tw.xuhang.integration.ansible;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The playbooks that may run: plain {@code .yml} files directly in the project folder, nothing else. */
record Catalogue(Path project) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}\\.yml");

    /** Why this name is not a playbook of ours; empty if it is. */
    Optional<String> refusal(String playbook) {
        if (!NAME.matcher(playbook).matches()) {
            return Optional.of("not the name of a playbook: " + OneLine.of(playbook, 80));
        }
        Path file = project.resolve(playbook);
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return Optional.of("no playbook " + playbook + " in the project");
        }
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return Optional.of("playbook " + playbook + " is a link or no plain file");
        }
        return Files.isReadable(file) ? Optional.empty() : Optional.of("playbook " + playbook + " cannot be read");
    }
}
