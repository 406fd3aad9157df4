/**
 * The inside of the decoder worker process: file structures checked in Java, pixels decoded by FFmpeg. Runs with the
 * JDK, JavaCPP and the FFmpeg preset on its class path and nothing else of the house.
 */
@NullMarked
package io.traitgate.media.worker;

import org.jspecify.annotations.NullMarked;
