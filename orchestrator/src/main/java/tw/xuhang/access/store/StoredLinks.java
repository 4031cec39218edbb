package tw.xuhang.access.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import tw.xuhang.access.Link;
import tw.xuhang.access.LinkRows;

/** Links in the database, by hash. */
@Singleton
final class StoredLinks implements LinkRows {

    private final LinkTable table;

    StoredLinks(LinkTable table) {
        this.table = table;
    }

    @Override
    public void add(Link link) {
        table.save(new LinkRow(
                link.hash(), link.kind().name(), link.subject(), link.person(), link.madeAt(), link.expiresAt()));
    }

    @Override
    public Optional<Link> find(String hash) {
        return table.findByHash(hash)
                .map(row -> new Link(
                        row.hash(),
                        Link.Kind.valueOf(row.kind()),
                        row.subject(),
                        row.person(),
                        row.madeAt(),
                        row.expiresAt()));
    }

    @Override
    public void removeOf(Link.Kind kind, String subject) {
        table.deleteByKindAndSubject(kind.name(), subject);
    }
}
