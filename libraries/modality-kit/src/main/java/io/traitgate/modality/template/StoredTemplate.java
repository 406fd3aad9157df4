package io.traitgate.modality.template;

import io.traitgate.modality.generation.TemplateVersion;
import io.traitgate.modality.seal.PersonKey;

/**
 * A template as the database holds it.
 *
 * @param version names it; number 0 gathers samples and does not serve yet
 * @param template its content
 * @param revision raised by every change
 * @param key what it was opened with: whoever seals something on its behalf need not ask the database again
 */
public record StoredTemplate(TemplateVersion version, Template template, long revision, PersonKey key) {}
