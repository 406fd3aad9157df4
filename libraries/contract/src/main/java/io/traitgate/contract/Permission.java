package io.traitgate.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an API key may do. Sessions and tokens need a valid key only. Key pairs brought from an AimBrain
 * installation carry the older names {@code write} and {@code read}, which {@link #parse} expands.
 */
public enum Permission {
    ENROL,
    AUTH,
    /** Comparison stores nothing but tells most about a matcher, so it is granted on its own. */
    COMPARE,
    BEHAVIOURAL,
    /** Deleting the template of a person. */
    MANAGE,
    SCORE,
    /** Events of this key keep the media that were sent. */
    DEBUG;

    private static final Set<Permission> WRITE =
            Collections.unmodifiableSet(EnumSet.of(ENROL, AUTH, COMPARE, BEHAVIOURAL, MANAGE));

    /** The lower-case name used in records and in the admin API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every permission: what new applications get. */
    public static Set<Permission> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Permission.class));
    }

    /**
     * What a name grants: one permission, or several for {@code write} and {@code read}. Case does not matter.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static Set<Permission> parse(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "write" -> WRITE;
            case "read" -> Set.of(SCORE);
            case String other -> Set.of(ofWireName(other));
        };
    }

    /**
     * What several names grant together.
     *
     * @throws IllegalArgumentException if one of them is unknown
     */
    public static Set<Permission> parseAll(Collection<String> names) {
        EnumSet<Permission> granted = EnumSet.noneOf(Permission.class);
        names.forEach(name -> granted.addAll(parse(name)));
        return Collections.unmodifiableSet(granted);
    }

    private static Permission ofWireName(String wireName) {
        for (Permission permission : values()) {
            if (permission.wireName().equals(wireName)) {
                return permission;
            }
        }
        throw new IllegalArgumentException("no permission is called " + wireName);
    }
}
