package tw.xuhang.web.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.inject.Singleton;
import java.util.Map;

/** The templates that the build compiled. */
@Singleton
public final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** @param name path below {@code src/main/jte} without its ending, e.g. {@code live/board} */
    public String render(String name, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        engine.render(name + ".jte", parameters, html);
        return html.toString();
    }
}
