package io.traitgate.client.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A piece of the event log.
 *
 * @param events oldest first, as the console shows them: trees, since a newer console may say more
 * @param next to be given to read on
 */
public record EventPage(List<JsonNode> events, String next) {}
