package tw.xuhang.evidence.audit;

import tw.xuhang.evidence.StreamId;

/** Where a stream stood: its last entry and that entry's hash (hexadecimal). */
public record HeadMark(StreamId stream, long seq, String hash) {

    String line() {
        return stream + " " + seq + " " + hash;
    }
}
