package tw.xuhang.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import tw.xuhang.access.Role;
import tw.xuhang.access.Secrets;
import tw.xuhang.directory.Directory;

/** The people of the sample office, with passwords and second factors made for this run alone. */
record Cast(List<Member> members) {

    private static final int SECRET_BYTES = 20;

    Cast {
        members = List.copyOf(members);
    }

    static Cast of(Directory office, Secrets secrets) {
        return new Cast(office.people().stream()
                .map(person -> new Member(
                        person.account(),
                        person.name().zh(),
                        person.roles(),
                        person.mail(),
                        secrets.password(),
                        Base64.getEncoder().encodeToString(secrets.bytes(SECRET_BYTES))))
                .toList());
    }

    Member holder(Role role) {
        return members.stream()
                .filter(member -> member.roles().contains(role))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the sample office has no " + role.key()));
    }

    /** For the service, which reads the file once and removes it. */
    void write(Path file) throws IOException {
        var accounts = members.stream()
                .map(member -> Map.of(
                        "account", member.account(),
                        "person", member.post(),
                        "roles", member.roles().stream().map(Role::key).toList(),
                        "password", member.password(),
                        "totp", member.secret()))
                .toList();
        var closed = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, fresh, closed)) {
            channel.write(ByteBuffer.wrap(new ObjectMapper().writeValueAsBytes(accounts)));
        }
    }
}
