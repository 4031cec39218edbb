package tw.xuhang.due;

import java.util.Map;

final class InMemoryAgendaTest extends AgendaContract {

    private final InMemoryAgenda agenda = new InMemoryAgenda(clock);

    @Override
    protected Agenda opened(Map<String, Look> looks) {
        agenda.open(looks);
        return agenda;
    }

    @Override
    protected void settle() {
        try {
            agenda.tick();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
