package tw.xuhang.runbook.cacao;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a playbook of others cannot say about this office.
 *
 * @param key the runbook's key; empty: made of the playbook's name
 * @param who the role that does what names no role of this office
 * @param owner the role that keeps the runbook
 * @param services what it serves; empty: a person completes it
 * @param sources rules it follows; empty: a person completes it
 * @param trusted keys of which one must have signed; empty: none is asked for
 * @param now when signatures and the playbook's validity are judged
 */
public record ImportSettings(
        Optional<String> key,
        String who,
        String owner,
        List<String> services,
        List<String> sources,
        List<TrustedKey> trusted,
        Instant now) {

    public ImportSettings {
        services = List.copyOf(services);
        sources = List.copyOf(sources);
        trusted = List.copyOf(trusted);
    }
}
