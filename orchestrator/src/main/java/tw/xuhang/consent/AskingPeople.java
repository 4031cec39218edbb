package tw.xuhang.consent;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.runbook.port.PostOffice;

/**
 * Looks after the open requests: keeps their facts true, climbs the ladders of silence and posts the
 * letters. That somebody is asked is committed before the letter leaves, and that it left after; a letter
 * lost with a crash in between is written again.
 */
public final class AskingPeople {

    private final Consents consents;
    private final Supplier<Directory> directory;
    private final LinkMaker links;
    private final PostOffice postOffice;
    private final InstantSource clock;

    public AskingPeople(
            Consents consents,
            Supplier<Directory> directory,
            LinkMaker links,
            PostOffice postOffice,
            InstantSource clock) {
        this.consents = consents;
        this.directory = directory;
        this.links = links;
        this.postOffice = postOffice;
        this.clock = clock;
    }

    /** Does everything that is due on the request now. */
    public ConsentRequest look(String key) throws InterruptedException {
        consents.upkeep(key);
        Map<String, LinkMaker.Made> made = new ConcurrentHashMap<>();
        List<ConsentEntry> taken = consents.climb(
                key,
                person -> made.compute(person, (who, before) -> links.make(key, who))
                        .hash());
        for (ConsentEntry fact : taken) {
            switch (fact) {
                case ConsentEntry.Asked asked -> {
                    LinkMaker.Made link = made.get(asked.person());
                    write(key, asked.duty(), asked.person(), 1, link == null ? "" : link.address());
                }
                case ConsentEntry.Reminded reminded -> {
                    for (String person : reminded.people()) {
                        // A link of its own: the first letter may be what a crash or the far mail server lost.
                        write(
                                key,
                                reminded.duty(),
                                person,
                                2,
                                links.make(key, person).address());
                    }
                }
                default -> {}
            }
        }
        return consents.get(key);
    }

    private void write(String key, Duty duty, String account, int nth, String link) throws InterruptedException {
        var person = directory.get().person(account);
        if (person.isEmpty()) {
            consents.notTold(key, duty, account, "not in the directory any more");
            return;
        }
        var letter = new RequestLetter(directory.get(), clock.instant())
                .compose(consents.get(key), duty, person.get(), nth, link);
        switch (postOffice.post(letter)) {
            // Where the server's answer was lost the letter may well be there; the reminder has a link of its own.
            case PostOffice.Posted.Accepted _, PostOffice.Posted.Unclear _ -> consents.told(key, duty, account);
            case PostOffice.Posted.Deferred deferred -> consents.notTold(key, duty, account, deferred.why());
            case PostOffice.Posted.Refused refused -> consents.notTold(key, duty, account, refused.why());
        }
    }
}
