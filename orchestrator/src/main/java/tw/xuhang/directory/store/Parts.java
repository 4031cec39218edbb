package tw.xuhang.directory.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.access.Role;
import tw.xuhang.directory.AuthorisedAct;
import tw.xuhang.directory.Capacity;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Deputy;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Maintenance;
import tw.xuhang.directory.Office;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.Router;
import tw.xuhang.directory.Segment;
import tw.xuhang.directory.Uplink;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.port.Prober;

/** What each of the files holds. */
final class Parts {

    private static final String PERSON = "person";
    private static final String VENDOR = "vendor";
    private static final String UPLINK = "uplink";
    private static final String SEGMENT = "segment";
    private static final String ROUTER = "router";

    private Optional<Office> office = Optional.empty();
    private final List<Person> people = new ArrayList<>();
    private final List<Deputy> deputies = new ArrayList<>();
    private final List<Vendor> vendors = new ArrayList<>();
    private final List<CatalogueService> services = new ArrayList<>();
    private final List<Uplink> uplinks = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Router> routers = new ArrayList<>();
    private final List<Maintenance> maintenance = new ArrayList<>();

    void read(String file, Fields fields) {
        switch (file) {
            case "office.yaml" -> {
                office = fields.inner("office").flatMap(Parts::office);
                fields.named("segments", SEGMENT, this::segment);
                fields.named("routers", ROUTER, this::router);
            }
            case "people.yaml" -> {
                fields.named("people", PERSON, this::person);
                fields.listed("deputies", this::deputy);
            }
            case "vendors.yaml" -> fields.named("vendors", VENDOR, this::vendor);
            case "services.yaml" -> fields.named("services", "service", this::service);
            case "uplinks.yaml" -> {
                fields.named("uplinks", UPLINK, this::uplink);
                fields.listed("maintenance", this::maintenance);
            }
            default -> throw new IllegalArgumentException("not a file of an office: " + file);
        }
        fields.build(() -> file);
    }

    /** Called when nothing is wrong, so that the office has been read. */
    Loaded whole() {
        return new Loaded.Read(new Directory(
                office.orElseThrow(), people, deputies, vendors, services, uplinks, segments, routers, maintenance));
    }

    private static Optional<Office> office(Fields f) {
        var key = f.text("key");
        var name = f.bilingual("name");
        var address = f.bilingual("address");
        var duty = f.reference("duty contact", PERSON);
        var phone = f.text("duty phone");
        var from = f.text("mail from");
        var base = f.address("public address");
        return f.build(() -> new Office(key, name, address, duty, phone, from, base));
    }

    private void segment(Fields.Named at) {
        var name = at.fields().bilingual("name");
        var command = at.fields().texts("command");
        at.fields().build(() -> new Segment(at.name(), name, command)).ifPresent(segments::add);
    }

    private void router(Fields.Named at) {
        var name = at.fields().bilingual("name");
        var inventory = at.fields().text("inventory");
        var enter = at.fields().texts("enter");
        at.fields().build(() -> new Router(at.name(), name, inventory, enter)).ifPresent(routers::add);
    }

    private void person(Fields.Named at) {
        Fields f = at.fields();
        var name = f.bilingual("name");
        var roles = f.choices("roles", Role::of, words(Stream.of(Role.values()).map(Role::key)));
        var mail = f.text("mail");
        var phones = f.texts("phones");
        var verified = f.optionalDay("verified");
        f.build(() -> new Person(at.name(), name, roles, mail, phones, verified))
                .ifPresent(people::add);
    }

    private void deputy(Fields f) {
        var account = f.reference("person", PERSON);
        var of = f.choice("deputy of", Role::of, words(Stream.of(Role.values()).map(Role::key)));
        var document = f.text("document");
        var acts = f.choices(
                "acts",
                AuthorisedAct::of,
                words(Stream.of(AuthorisedAct.values()).map(AuthorisedAct::key)));
        var order = f.number("order");
        var from = f.day("valid from");
        var to = f.day("valid to");
        f.build(() -> new Deputy(account, of.orElseThrow(), document, acts, order, from, to))
                .ifPresent(deputies::add);
    }

    private void vendor(Fields.Named at) {
        Fields f = at.fields();
        var kind = f.choice(
                "kind", Vendor.Kind::of, words(Stream.of(Vendor.Kind.values()).map(Vendor.Kind::key)));
        var name = f.bilingual("name");
        var contacts = new ArrayList<Vendor.Contact>();
        f.listed("contacts", contact -> contact(contact).ifPresent(contacts::add));
        var contract = f.text("contract");
        var circuits = f.texts("circuits");
        var sla = f.inner("sla").flatMap(Parts::sla);
        var verification = f.text("verification");
        var next = f.optionalReference("next vendor", VENDOR);
        f.build(() -> new Vendor(
                        at.name(),
                        kind.orElseThrow(),
                        name,
                        contacts,
                        contract,
                        circuits,
                        sla.orElseThrow(),
                        verification,
                        next))
                .ifPresent(vendors::add);
    }

    private static Optional<Vendor.Contact> contact(Fields f) {
        var name = f.bilingual("name");
        var mail = f.text("mail");
        var phone = f.text("phone");
        return f.build(() -> new Vendor.Contact(name, mail, phone));
    }

    private static Optional<Vendor.Sla> sla(Fields f) {
        var acknowledge = f.duration("acknowledge within");
        var arrive = f.duration("arrive within");
        var repair = f.duration("repair within");
        return f.build(() -> new Vendor.Sla(acknowledge, arrive, repair));
    }

    private void service(Fields.Named at) {
        Fields f = at.fields();
        var name = f.bilingual("name");
        var owner = f.reference("owner", PERSON);
        var core = f.yes("core");
        var ci = f.yes("ci");
        var rto = f.duration("rto");
        var mtpd = f.duration("mtpd");
        var wrt = f.duration("wrt", Duration.ZERO);
        var rpo = f.duration("rpo", Duration.ZERO);
        var limit = f.duration("declaration limit", CatalogueService.usualLimit(rto, mtpd));
        var look = f.inner("look").flatMap(Parts::look);
        var over = f.references("reachable over", UPLINK);
        f.build(() -> new CatalogueService(
                        at.name(), name, owner, core, ci, rto, mtpd, wrt, rpo, limit, look.orElseThrow(), over))
                .ifPresent(services::add);
    }

    private static Optional<CatalogueService.Look> look(Fields f) {
        var segment = f.reference("from", SEGMENT);
        var url = f.address("url");
        var every = f.duration("every");
        var timeout = f.duration("timeout");
        var confirm = f.confirm("confirm");
        return f.build(() -> new CatalogueService.Look(segment, url, every, timeout, confirm));
    }

    private void uplink(Fields.Named at) {
        Fields f = at.fields();
        var role = f.choice(
                "role", Uplink.Role::of, words(Stream.of(Uplink.Role.values()).map(Uplink.Role::key)));
        var name = f.bilingual("name");
        var device = f.text("interface");
        var gateway = f.text("gateway");
        var circuit = f.text("circuit");
        var vendor = f.reference("vendor", VENDOR);
        var router = f.reference("router", ROUTER);
        var watch = f.inner("watch").flatMap(Parts::watch);
        int mbit = f.number("mbit", Capacity.USUAL_MBIT);
        int core = f.number("core mbit", Capacity.usualShare(mbit));
        var verify = f.optionalText("verify");
        f.build(() -> new Uplink(
                        at.name(),
                        role.orElseThrow(),
                        name,
                        device,
                        gateway,
                        circuit,
                        vendor,
                        router,
                        watch.orElseThrow(),
                        new Capacity(mbit, core, verify)))
                .ifPresent(uplinks::add);
    }

    private static Optional<Uplink.Watch> watch(Fields f) {
        boolean ping = f.has("icmp") || !f.has("http");
        Prober.Way way = ping
                ? new Prober.Way.Icmp(f.text("icmp"))
                : new Prober.Way.Http(f.address("http").toString());
        var every = f.duration("every");
        var timeout = f.duration("timeout");
        var confirm = f.confirm("confirm");
        var holdDown = f.duration("hold down");
        var steady = f.duration("steady");
        return f.build(() -> new Uplink.Watch(way, every, timeout, confirm, holdDown, steady));
    }

    private void maintenance(Fields f) {
        var uplink = f.reference("uplink", UPLINK);
        var from = f.moment("from");
        var to = f.moment("to");
        var reason = f.text("reason");
        f.build(() -> new Maintenance(uplink, from.toInstant(), to.toInstant(), reason))
                .ifPresent(maintenance::add);
    }

    private static List<String> words(Stream<String> words) {
        return words.toList();
    }
}
