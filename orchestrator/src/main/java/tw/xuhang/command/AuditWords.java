package tw.xuhang.command;

import tw.xuhang.evidence.audit.Finding;

/** The findings of an audit in the reader's language. */
final class AuditWords {

    private AuditWords() {}

    static String of(Finding.Code code) {
        return switch (code) {
            case BODY_ALTERED -> "內容遭更動";
            case ERASED_WITHOUT_RECORD -> "內容遭清除而無紀錄";
            case ENTRY_ALTERED -> "欄位遭更動";
            case OUT_OF_PLACE -> "順序不符或缺漏";
            case CHAIN_BROKEN -> "與前一筆不相連";
            case TAIL_CUT -> "尾端遭截斷";
            case STREAM_REMOVED -> "整條串列遭移除";
            case REWRITTEN -> "歷史遭改寫";
            case CHECKPOINT_BROKEN -> "檢查點不符";
            case MANIFEST_BROKEN -> "目錄不符";
            case UNKNOWN_FORM -> "格式較本版新";
        };
    }
}
