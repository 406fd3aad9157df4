package io.traitgate.keys;

import com.google.crypto.tink.Mac;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Names people by a keyed hash, so that topics, tables and Redis hold no user id.
 *
 * <p>Without the key nobody can try user ids against the hashes. The key is the one key that never rotates: with another
 * key everybody would be somebody else.
 */
public final class PersonHash {
    private final Mac mac;

    PersonHash(Mac mac) {
        this.mac = mac;
    }

    /**
     * The person behind a user id within one application; the same user id in another application is another person.
     *
     * @param userId as the client sent it: compared exactly, nothing trimmed, case kept
     */
    public PersonId of(String application, String userId) {
        return new PersonId(derive("person", application, userId));
    }

    /**
     * A keyed hash of texts under the same key, for ids that must come out the same again, such as an enrolment's.
     *
     * @param purpose what the hash is for: hashes of different purposes never meet
     * @return 43 characters of URL-safe base64
     */
    public String derive(String purpose, String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = purpose;
        System.arraycopy(parts, 0, all, 1, parts.length);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.computeMac(Parts.join(all)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Hashing failed", impossible);
        }
    }
}
