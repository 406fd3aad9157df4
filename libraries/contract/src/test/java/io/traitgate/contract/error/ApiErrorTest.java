package io.traitgate.contract.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | Unable to detect a face in the photo/video
            2   | No image data in the face field
            3   | No facial points in photo/video
            5   | Image is blurred due to motion
            6   | Face has wrong orientation
            7   | Detected face is far away
            8   | Image has poor sharpness
            9   | Image has poor contrast
            10  | Image has poor brightness
            11  | Image is blurry
            12  | Timeout processing liveliness
            13  | Image is malformed
            14  | File received is too big
            15  | Cannot read voice data
            16  | Video and audio clips are of different durations
            17  | No media found
            18  | No video found
            19  | Cannot retrieve audio
            20  | Unsupported image type
            103 | No user encodings
            104 | User cannot be enrolled
            105 | Cannot decode data
            107 | User not found
            108 | Unsupported MIME type
            150 | No faces present in request
            151 | No voices present in request
            152 | No token found
            153 | No models found for the API key
            170 | Operation timeout
            180 | Unsupported file type
            181 | Multiple file types detected
            182 | Cannot decode request body
            999 | Unknown error
            """)
    @DisplayName("W-031 the text of every code is exact")
    void textOfEveryCodeIsExact(int code, String description) {
        assertThat(Arrays.stream(ApiError.values())
                        .filter(error -> error.code() == code)
                        .map(ApiError::description))
                .isNotEmpty()
                .containsOnly(description);
    }

    @Test
    void codesAreThoseOfTheContractOnly() {
        assertThat(Arrays.stream(ApiError.values()).map(ApiError::code).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 103, 104, 105, 106, 107,
                        108, 120, 150, 151, 152, 153, 170, 180, 181, 182, 999);
    }

    @Test
    void mediaErrorsAre422() {
        assertThat(Arrays.stream(ApiError.values())
                        .filter(error -> error.code() <= 20 || error.code() >= 180 && error.code() <= 182)
                        .filter(error -> error != ApiError.REQUEST_TOO_BIG)
                        .map(ApiError::status))
                .containsOnly(422);
    }

    @Test
    void severalItemsTakeTheStatusOfTheFirst() {
        ApiException refusal = ApiException.ofItems(List.of(ApiError.NO_FACE, ApiError.INVALID_BASE64));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.answer().error()).isEqualTo("Unable to detect a face in the photo/video");
        assertThat(refusal.answer().errors()).extracting(ErrorItem::code).containsExactly(1, 105);
    }

    @Test
    void parametersAreNamed() {
        assertThat(ApiException.missingParameter("device").errors())
                .containsExactly(new ErrorItem("Missing required parameter: device", 106));
        assertThat(ApiException.invalidParameter("metadata").errors())
                .containsExactly(new ErrorItem("Invalid parameter: metadata", 106));
    }

    @Test
    void refusalsAreCheapAndSayWhenToComeBack() {
        ApiException refusal = ApiException.retryAfter(ApiError.TOO_MANY_REQUESTS, Duration.ofSeconds(3));

        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(new ApiException(ApiError.NO_TOKEN).retryAfter()).isEmpty();
    }

    @Test
    void anAnswerNeedsItsFirstDescription() {
        List<ErrorItem> items = List.of(ApiError.NO_FACE.item());

        assertThatThrownBy(() -> new ErrorAnswer("other", items)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ErrorAnswer("other", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiException.ofItems(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
