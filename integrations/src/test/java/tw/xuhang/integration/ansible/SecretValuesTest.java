package tw.xuhang.integration.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E2: what is secret leaves no playbook's log, whichever way it got in. */
final class SecretValuesTest {

    @TempDir
    Path folder;

    @Test
    void everyLineOfAFileIsTakenOutWhereverItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("mail"), "relay-user\ns3cret with space\n");
        var scrub = new SecretValues(List.of(file));

        assertThat(scrub.apply("password=s3cret with space;user=relay-user")).isEqualTo("password=•••;user=•••");
    }

    @Test
    void aFolderStandsForAllItsFilesAndAMissingFileForNone() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        Files.writeString(keys.resolve("a"), "-----BEGIN KEY-----\nMIGHAgEAMBMG\n-----END KEY-----\n");
        var scrub = new SecretValues(List.of(keys, folder.resolve("none")));

        assertThat(scrub.apply("-----BEGIN KEY----- MIGHAgEAMBMG")).isEqualTo("-----BEGIN KEY----- •••");
    }

    @Test
    void aPasswordThatWasChangedIsKnownAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("db"), "the-first-one");
        var scrub = new SecretValues(List.of(file));
        assertThat(scrub.apply("the-first-one")).isEqualTo("•••");

        Files.writeString(file, "the-second-one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(scrub.apply("the-second-one")).isEqualTo("•••");
    }

    @Test
    void ofTwoSecretsTheLongerGoesFirstAndShortWordsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("source"), "whsec_1\nwhsec_1_and_more\nok\n");

        assertThat(new SecretValues(List.of(file)).apply("whsec_1_and_more is ok"))
                .isEqualTo("••• is ok");
    }
}
