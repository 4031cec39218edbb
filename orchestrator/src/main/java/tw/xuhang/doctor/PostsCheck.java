package tw.xuhang.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.runbook.Text;

/** Whether the posts that a case needs are filled, by different people where two must act (C1, C3, C5). */
public final class PostsCheck {

    private static final List<Role> NEEDED =
            List.of(Role.CISO, Role.TEAM_LEADER, Role.SECURITY_CONTACT, Role.SERVER_ROOM, Role.RESPONDER);
    private static final String FILE = "people.yaml";

    private PostsCheck() {}

    /** @param office empty where its folder cannot be read; another check says so */
    public static Check of(Late<Optional<Directory>> office, Instant now) {
        return Check.of(
                "posts",
                "職務與代理",
                "Posts and deputies",
                () -> office.take()
                        .map(directory -> judge(directory, now))
                        .orElseGet(() -> List.of(Finding.ok("未檢查。", "Not looked at.", FILE))));
    }

    static List<Finding> judge(Directory office, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Role role : NEEDED) {
            List<Person> holders = office.holders(role);
            boolean deputised = office.deputies().stream().anyMatch(d -> d.of() == role && d.standsAt(now));
            if (holders.isEmpty()) {
                findings.add(nobody(role));
            } else if (holders.size() == 1 && role == Role.CISO && !deputised) {
                findings.add(alone(role, holders.getFirst()));
            }
        }
        office.holders(Role.CISO).stream()
                .filter(ciso -> ciso.holds(Role.TEAM_LEADER))
                .map(PostsCheck::both)
                .forEach(findings::add);
        office.holders(Role.CISO).stream()
                .filter(ciso -> ciso.phones().isEmpty())
                .map(PostsCheck::noPhone)
                .forEach(findings::add);
        return findings.isEmpty() ? List.of(Finding.ok("均有人擔任。", "All are filled.", FILE)) : findings;
    }

    private static Finding nobody(Role role) {
        return Finding.warning(
                new Text("沒有人擔任 " + role.key() + "。", "Nobody holds the post " + role.key() + "."),
                FILE,
                new Text("請在 people.yaml 補上。", "Add somebody in people.yaml."));
    }

    private static Finding alone(Role role, Person holder) {
        return Finding.warning(
                new Text(
                        role.key() + " 僅 " + holder.account() + " 一人且無代理授權；無回應時只能改由電話聯絡。",
                        "Only " + holder.account() + " holds " + role.key()
                                + ", without an authorised deputy: silence ends in a telephone call."),
                FILE,
                new Text("請建立代理授權（deputies，附文號）。", "Put an authorisation on file (deputies, with its document)."));
    }

    private static Finding both(Person person) {
        return Finding.fault(
                new Text("資安長與組長為同一人，無法自行同意並宣告。", "One person is CISO and team leader: who asks may not consent."),
                FILE + ": " + person.account(),
                new Text("請由不同人擔任其中一職。", "Let somebody else hold one of the two posts."));
    }

    private static Finding noPhone(Person ciso) {
        return Finding.warning(
                new Text(
                        "資安長沒有登錄電話，線路中斷時無法以電話取得同意。",
                        "The CISO has no telephone on file: no consent by telephone when the line is down."),
                FILE + ": " + ciso.account(),
                new Text("請補上電話（phones）。", "Add it (phones)."));
    }
}
