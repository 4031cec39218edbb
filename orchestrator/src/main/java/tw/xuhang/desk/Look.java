package tw.xuhang.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.runbook.Text;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.OutageClock;

/** Somebody's look at the office: in their language, at a moment. */
public record Look(Words words, Instant now, Directory directory) {

    public String say(Text text) {
        return text.in(words.language().tag());
    }

    public String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** The word of a value of a closed set, e.g. {@code phase.RESTORED}. */
    public String word(String family, Enum<?> value) {
        return words.get(family + "." + value.name());
    }

    public String person(String account) {
        Optional<Text> name = directory.person(account).map(Person::name);
        return name.map(this::say).orElse(account);
    }

    public String role(String key) {
        return words.get("role." + key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String service(String key) {
        return directory.service(key).map(CatalogueService::name).map(this::say).orElse(key);
    }

    public String uplink(String key) {
        return directory.uplink(key).map(line -> say(line.name())).orElse(key);
    }

    public String vendor(String key) {
        return directory.vendor(key).map(vendor -> say(vendor.name())).orElse(key);
    }

    /** What a code says, e.g. {@code link.down}; a sentence of a person stays as it is. */
    public String reason(String code) {
        return words.has("word." + code) ? get("word." + code) : code;
    }

    public static Mode mode(tw.xuhang.runbook.Mode mode) {
        return switch (mode) {
            case LIVE -> Mode.REAL;
            case DRILL -> Mode.DRILL;
            case SIMULATE -> Mode.SIMULATION;
        };
    }

    public static Mode mode(String mode) {
        return mode(tw.xuhang.runbook.Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
    }

    public OutageClock ofService(Outage outage) {
        Optional<CatalogueService> service = directory.service(outage.of());
        List<OutageClock.Mark> marks = outage.limits()
                .map(limits -> marks(limits.rto(), limits.declaration(), limits.mtpd()))
                .orElse(List.of());
        boolean core = service.map(CatalogueService::core).orElse(false);
        return new OutageClock(
                service(outage.of()), "", core, outage.since(), outage.until().orElse(null), marks);
    }

    /** A line's clock drives nothing, so it has no limits (K1). */
    public OutageClock ofLine(Outage outage) {
        return new OutageClock(
                uplink(outage.of()),
                get("clock.line"),
                false,
                outage.since(),
                outage.until().orElse(null),
                List.of());
    }

    List<OutageClock.Mark> marks(Duration rto, Duration limit, Duration mtpd) {
        var marks = new ArrayList<OutageClock.Mark>();
        marks.add(new OutageClock.Mark(get("mark.rto"), rto));
        marks.add(new OutageClock.Mark(get("mark.limit"), limit));
        marks.add(new OutageClock.Mark(get("mark.mtpd"), mtpd));
        return marks;
    }
}
