package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.xuhang.directory.Directory;
import tw.xuhang.doctor.RunbooksCheck;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.Versions;
import tw.xuhang.integration.ansible.AnsibleHome;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.History;
import tw.xuhang.publication.Proposals;
import tw.xuhang.publication.PublicationEntry;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.publication.Standing.Standings;
import tw.xuhang.publication.Texts;
import tw.xuhang.publication.Trust;
import tw.xuhang.publication.store.EarlierVersions;
import tw.xuhang.publication.store.PublicationFacts;
import tw.xuhang.publication.store.StandingModel;
import tw.xuhang.publication.store.StandingRows;
import tw.xuhang.publication.store.StoredStandings;
import tw.xuhang.readiness.Footing;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** The office's own folder proposes where one is configured, else the library that is shipped; what is in force runs. */
@Factory
final class Runbooks {

    @Singleton
    EntryCodec<PublicationEntry> publicationFacts() {
        return PublicationFacts.codec();
    }

    @Singleton
    ReadModel standingModel(EntryCodec<PublicationEntry> codec) {
        return new StandingModel(codec);
    }

    @Singleton
    Texts texts(KeptShelf shelf, Versions versions, EarlierVersions earlier) {
        return new ShelfTexts(shelf, versions, earlier);
    }

    @Singleton
    Standings standings(StandingRows rows) {
        return new StoredStandings(rows);
    }

    @Singleton
    Trust trust(@Value("${xuhang.publication:release}") String word) {
        return Trust.of(word)
                .orElseThrow(() -> new IllegalStateException("XUHANG_PUBLICATION is '" + word + "'; it is one of "
                        + Arrays.stream(Trust.values()).map(Trust::key).toList()));
    }

    @Singleton
    Proposals proposals(
            Journal journal,
            EntryCodec<PublicationEntry> codec,
            Texts texts,
            Trust trust,
            @Value("${xuhang.runbooks:}") String folder) {
        Library shipped = Library.shipped(Surroundings.unknown());
        Set<String> versions =
                shipped.runbooks().values().stream().map(Runbook::version).collect(Collectors.toUnmodifiableSet());
        Proposals.Files files =
                folder.isEmpty() ? () -> shipped : () -> Library.directory(Path.of(folder), Surroundings.unknown());
        return new Proposals(journal, codec, texts, files, versions, trust);
    }

    /** The files are looked at before anything can begin with what they say. */
    @Singleton
    Repertoire repertoire(
            Standings standings, Texts texts, Publications publications, Proposals proposals, Trust trust) {
        return new Repertoire(
                standings,
                texts,
                publications::of,
                trust,
                () -> proposals.begin(() -> standings.all().isEmpty()));
    }

    @Singleton
    Publications publications(
            @Named("people") Journal journal,
            EntryCodec<PublicationEntry> codec,
            Texts texts,
            Directory directory,
            Footing footing,
            @Named("office") Supplier<Surroundings> around,
            InstantSource clock) {
        return new Publications(journal, codec, texts, () -> directory, around, footing::of, clock);
    }

    @Singleton
    Catalogue catalogue(Standings standings, Publications publications, Texts texts, Proposals proposals, Trust trust) {
        return new Catalogue(standings, publications, texts, proposals, trust);
    }

    /** A child must be in force before its parent can be published. */
    @Singleton
    @Named("office")
    Supplier<Surroundings> around(
            Directory directory, AnsibleHome home, Standings standings, Texts texts, Trust trust) {
        var inForce = new Repertoire(standings, texts, Runbooks::none, trust, () -> {});
        return () -> {
            Map<String, Runbook> library =
                    inForce.all(Mode.LIVE).stream().collect(Collectors.toMap(Runbook::key, runbook -> runbook));
            try {
                return RunbooksCheck.around(Optional.of(directory), Optional.of(home.project()))
                        .withRunbooks(library);
            } catch (IOException e) {
                throw new UncheckedIOException("the playbooks cannot be listed", e);
            }
        };
    }

    private static History none(String runbook) {
        throw new IllegalStateException("asked for the usual version of " + runbook + " only");
    }

    @Singleton
    Footing footing(Directory directory, AnsibleHome home) {
        return new Footing(() -> directory, home.project(), home.inventory());
    }
}
