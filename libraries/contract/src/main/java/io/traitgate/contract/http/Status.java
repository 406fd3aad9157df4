package io.traitgate.contract.http;

/** Reason phrases, also of the one status that no standard knows. */
public final class Status {

    private Status() {}

    /** The phrase of the status line. */
    public static String reasonPhrase(int status) {
        return switch (status) {
            case 100 -> "Continue";
            case 200 -> "OK";
            case 204 -> "No Content";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 422 -> "Unprocessable Entity";
            case 424 -> "Failed Dependency";
            case 429 -> "Too Many Requests";
            case 460 -> "Token Not Found";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }
}
