package tw.xuhang.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.PostOffice.Letter;
import tw.xuhang.runbook.port.PostOffice.Posted;

class RecordingPostOfficeTest extends PostOfficeContract {

    private final RecordingPostOffice office = new RecordingPostOffice();

    @Override
    PostOffice office() {
        return office;
    }

    @Override
    List<Letter> arrived() {
        return office.letters();
    }

    @Test
    void whatIsNotAcceptedDoesNotArrive() {
        office.answering(new Posted.Deferred("later"));
        assertThat(office.post(LETTER)).isEqualTo(new Posted.Deferred("later"));
        assertThat(office.post(LETTER)).isInstanceOf(Posted.Accepted.class);
        assertThat(arrived()).hasSize(1);
    }
}
