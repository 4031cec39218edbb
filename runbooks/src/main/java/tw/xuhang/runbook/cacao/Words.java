package tw.xuhang.runbook.cacao;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one language for reports and for what is written into playbooks. */
final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    /** @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese */
    Words(String language) {
        this.bundle = ResourceBundle.getBundle(
                "tw.xuhang.runbook.cacao.words",
                language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                Words.class.getClassLoader(),
                NO_FALLBACK);
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
