package io.traitgate.modality.template;

import io.traitgate.modality.generation.TemplateVersion;

/**
 * A template as the database holds it.
 *
 * @param version names it; number 0 gathers samples and does not serve yet
 * @param template its content
 * @param revision raised by every change
 */
public record StoredTemplate(TemplateVersion version, Template template, long revision) {}
