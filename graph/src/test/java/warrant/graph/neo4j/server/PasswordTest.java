package warrant.graph.neo4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PasswordTest {
    /** Made by {@code neo4j-admin dbms set-initial-password abcdefgh12} of version 2026.08.1. */
    private static final String HASH = "d0081c9cada8df892d21ef6491c18f5eeb603ab7d89ad989a75aa584eca47af4";

    private static final String SALT = "23d749be0c45b6e04e7e901f1affa5df9c1d77ca6e0e362dc0eba40f48ef2f54";

    @Test
    void the_first_password_is_hashed_as_neo4j_hashes_it() {
        byte[] hash = Password.hash(HexFormat.of().parseHex(SALT), "abcdefgh12");

        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(HASH);
    }

    @Test
    void no_two_passwords_are_alike() {
        assertThat(Password.generate()).isNotEqualTo(Password.generate()).matches("[\\w-]{32}");
    }
}
