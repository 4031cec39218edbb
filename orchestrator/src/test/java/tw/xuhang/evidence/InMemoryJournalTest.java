package tw.xuhang.evidence;

final class InMemoryJournalTest extends JournalContract {

    private final InMemoryJournal journal = new InMemoryJournal(clock);

    InMemoryJournalTest() {
        journal.listen(heard::addAll);
    }

    @Override
    protected Journal journal() {
        return journal;
    }
}
