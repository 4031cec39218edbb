package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.web.Language;
import tw.xuhang.web.Words;

/** A case's timeline never shows a code where a sentence belongs. */
@MicronautTest(transactional = false)
final class SentencesTest {

    @Inject
    private List<EntryCodec<?>> codecs;

    @Test
    void everyFactHasItsSentenceInBothLanguages() {
        var missing = new TreeSet<String>();
        for (EntryCodec<?> codec : codecs) {
            for (String type : codec.types().keySet()) {
                for (Language language : Language.values()) {
                    if (!Words.in(language).has("entry." + type)) {
                        missing.add(language + " " + type);
                    }
                }
            }
        }
        assertThat(codecs).isNotEmpty();
        assertThat(missing).isEmpty();
    }
}
