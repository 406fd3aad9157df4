package io.traitgate.face.mesh;

/** Indices into the mesh that more than one part uses. Left and right are the picture's in an upright face. */
public final class MeshPoints {
    public static final int LEFT_EYE_OUTER = 33;
    public static final int LEFT_EYE_INNER = 133;
    public static final int RIGHT_EYE_INNER = 362;
    public static final int RIGHT_EYE_OUTER = 263;
    public static final int NOSE_BASE = 2;
    public static final int NOSE_RIDGE = 1;
    public static final int NOSE_TIP = 4;
    public static final int MOUTH_LEFT = 61;
    public static final int MOUTH_RIGHT = 291;
    public static final int FOREHEAD = 10;
    public static final int CHIN = 152;
    public static final int CHEEK_LEFT = 234;
    public static final int CHEEK_RIGHT = 454;

    private MeshPoints() {}
}
