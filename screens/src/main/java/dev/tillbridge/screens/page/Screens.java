package dev.tillbridge.screens.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/**
 * Renders one application's precompiled templates, alone as a fragment or inside the shared frame.
 * Thread-safe.
 */
public final class Screens {

  private static final TemplateEngine FRAME = engine("dev.tillbridge.screens.templates");

  private final TemplateEngine templates;

  /**
   * @param templatePackage the {@code jte.package} of the application's module
   */
  public Screens(String templatePackage) {
    templates = engine(templatePackage);
  }

  private static TemplateEngine engine(String templatePackage) {
    return TemplateEngine.createPrecompiled(
        null, ContentType.Html, Screens.class.getClassLoader(), templatePackage);
  }

  /** Answers with a whole page. */
  public void page(Context ctx, Page page, String template, Map<String, Object> parameters) {
    ctx.html(framed(page, Theme.of(ctx), content(template, parameters)));
  }

  /** Answers with a fragment for htmx. */
  public void fragment(Context ctx, String template, Map<String, Object> parameters) {
    ctx.html(text(template, parameters));
  }

  /** A fragment as text, for a server-sent event. */
  public String text(String template, Map<String, Object> parameters) {
    return text(content(template, parameters));
  }

  /** Content as text. */
  public static String text(Content content) {
    StringOutput output = new StringOutput();
    content.writeTo(output);
    return output.toString();
  }

  /** A fragment that another template places. */
  public Content content(String template, Map<String, Object> parameters) {
    return output -> templates.render(template, parameters, output);
  }

  /** Answers with the shared sign-on page: name and password. */
  public static void signOnPage(Context ctx, Page page, SignOnForm form) {
    ctx.html(
        framed(
            page,
            Theme.of(ctx),
            output ->
                FRAME.render(
                    "sign-on.jte", Map.of("form", form, "csrf", page.session().csrf()), output)));
  }

  private static String framed(Page page, Theme theme, Content content) {
    StringOutput output = new StringOutput();
    FRAME.render(
        "layout/page.jte", Map.of("page", page, "theme", theme, "content", content), output);
    return output.toString();
  }
}
