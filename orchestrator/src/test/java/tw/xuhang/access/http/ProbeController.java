package tw.xuhang.access.http;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import tw.xuhang.access.Action;

/** One route for each action, one that somebody forgot to mark, one that posts. */
@Controller("/test")
class ProbeController {

    @Get("/unmarked")
    String unmarked() {
        return "in";
    }

    @Open("a test of the open door")
    @Get("/open")
    String open() {
        return "in";
    }

    @Allowed(Action.READ_CASES)
    @Post("/post")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    String post(@Body Map<String, Object> form) {
        return "in " + form.get("text");
    }

    @Allowed(Action.READ_CASES)
    @Post("/json")
    Map<String, Object> json(@Body Map<String, Object> body) {
        return body;
    }

    @Open("a test of failure")
    @Get("/broken")
    String broken() {
        throw new IllegalStateException("secret-of-the-inside");
    }

    @Allowed(Action.REPORT_ANOMALY)
    @Get("/REPORT_ANOMALY")
    String reportAnomaly() {
        return "in";
    }

    @Allowed(Action.READ_CASES)
    @Get("/READ_CASES")
    String readCases() {
        return "in";
    }

    @Allowed(Action.JUDGE_SIGN)
    @Get("/JUDGE_SIGN")
    String judgeSign() {
        return "in";
    }

    @Allowed(Action.WORK_ON_CASE)
    @Get("/WORK_ON_CASE")
    String workOnCase() {
        return "in";
    }

    @Allowed(Action.JUDGE_LEVEL)
    @Get("/JUDGE_LEVEL")
    String judgeLevel() {
        return "in";
    }

    @Allowed(Action.STEER_RUN)
    @Get("/STEER_RUN")
    String steerRun() {
        return "in";
    }

    @Allowed(Action.DO_TASK)
    @Get("/DO_TASK")
    String doTask() {
        return "in";
    }

    @Allowed(Action.ISOLATE)
    @Get("/ISOLATE")
    String isolate() {
        return "in";
    }

    @Allowed(Action.ORDER_VENDOR)
    @Get("/ORDER_VENDOR")
    String orderVendor() {
        return "in";
    }

    @Allowed(Action.REQUEST_CONSENT)
    @Get("/REQUEST_CONSENT")
    String requestConsent() {
        return "in";
    }

    @Allowed(Action.DECIDE_CONSENT)
    @Get("/DECIDE_CONSENT")
    String decideConsent() {
        return "in";
    }

    @Allowed(Action.RECORD_PHONE_CONSENT)
    @Get("/RECORD_PHONE_CONSENT")
    String recordPhoneConsent() {
        return "in";
    }

    @Allowed(Action.DECLARE)
    @Get("/DECLARE")
    String declare() {
        return "in";
    }

    @Allowed(Action.FILL_FORM)
    @Get("/FILL_FORM")
    String fillForm() {
        return "in";
    }

    @Allowed(Action.CONFIRM)
    @Get("/CONFIRM")
    String confirm() {
        return "in";
    }

    @Allowed(Action.AGREE_REFERRAL)
    @Get("/AGREE_REFERRAL")
    String agreeReferral() {
        return "in";
    }

    @Allowed(Action.ACKNOWLEDGE_BRIEFING)
    @Get("/ACKNOWLEDGE_BRIEFING")
    String acknowledgeBriefing() {
        return "in";
    }

    @Allowed(Action.AGREE_RESTORE)
    @Get("/AGREE_RESTORE")
    String agreeRestore() {
        return "in";
    }

    @Allowed(Action.DRAFT_RUNBOOK)
    @Get("/DRAFT_RUNBOOK")
    String draftRunbook() {
        return "in";
    }

    @Allowed(Action.REVIEW_RUNBOOK)
    @Get("/REVIEW_RUNBOOK")
    String reviewRunbook() {
        return "in";
    }

    @Allowed(Action.PUBLISH_RUNBOOK)
    @Get("/PUBLISH_RUNBOOK")
    String publishRunbook() {
        return "in";
    }

    @Allowed(Action.RUN_DRILL)
    @Get("/RUN_DRILL")
    String runDrill() {
        return "in";
    }

    @Allowed(Action.READ_DIRECTORY)
    @Get("/READ_DIRECTORY")
    String readDirectory() {
        return "in";
    }

    @Allowed(Action.EDIT_DIRECTORY)
    @Get("/EDIT_DIRECTORY")
    String editDirectory() {
        return "in";
    }

    @Allowed(Action.READ_JOURNAL)
    @Get("/READ_JOURNAL")
    String readJournal() {
        return "in";
    }

    @Allowed(Action.SEND_SIGNAL)
    @Get("/SEND_SIGNAL")
    String sendSignal() {
        return "in";
    }

    @Allowed(Action.MANAGE_ACCESS)
    @Get("/MANAGE_ACCESS")
    String manageAccess() {
        return "in";
    }

    @Allowed(Action.OPERATE)
    @Get("/OPERATE")
    String operate() {
        return "in";
    }
}
