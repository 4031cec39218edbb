package tw.xuhang.readiness;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.doctor.Finding;
import tw.xuhang.publication.Basis;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.History;
import tw.xuhang.publication.Proposals;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.RefusalText;
import tw.xuhang.publication.Trust;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.language.Level;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.time.OfficeTime;

/**
 * Whether what would run is what the office published (P-30), whether the office is still as it was then, and whether
 * the files say something else.
 */
public final class PublicationAspect implements Aspect {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(OfficeTime.ZONE);
    private static final Text PUBLISH =
            new Text("請於「手冊」頁由組長審查、資安長公布。", "On the runbook's page: the leader reviews it, the CISO publishes it.");
    private static final Text LOOK_AGAIN = new Text(
            "請重看手冊，無誤者再次審查並公布同一版本即可。", "Look at the runbook again; review and publish the same version to confirm it.");

    private final Publications publications;
    private final Proposals proposals;
    private final Footing footing;
    private final Trust trust;

    public PublicationAspect(Publications publications, Proposals proposals, Footing footing, Trust trust) {
        this.publications = publications;
        this.proposals = proposals;
        this.footing = footing;
        this.trust = trust;
    }

    @Override
    public List<Finding> look(Runbook runbook) {
        History history = publications.of(runbook.key());
        var findings = new ArrayList<Finding>();
        findings.add(standing(runbook, history));
        if (history.isInForce(runbook.version())) {
            findings.addAll(invalid(runbook));
            history.current().ifPresent(edition -> findings.addAll(drift(runbook, edition)));
        }
        file(runbook, history).ifPresent(findings::add);
        return findings;
    }

    private Finding standing(Runbook runbook, History history) {
        Optional<Basis> basis = history.basis();
        String where = page(runbook);
        if (basis.filter(trust::counts).isEmpty()) {
            return Finding.fault(
                    new Text(
                            "沒有可供真實事件使用的版本：此手冊不會啟動。", "No version is in force for real: this runbook would not start."),
                    where,
                    PUBLISH);
        }
        return switch (basis.get()) {
            case OFFICE -> published(history.current().orElseThrow(), where);
            case RELEASE ->
                Finding.warning(
                        new Text(
                                "隨程式附帶之版本，本所尚未公布。",
                                "It came with the program and is not yet published by this office."),
                        where,
                        PUBLISH);
            case EARLIER ->
                Finding.warning(
                        new Text(
                                "沿用版本管制之前的內容，本所尚未公布。",
                                "It was in force before versions were published, and is not yet published by this office."),
                        where,
                        PUBLISH);
            case FOLDER ->
                Finding.warning(
                        new Text(
                                "資料夾內容直接生效（XUHANG_PUBLICATION=folder），未依程序公布。",
                                "The folder counts without a publication (XUHANG_PUBLICATION=folder)."),
                        where,
                        PUBLISH);
        };
    }

    private static Finding published(Edition edition, String where) {
        Edition.Act act = edition.published().orElseThrow();
        String version = RefusalText.brief(edition.version());
        String day = DAY.format(act.at());
        return Finding.ok(
                "版本 " + version + " 於 " + day + " 由 " + act.actor().name() + " 公布。",
                "version " + version + " was published by " + act.actor().name() + " on " + day + ".",
                where);
    }

    /** What it names is not there any more, or today's rules refuse it. */
    private List<Finding> invalid(Runbook runbook) {
        return publications.findings(runbook.version()).stream()
                .filter(found -> found.level() == Level.ERROR)
                .map(found -> Finding.fault(
                        new Text(
                                "現行版本第 " + found.line() + " 行與本所現況不符：" + found.message() + " ["
                                        + found.rule().id() + "]",
                                "line " + found.line() + " of the version in force does not fit this office: "
                                        + found.message() + " [" + found.rule().id() + "]"),
                        page(runbook),
                        new Text("請更正手冊或名冊，再審查並公布。", "Correct the runbook or the directory, review and publish.")))
                .toList();
    }

    private List<Finding> drift(Runbook runbook, Edition edition) {
        return footing.changed(runbook, edition.footing()).stream()
                .map(thing -> Finding.warning(
                        new Text("公布之後有變動：" + named(thing), "Changed since the publication: " + thing),
                        page(runbook),
                        LOOK_AGAIN))
                .toList();
    }

    private static String named(String thing) {
        String kind = thing.substring(0, thing.indexOf(':'));
        String word = switch (kind) {
            case "role" -> "職務之擔任人";
            case "vendor" -> "廠商聯絡資料";
            case "line" -> "線路資料";
            case "playbook" -> "劇本內容";
            default -> "主機清單";
        };
        return word + " " + thing.substring(kind.length() + 1);
    }

    private Optional<Finding> file(Runbook runbook, History history) {
        String where = runbook.key() + ".yaml";
        if (proposals.trouble().isPresent()) {
            return Optional.of(Finding.warning(
                    new Text("手冊資料夾無法讀取；現行版本照常使用。", "The runbooks' folder cannot be read; what is in force stays so."),
                    proposals.trouble().get(),
                    new Text("請確認 XUHANG_RUNBOOKS 與檔案權限。", "See to XUHANG_RUNBOOKS and its permissions.")));
        }
        Library files = proposals.latest();
        Optional<Runbook> file = files.find(runbook.key());
        if (file.isEmpty()) {
            return Optional.of(missing(files, where));
        }
        String version = file.get().version();
        return history.inForce().isEmpty() || history.isInForce(version)
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        new Text(
                                "檔案與現行版本不同（" + RefusalText.brief(version) + "），尚未公布。",
                                "The file is another version than the one in force (" + RefusalText.brief(version)
                                        + "), and not published."),
                        where,
                        PUBLISH));
    }

    private static Finding missing(Library files, String where) {
        Optional<String> error = files.findings().stream()
                .filter(found -> found.level() == Level.ERROR)
                .filter(found -> found.file().endsWith(where))
                .map(found -> "%d:%d %s [%s]"
                        .formatted(
                                found.line(),
                                found.column(),
                                found.message(),
                                found.rule().id()))
                .findFirst();
        return error.map(what -> Finding.warning(
                        new Text("檔案有錯，現行版本照常使用：" + what, "The file has errors; what is in force stays so: " + what),
                        where,
                        new Text("請更正檔案。", "Correct the file.")))
                .orElseGet(() -> Finding.warning(
                        new Text("檔案已不在；現行版本照常使用。", "The file is gone; what is in force stays so."),
                        where,
                        new Text(
                                "請放回檔案；不再使用者由資安長撤回。",
                                "Put it back; if the runbook is no longer wanted, the CISO withdraws it.")));
    }

    private static String page(Runbook runbook) {
        return "/runbooks/" + runbook.key();
    }
}
