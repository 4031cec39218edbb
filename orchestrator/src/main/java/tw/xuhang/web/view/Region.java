package tw.xuhang.web.view;

/**
 * A part of a page that changes by itself.
 *
 * @param id name of its event
 * @param html what it shows, rendered by a template
 * @param rev changes with the content, so that an unchanged part is left alone
 */
public record Region(String id, String html, String rev) {}
