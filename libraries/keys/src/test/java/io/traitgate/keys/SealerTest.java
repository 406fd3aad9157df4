package io.traitgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class SealerTest {
    private static final byte[] PLAIN = {1, 2, 3, 4};

    private final Sealer sealer = DataKey.generate().sealer();

    @Test
    void opensWhatItSealed() {
        assertThat(sealer.open(sealer.seal(PLAIN, "a", "b"), "a", "b")).isEqualTo(PLAIN);
        assertThat(sealer.open(sealer.seal(new byte[0]))).isEmpty();
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        assertThat(sealer.seal(PLAIN)).isNotEqualTo(sealer.seal(PLAIN));
    }

    @Test
    void doesNotOpenWhenAnyByteWasChanged() {
        byte[] sealed = sealer.seal(PLAIN, "a");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(UnsealException.class).isThrownBy(() -> sealer.open(changed, "a"));
        }
    }

    @Test
    void doesNotOpenUnderOtherAssociatedData() {
        byte[] sealed = sealer.seal(PLAIN, "ab", "c");

        for (String[] other : new String[][] {{"a", "bc"}, {"abc"}, {"ab", "c", ""}, {"c", "ab"}, {}}) {
            assertThatExceptionOfType(UnsealException.class).isThrownBy(() -> sealer.open(sealed, other));
        }
    }

    @Test
    void aDataKeyComesBackFromItsWrappedForm() {
        Sealer master = DataKey.generate().sealer();
        DataKey key = DataKey.generate();
        byte[] wrapped = key.wrap(master, "demo", "person", "1");
        byte[] sealed = key.sealer().seal(PLAIN);

        assertThat(DataKey.unwrap(master, wrapped, "demo", "person", "1")
                        .sealer()
                        .open(sealed))
                .isEqualTo(PLAIN);
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> DataKey.unwrap(master, wrapped, "demo", "person", "2"));
        assertThatExceptionOfType(UnsealException.class)
                .isThrownBy(() -> DataKey.generate().sealer().open(sealed));
    }
}
