package tw.xuhang.access;

/** What somebody may be allowed to do. Which role may, stands in {@link Permissions} and nowhere else. */
public enum Action {
    /** Report an anomaly (P-07: anyone, at once). */
    REPORT_ANOMALY,
    /** See the board, cases, runs, requests and timelines. */
    READ_CASES,
    /** Decide on the spot whether a sign is an incident (P-07, P-08). */
    JUDGE_SIGN,
    /** Open an incident by hand, record awareness and note what happened. */
    WORK_ON_CASE,
    /** Judge cause, effect and level, assess damage (P-09, P-10). */
    JUDGE_LEVEL,
    /** Start a runbook, decide what becomes of a failed step, stop a run. */
    STEER_RUN,
    /** Report a manual task as done, failed or skipped. */
    DO_TASK,
    /** Isolate or shut down where running on spreads the damage (P-13, P-17). */
    ISOLATE,
    /** Send work orders, and record what a vendor says by telephone. */
    ORDER_VENDOR,
    /** Make the prepared request for the CISO's consent (P-25, C1). */
    REQUEST_CONSENT,
    /** Give or refuse consent; ratify one given by telephone (P-25, C5). */
    DECIDE_CONSENT,
    /** Write down a consent given by telephone, or stand witness to it (C5). */
    RECORD_PHONE_CONSENT,
    /** Declare continuity operations, and stand them down (P-25). */
    DECLARE,
    /** Fill in and file the 通報單 (P-18). */
    FILL_FORM,
    /** Confirm a form, the referral and the closing of a case (P-18, P-19, P-20). */
    CONFIRM,
    /** Agree to a referral to the authorities (P-20). */
    AGREE_REFERRAL,
    /** Acknowledge a briefing and write instructions (P-23). */
    ACKNOWLEDGE_BRIEFING,
    /** Agree that a restore overwrites data that one owns (R8). */
    AGREE_RESTORE,
    /** Draft plans and runbooks (P-30). */
    DRAFT_RUNBOOK,
    /** Examine a version that the team drafted (P-30). */
    REVIEW_RUNBOOK,
    /** Publish a version of a plan or runbook (P-30). */
    PUBLISH_RUNBOOK,
    /** Plan, start and end drills (P-06). */
    RUN_DRILL,
    /** See telephone numbers and addresses of people and vendors. */
    READ_DIRECTORY,
    /** Change people, vendors, services and authorisations. */
    EDIT_DIRECTORY,
    /** Read, verify and export the journal. */
    READ_JOURNAL,
    /** Deliver signals; for machines with a token, never a person's right. */
    SEND_SIGNAL,
    /** Make accounts, enrol second factors, create and revoke tokens. */
    MANAGE_ACCESS,
    /** Back up, verify and look into the state of the service. */
    OPERATE
}
