package io.traitgate.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.traitgate.keys.DataKey;
import io.traitgate.keys.PersonId;
import io.traitgate.keys.ServiceKeys;
import io.traitgate.keys.UnsealException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What an installation still holds of a user, looked for past every service: in all columns of all tables, all records of
 * all topics, all keys of Redis, with all keysets of the installation at hand.
 */
final class Remains {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of("session", "face", "console");

    private final House house;
    private final String application;
    private final String user;
    private final PersonId person;

    Remains(House house, String application, String user) {
        this.house = house;
        this.application = application;
        this.user = user;
        this.person = keys("console").personHash().of(application, user);
    }

    PersonId person() {
        return person;
    }

    /** Where the user id stands as it is, or in hexadecimal digits or base64. */
    List<String> clearUserId() throws SQLException {
        List<String> spellings = spellings(user.getBytes(UTF_8));
        List<String> places = new ArrayList<>();
        everything().forEach((place, content) -> {
            if (spellings.stream().anyMatch(content::contains)) {
                places.add(place);
            }
        });
        return places;
    }

    /** How much was looked through: a scan that sees nothing finds nothing. */
    int looked() throws SQLException {
        return everything().size();
    }

    /** What can still be opened: keys, events, sessions, and samples on their way. */
    List<String> openable() throws SQLException {
        List<String> open = new ArrayList<>();
        Map<Long, DataKey> faceKeys = dataKeys("face");
        faceKeys.keySet().forEach(number -> open.add("face data key " + number));
        dataKeys("console").keySet().forEach(number -> open.add("console data key " + number));
        open.addAll(rowsOfPerson());
        open.addAll(eventsOnTheirWay());
        open.addAll(sessions());
        return open;
    }

    private Map<String, String> everything() throws SQLException {
        Map<String, String> content = new LinkedHashMap<>(tables());
        for (ConsumerRecord<byte[], byte[]> record : records()) {
            StringBuilder text =
                    new StringBuilder(text(record.key())).append('\n').append(text(record.value()));
            record.headers()
                    .forEach(header -> text.append('\n').append(header.key()).append(text(header.value())));
            content.put(record.topic() + "/" + record.partition() + "/" + record.offset(), text.toString());
        }
        redis().forEach((key, value) -> content.put("redis " + key, key + "\n" + value));
        return content;
    }

    private Map<String, String> tables() throws SQLException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (Connection connection = connect()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = connection
                    .createStatement()
                    .executeQuery("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                            + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found =
                        connection.createStatement().executeQuery("select t::text from " + table + " t")) {
                    for (int row = 0; found.next(); row++) {
                        rows.put(table + "#" + row, found.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private Map<Long, DataKey> dataKeys(String service) throws SQLException {
        Map<Long, DataKey> keys = new LinkedHashMap<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(
                        "select erasures, wrapped from " + service + ".data_key where person = ?")) {
            query.setString(1, person.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long number = rows.getLong(1);
                    keys.put(
                            number,
                            DataKey.unwrap(
                                    keys(service).master(),
                                    rows.getBytes(2),
                                    "data-key",
                                    application,
                                    person.value(),
                                    Long.toString(number)));
                }
            }
        }
        return keys;
    }

    private List<String> rowsOfPerson() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect()) {
            for (String table : List.of("face.template", "face.sample", "face.enrolment_inbox", "console.event")) {
                try (PreparedStatement query =
                        connection.prepareStatement("select count(*) from " + table + " where person = ?")) {
                    query.setString(1, person.value());
                    try (ResultSet count = query.executeQuery()) {
                        count.next();
                        if (count.getLong(1) > 0) {
                            rows.add(table);
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** Events are sealed to the console and to nobody else: its keyset opens what is left of them. */
    private List<String> eventsOnTheirWay() {
        List<String> open = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records()) {
            if (record.topic().equals("events")) {
                byte[] event = keys("console").unsealer().open(record.value(), "events", text(record.key()));
                if (tree(event).path("person").asText().equals(person.value())) {
                    open.add("event at " + record.partition() + "/" + record.offset());
                }
            }
        }
        return open;
    }

    private List<String> sessions() {
        List<String> open = new ArrayList<>();
        redis().forEach((key, value) -> {
            if (key.startsWith("session:")) {
                String id = key.substring("session:{".length()).replace("}:", "");
                List<String> fields = value.lines().toList();
                byte[] sealed = Base64.getDecoder().decode(fields.get(fields.indexOf("record") + 1));
                try {
                    byte[] record = keys("session").session().open(sealed, "session", id);
                    if (tree(record).path("person").asText().equals(person.value())) {
                        open.add(key);
                    }
                } catch (UnsealException foreign) {
                    throw new AssertionError("A session that nobody can open: " + key, foreign);
                }
            }
        });
        return open;
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + (house.port() + 22));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<String, String> redis() {
        return RedisContent.read(house.port() + 21, redisPassword());
    }

    private String redisPassword() {
        try (Stream<Path> files = Files.walk(house.home().resolve("data/redis"))) {
            return files.filter(file -> file.toString().endsWith(".conf"))
                    .flatMap(file -> read(file).lines())
                    .filter(line -> line.startsWith("requirepass "))
                    .map(line -> line.substring("requirepass ".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the superuser, who sees all schemas. */
    Connection connect() throws SQLException {
        String password = read(house.home().resolve("data/postgresql-password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (house.port() + 20) + "/traitgate", "postgres", password.strip());
    }

    private ServiceKeys keys(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException(service);
        }
        Path keysets = house.home().resolve("keys");
        return ServiceKeys.load(keysets.resolve(service), keysets.resolve("bundle"));
    }

    /** Base64 depends on where in its group of three the text begins; the characters at its ends on their neighbours. */
    private static List<String> spellings(byte[] text) {
        List<String> spellings = new ArrayList<>();
        spellings.add(new String(text, ISO_8859_1));
        spellings.add(HexFormat.of().formatHex(text));
        spellings.add(HexFormat.of().withUpperCase().formatHex(text));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + text.length];
            System.arraycopy(text, 0, shifted, before, text.length);
            for (Base64.Encoder base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String whole = base64.withoutPadding().encodeToString(shifted);
                spellings.add(whole.substring(before == 0 ? 0 : before + 1, whole.length() - 2));
            }
        }
        return spellings;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
