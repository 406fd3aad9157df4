package io.traitgate.modality.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.contract.error.ApiError;
import io.traitgate.contract.error.ApiException;
import java.net.ConnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class EnrolmentConsumerTest {

    @Test
    void absenceOfKafka_isTransient_alsoWhenTheProducersRetriesAreExhausted() {
        assertThat(EnrolmentConsumer.isTransient(new TimeoutException())).isTrue();
        assertThat(EnrolmentConsumer.isTransient(
                        new IllegalStateException("Retries exhausted", new TimeoutException())))
                .isTrue();
    }

    @Test
    void absenceOfAStore_andFullLanes_areTransient() {
        assertThat(EnrolmentConsumer.isTransient(new ConnectException())).isTrue();
        assertThat(EnrolmentConsumer.isTransient(new ApiException(ApiError.OVERLOADED)))
                .isTrue();
    }

    @Test
    void poison_isNotTransient_whateverCausedIt() {
        assertThat(EnrolmentConsumer.isTransient(new PoisonRecordException("reason", new ConnectException())))
                .isFalse();
        assertThat(EnrolmentConsumer.isTransient(new IllegalStateException("not a template")))
                .isFalse();
    }
}
