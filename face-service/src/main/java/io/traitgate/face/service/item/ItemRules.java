package io.traitgate.face.service.item;

import io.traitgate.face.FaceAnalyser.Sideways;
import io.traitgate.media.FaceMedia;

/**
 * What an application and a session allow.
 *
 * @param media the types and sizes that are taken
 * @param sideways what to do with a face that lies on its side
 */
public record ItemRules(FaceMedia media, Sideways sideways) {}
