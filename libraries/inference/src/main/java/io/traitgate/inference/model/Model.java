package io.traitgate.inference.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.traitgate.inference.measure.Stages;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A loaded network: one session, shared by all threads, each call computed on the calling thread alone. Calls belong
 * on a lane, never on an event loop.
 */
public final class Model {
    private final ModelDefinition definition;
    private final String version;
    private final OrtEnvironment environment;
    private final OrtSession session;
    /** Direct buffers for one picture each: as many as ever ran at once, so that no call waits for the collector. */
    private final Queue<FloatBuffer> inputs = new ConcurrentLinkedQueue<>();

    private Model(ModelDefinition definition, String version, OrtEnvironment environment, OrtSession session) {
        this.definition = definition;
        this.version = version;
        this.environment = environment;
        this.session = session;
    }

    static Model load(ModelDefinition definition, ModelFiles.ModelBytes file) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(file.bytes(), options);
            requireTensors(definition, session);
            return new Model(
                    definition, definition.name() + "-" + file.sha256().substring(0, 12), environment, session);
        } catch (OrtException e) {
            throw new ModelUnavailableException(
                    "The file for " + definition.role() + " is no usable network: " + e.getMessage(), e);
        }
    }

    private static void requireTensors(ModelDefinition definition, OrtSession session) throws OrtException {
        var inputs = session.getInputNames();
        var outputs = session.getOutputNames();
        if (!inputs.contains(definition.input().tensor()) || !outputs.containsAll(definition.outputs())) {
            session.close();
            throw new ModelUnavailableException(
                    "The network for %s has inputs %s and outputs %s; needed are %s and %s"
                            .formatted(
                                    definition.role(),
                                    inputs,
                                    outputs,
                                    definition.input().tensor(),
                                    definition.outputs()),
                    null);
        }
    }

    public ModelDefinition definition() {
        return definition;
    }

    public InputRecipe input() {
        return definition.input();
    }

    /** Name and the first 12 hex digits of the file's SHA-256: part of every template and event. */
    public String version() {
        return version;
    }

    /**
     * Runs one batch.
     *
     * @param input values in the order of the recipe's shape
     * @param batch number of pictures in it
     * @return the values of each output of the definition, by name
     */
    public ModelOutputs run(float[] input, int batch) {
        return Stages.run(definition.role(), version, () -> compute(input, batch));
    }

    private ModelOutputs compute(float[] input, int batch) {
        var buffer = inputBuffer(input, batch);
        try (var tensor = OnnxTensor.createTensor(environment, buffer, input().shape(batch));
                var result = session.run(Map.of(input().tensor(), tensor))) {
            var outputs = new HashMap<String, float[]>();
            for (var name : definition.outputs()) {
                var output = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
                var values = new float[output.remaining()];
                output.get(values);
                outputs.put(name, values);
            }
            return new ModelOutputs(outputs);
        } catch (OrtException e) {
            throw new IllegalStateException("The network " + version + " failed", e);
        } finally {
            if (batch == 1) {
                inputs.add(buffer);
            }
        }
    }

    private FloatBuffer inputBuffer(float[] input, int batch) {
        if (input.length != batch * input().values()) {
            throw new IllegalArgumentException(
                    "%d values given, %d needed".formatted(input.length, batch * input().values()));
        }
        var pooled = batch == 1 ? inputs.poll() : null;
        var buffer = pooled != null
                ? pooled
                : ByteBuffer.allocateDirect(input.length * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        return buffer.clear().put(input).flip();
    }

    void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network " + version + " could not be closed", e);
        }
    }
}
