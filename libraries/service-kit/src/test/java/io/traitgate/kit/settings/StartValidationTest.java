package io.traitgate.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service with a setting out of its bounds does not start, and says which, what it is and what it may be. */
final class StartValidationTest {
    @Test
    void namesKeyValueAndRange() {
        assertRefused("bounded.samples", "21", "bounded.samples is 21, but must be at most 20");
        assertRefused("bounded.samples", "0", "bounded.samples is 0, but must be at least 1");
        assertRefused("bounded.patience", "9S", "bounded.patience is PT9S, but must be at most 8 s");
    }

    @Test
    void acceptsTheBoundsThemselves() {
        assertThat(start("bounded.samples", "20").samples()).isEqualTo(20);
        assertThat(start("bounded.patience", "8S").patience()).isEqualTo(Duration.ofSeconds(8));
    }

    private static void assertRefused(String key, String value, String message) {
        assertThatExceptionOfType(ConfigValidationException.class)
                .isThrownBy(() -> start(key, value))
                .withMessageContaining(message);
    }

    private static BoundedSettings start(String key, String value) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            BeanValidationConfigValidator validator = new BeanValidationConfigValidator() {
                @Override
                public Validator getValidator() {
                    return factory.getValidator();
                }
            };
            return new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withDefaultValue(key, value)
                    .withMapping(BoundedSettings.class)
                    .withValidator(validator)
                    .build()
                    .getConfigMapping(BoundedSettings.class);
        }
    }
}
