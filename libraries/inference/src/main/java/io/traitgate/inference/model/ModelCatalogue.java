package io.traitgate.inference.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the model of each role and loads it once. Everything is loaded and checked when the catalogue is opened, so a
 * missing, altered or unfit file stops a service at its start and never fails a call.
 */
public final class ModelCatalogue implements AutoCloseable {
    private final Map<String, Model> models;

    private ModelCatalogue(Map<String, Model> models) {
        this.models = models;
    }

    /**
     * Opens the models.
     *
     * @param definitions one for each role
     * @param replacements files to use in place of the built-in ones, by role
     * @param cache folder for fetched files; made when something is fetched
     * @throws ModelUnavailableException when a file cannot be had, has another checksum or does not fit its role
     * @throws IllegalArgumentException when a replacement names no role of the definitions
     */
    public static ModelCatalogue open(
            List<ModelDefinition> definitions, Map<String, ModelSource> replacements, Path cache) {
        return open(definitions, replacements, cache, ModelFetcher.overHttps());
    }

    /** As above, with the given way to fetch remote files. */
    public static ModelCatalogue open(
            List<ModelDefinition> definitions,
            Map<String, ModelSource> replacements,
            Path cache,
            ModelFetcher fetcher) {
        var unknown = new ArrayList<>(replacements.keySet());
        definitions.forEach(definition -> unknown.remove(definition.role()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No such model role: " + unknown);
        }
        var files = new ModelFiles(cache, fetcher);
        var models = new LinkedHashMap<String, Model>();
        try {
            for (var builtIn : definitions) {
                var replacement = replacements.get(builtIn.role());
                var definition = replacement == null ? builtIn : builtIn.from(replacement);
                models.put(definition.role(), Model.load(definition, files.read(definition)));
            }
        } catch (RuntimeException e) {
            models.values().forEach(Model::close);
            throw e;
        }
        return new ModelCatalogue(models);
    }

    /**
     * The model of a role.
     *
     * @throws IllegalArgumentException when the catalogue was opened without that role
     */
    public Model model(String role) {
        var model = models.get(role);
        if (model == null) {
            throw new IllegalArgumentException("No model for the role " + role);
        }
        return model;
    }

    /** Versions by role, for events and status pages. */
    public Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        models.forEach((role, model) -> versions.put(role, model.version()));
        return versions;
    }

    @Override
    public void close() {
        models.values().forEach(Model::close);
    }
}
