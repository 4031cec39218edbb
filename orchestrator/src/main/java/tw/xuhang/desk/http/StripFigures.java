package tw.xuhang.desk.http;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import tw.xuhang.access.Accounts;
import tw.xuhang.desk.Overview;
import tw.xuhang.web.Language;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Strip;

/** The figures of the top strip. */
@Singleton
final class StripFigures implements Strip {

    private final BeanProvider<Overview> overview;
    private final Accounts accounts;

    StripFigures(BeanProvider<Overview> overview, Accounts accounts) {
        this.overview = overview;
        this.accounts = accounts;
    }

    @Override
    public int open() {
        return overview.get().open();
    }

    @Override
    public int waiting(String account) {
        return accounts.find(account)
                .map(viewer ->
                        overview.get().waiting(Words.in(Language.ZH), viewer).size())
                .orElse(0);
    }
}
