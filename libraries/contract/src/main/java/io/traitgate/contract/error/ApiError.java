package io.traitgate.contract.error;

/**
 * Every case of refusal: AimBrain code, exact description, advice and HTTP status. A code may have several cases,
 * since the status depends on where the trouble lies (code 14 is 422 for one item, 400 for the whole request).
 * Codes, descriptions and advice are those of the AimBrain API v1; clients compare and show them, so the spelling
 * is fixed.
 */
public enum ApiError {
    NO_FACE(1, 422, "Unable to detect a face in the photo/video", "Retake the photo/video"),
    /** An element is empty, null or not a string. */
    NO_IMAGE_DATA(2, 422, "No image data in the face field", "Make sure the photo/video data is not corrupted"),
    NO_FACIAL_POINTS(3, 422, "No facial points in photo/video", "Retake the photo/video"),
    MOTION_BLUR(5, 422, "Image is blurred due to motion", "Retake the photo/video without shaking the camera"),
    WRONG_ORIENTATION(6, 422, "Face has wrong orientation", "Retake the photo/video upright"),
    FACE_TOO_FAR(7, 422, "Detected face is far away", "Retake the photo/video while close to the camera"),
    POOR_SHARPNESS(8, 422, "Image has poor sharpness", "Retake the photo/video in higher focus"),
    POOR_CONTRAST(9, 422, "Image has poor contrast", "Retake the photo/video in better lighting conditions"),
    POOR_BRIGHTNESS(10, 422, "Image has poor brightness", "Retake the photo/video in better lighting conditions"),
    BLURRY(11, 422, "Image is blurry", "Retake the photo/video in higher focus"),
    /** Also: the video is too long. */
    LIVENESS_TIMEOUT(
            12, 422, "Timeout processing liveliness", "Make sure the video adheres to required specifications"),
    MALFORMED_IMAGE(13, 422, "Image is malformed", "Make sure the photo is not corrupted"),
    /** One item exceeds its limit. */
    ITEM_TOO_BIG(14, 422, "File received is too big", "Make sure the size of the request is less than 2 MB"),
    /** The whole body exceeds the limit of its route. */
    REQUEST_TOO_BIG(14, 400, "File received is too big", "Make sure the size of the request is less than 2 MB"),
    UNREADABLE_VOICE(15, 422, "Cannot read voice data", "Make sure the voice recording is not corrupted"),
    DURATIONS_DIFFER(
            16, 422, "Video and audio clips are of different durations", "Make sure the video is not corrupted"),
    NO_MEDIA(17, 422, "No media found", "Make sure the video is not corrupted"),
    NO_VIDEO(18, 422, "No video found", "Make sure the video is not corrupted"),
    NO_AUDIO(19, 422, "Cannot retrieve audio", "Make sure the video is not corrupted"),
    UNSUPPORTED_IMAGE_TYPE(20, 422, "Unsupported image type", "Make sure the photo is in a supported format"),
    /** The first template is still being built. */
    TEMPLATE_BUILDING(103, 424, "No user encodings", "Retry the request later"),
    CANNOT_ENROL(104, 500, "User cannot be enrolled", "Retry the request later"),
    INVALID_BASE64(105, 400, "Cannot decode data", "Make sure the request is not malformed"),
    /** Not one JSON object; also malformed HTTP and compressed bodies. */
    INVALID_BODY(106, 400, "Cannot decode request body", "Make sure the request is not malformed"),
    /** {@link ApiException#missingParameter} adds the name. */
    MISSING_PARAMETER(106, 400, "Missing required parameter", "Make sure the request is not malformed"),
    /** {@link ApiException#invalidParameter} adds the name. */
    INVALID_PARAMETER(106, 400, "Invalid parameter", "Make sure the request is not malformed"),
    INVALID_TOKEN_TYPE(106, 400, "Invalid token type", "Make sure the request is not malformed"),
    USER_NOT_FOUND(107, 424, "User not found", "Make sure the user is enrolled"),
    /** Recognised, but neither image nor audio nor video. */
    UNSUPPORTED_MIME_TYPE(108, 422, "Unsupported MIME type", "Make sure the data is not corrupted"),
    API_ERROR(120, 500, "API error", "Retry the request later"),
    /** A store or service that the call needs is away. */
    STORE_UNREACHABLE(120, 503, "API error", "Retry the request later"),
    MISSING_API_KEY(120, 400, "Missing API key", "Inspect and fix the request"),
    MISSING_API_SIGNATURE(120, 400, "Missing API signature", "Inspect and fix the request"),
    /** One text for unknown key, disabled key and wrong signature alike. */
    INVALID_KEY_OR_SIGNATURE(
            120, 401, "Invalid API key or signature", "Check the implementation or use a new key pair"),
    OPERATION_NOT_PERMITTED(120, 401, "Operation not permitted for this API key", "Use a key pair with the permission"),
    SESSION_NOT_FOUND(120, 403, "Session not found", "Create a session"),
    NOT_FOUND(120, 404, "Not found", "Check the path"),
    METHOD_NOT_ALLOWED(120, 405, "Method not allowed", "Use POST"),
    /** The rate limit of the key. */
    TOO_MANY_REQUESTS(120, 429, "Too many requests", "Retry the request later"),
    /** The attempt budget of the person. */
    TOO_MANY_ATTEMPTS(120, 429, "Too many attempts", "Retry the request later"),
    NO_FACES(150, 400, "No faces present in request", "Make sure the face data is present in the request"),
    NO_VOICES(151, 400, "No voices present in request", "Make sure the voice data is present in the request"),
    /** Readable audio with under 0.5 s of speech. */
    TOO_LITTLE_SPEECH(151, 422, "No voices present in request", "Make sure the voice data is present in the request"),
    NO_TOKEN(152, 460, "No token found", "Make sure the token endpoint was called prior to this request"),
    NO_MODELS(153, 500, "No models found for the API key", "Please contact AimBrain"),
    /** The call was begun and ran out of time. */
    TIMEOUT(170, 500, "Operation timeout", "Retry the request later"),
    /** The call was refused before it was begun. */
    OVERLOADED(170, 503, "Operation timeout", "Retry the request later"),
    /** The type is not recognised. */
    UNSUPPORTED_FILE_TYPE(180, 422, "Unsupported file type", "Make sure the data is not corrupted"),
    /** One file matches several types. */
    MULTIPLE_FILE_TYPES(181, 422, "Multiple file types detected", "Make sure the data is not corrupted"),
    /** The decoder worker could not read it. */
    UNDECODABLE_MEDIA(182, 422, "Cannot decode request body", "Make sure the data is not corrupted"),
    UNKNOWN(999, 500, "Unknown error", "Retry the request later");

    private final int code;
    private final int status;
    private final String description;
    private final String action;

    ApiError(int code, int status, String description, String action) {
        this.code = code;
        this.status = status;
        this.description = description;
        this.action = action;
    }

    public int code() {
        return code;
    }

    /** The HTTP status an answer with this case has. */
    public int status() {
        return status;
    }

    public String description() {
        return description;
    }

    /** What the caller can do about it; not part of the answer, but of its documentation. */
    public String action() {
        return action;
    }

    public ErrorItem item() {
        return new ErrorItem(description, code);
    }
}
