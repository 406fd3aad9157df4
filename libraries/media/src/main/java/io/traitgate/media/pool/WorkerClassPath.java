package io.traitgate.media.pool;

import io.traitgate.media.worker.DecoderWorker;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Loader;

/**
 * Finds the files that a worker needs on its class path where this process has them: this library, JavaCPP and the
 * FFmpeg preset with their native parts. They are asked for by class and by resource, so it is all the same whether they
 * lie in a build folder, in a local repository or in the {@code lib/main} of a packaged service; no class of FFmpeg is
 * initialised here.
 */
final class WorkerClassPath {
    private WorkerClassPath() {}

    /** @throws IOException if a part is missing, for instance the native libraries of this platform */
    static String find() throws IOException {
        var platform = Loader.Detector.getPlatform();
        Set<Path> files = new LinkedHashSet<>();
        files.add(holding(DecoderWorker.class.getName().replace('.', '/') + ".class"));
        files.add(holding("org/bytedeco/javacpp/Loader.class"));
        files.add(holding("org/bytedeco/javacpp/" + platform + "/" + System.mapLibraryName("jnijavacpp")));
        files.add(holding("org/bytedeco/ffmpeg/global/avcodec.class"));
        files.add(holding("org/bytedeco/ffmpeg/" + platform + "/" + System.mapLibraryName("jniavcodec")));
        return files.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Path holding(String resource) throws IOException {
        var url = WorkerClassPath.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException("the class path has no " + resource);
        }
        return container(url, resource);
    }

    /** The jar or folder of a resource, from {@code jar:file:/a.jar!/b/C.class} or {@code file:/a/b/C.class}. */
    static Path container(URL url, String resource) throws IOException {
        var text = url.toString();
        var inJar = text.startsWith("jar:");
        var suffix = (inJar ? "!/" : "") + resource;
        if (!text.endsWith(suffix)) {
            throw new IOException("cannot tell the file of " + text);
        }
        try {
            return Path.of(new URI(text.substring(inJar ? 4 : 0, text.length() - suffix.length())));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IOException("cannot tell the file of " + text, e);
        }
    }
}
