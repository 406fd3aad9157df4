package io.traitgate.gateway.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "16384, 16384", "16385, -1", "100000, 100000", "100000, -1"})
    void keepsBytesAndCountsThem(int size, long declared) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        ByteBudget budget = new ByteBudget(1 << 20);
        Body body = new Body(budget, declared);

        for (int from = 0; from < size; from += 777) {
            assertThat(body.append(Buffer.buffer().appendBytes(bytes, from, Math.min(777, size - from))))
                    .isTrue();
        }

        assertThat(body.length()).isEqualTo(size);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        body.read((block, length) -> read.write(block, 0, length));
        assertThat(read.toByteArray()).isEqualTo(bytes);
        assertThat(budget.used()).isBetween((long) size, size + 16_384L);
        body.release();
        body.release();
        assertThat(budget.used()).isZero();
    }

    @Test
    void manySmallPiecesCostNoMoreThanTheirBytes() {
        ByteBudget budget = new ByteBudget(32_768);
        Body body = new Body(budget, -1);

        for (int i = 0; i < 32_768; i++) {
            assertThat(body.append(Buffer.buffer("x"))).isTrue();
        }
        assertThat(body.append(Buffer.buffer("x"))).isFalse();
    }

    @Test
    void aHeldBodyKeepsItsBytesAndItsShareUntilItIsLetGo() {
        ByteBudget budget = new ByteBudget(1 << 20);
        Body body = new Body(budget, 5);
        body.append(Buffer.buffer("bytes"));

        body.hold();
        body.release();

        Buffer read = Buffer.buffer();
        body.read((block, length) -> read.appendBytes(block, 0, length));
        assertThat(read).hasToString("bytes");
        assertThat(budget.used()).isEqualTo(5);
        body.letGo();
        assertThat(budget.used()).isZero();
    }

    @Test
    void lettingGoOfABodyThatWasNotReleasedKeepsIt() {
        ByteBudget budget = new ByteBudget(1 << 20);
        Body body = new Body(budget, 5);
        body.append(Buffer.buffer("bytes"));

        body.hold();
        body.letGo();

        assertThat(body.length()).isEqualTo(5);
        assertThat(budget.used()).isEqualTo(5);
    }

    @Test
    void aBudgetIsSharedAndNeverOverdrawn() {
        ByteBudget budget = new ByteBudget(100);

        assertThat(budget.reserve(60)).isTrue();
        assertThat(budget.reserve(41)).isFalse();
        assertThat(budget.hasRoomFor(40)).isTrue();
        assertThat(budget.hasRoomFor(41)).isFalse();
        budget.release(60);
        assertThat(budget.reserve(100)).isTrue();
    }
}
