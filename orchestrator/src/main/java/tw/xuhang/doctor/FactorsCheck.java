package tw.xuhang.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tw.xuhang.access.Action;
import tw.xuhang.access.Permissions;
import tw.xuhang.runbook.Text;

/** Whoever must decide needs a second factor before the day it is needed (C4). */
public final class FactorsCheck {

    private static final Map<Action, Text> DECISIONS = decisions();

    private FactorsCheck() {}

    private static Map<Action, Text> decisions() {
        Map<Action, Text> decisions = new LinkedHashMap<>();
        decisions.put(Action.DECIDE_CONSENT, new Text("同意（資安長）", "consent (CISO)"));
        decisions.put(Action.DECLARE, new Text("宣告（組長）", "declaration (team leader)"));
        decisions.put(Action.RECORD_PHONE_CONSENT, new Text("電話同意登錄", "recording consent by telephone"));
        return decisions;
    }

    public static Check of(Late<DatabaseLook> look) {
        return Check.of("second-factors", "第二因子", "Second factors", () -> judge(look.take()));
    }

    static List<Finding> judge(DatabaseLook look) {
        if (!(look instanceof DatabaseLook.Answers answers) || answers.schema().empty()) {
            return List.of(Finding.ok("資料庫未執行，未檢查。", "Not looked at: the database does not run.", ""));
        }
        List<Finding> findings = new ArrayList<>();
        DECISIONS.forEach((action, deed) -> findings.add(judge(action, deed, answers.accounts())));
        return findings;
    }

    private static Finding judge(Action action, Text deed, List<DatabaseLook.Who> accounts) {
        List<DatabaseLook.Who> may = accounts.stream()
                .filter(who -> Permissions.allow(who.roles(), action))
                .toList();
        Set<String> without = may.stream()
                .filter(who -> !who.secondFactor())
                .map(DatabaseLook.Who::account)
                .collect(Collectors.toCollection(TreeSet::new));
        if (may.isEmpty()) {
            return Finding.warning(
                    new Text("沒有帳號可辦理：" + deed.zh(), "Nobody has an account for: " + deed.en()),
                    "accounts",
                    new Text(
                            "請建立帳號並由兩人當面登錄第二因子。",
                            "Make the account and enrol its second factor in person, by two people."));
        }
        return without.isEmpty()
                ? Finding.ok(deed.zh() + "：均已登錄。", deed.en() + ": all enrolled.", "accounts")
                : Finding.warning(
                        new Text(deed.zh() + "：尚未登錄 " + without, deed.en() + ": not enrolled: " + without),
                        "accounts",
                        new Text("請由兩人當面登錄第二因子。", "Enrol their second factors in person, by two people."));
    }
}
