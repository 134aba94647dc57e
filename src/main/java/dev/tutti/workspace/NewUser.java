package dev.tutti.workspace;

import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who is to be added. Without a name the e-mail address serves as one. */
public record NewUser(String name, String email, String password, Role role, Preferences preferences) {

    /** NIST SP 800-63B asks for eight; what makes a password good is its length, not its kinds of characters. */
    static final int SHORTEST_PASSWORD = 8;

    private static final int LONGEST_PASSWORD = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    Optional<Users.Result.Invalid> problem() {
        if (!EMAIL.matcher(email.strip()).matches()) {
            return Optional.of(new Users.Result.Invalid("email", "workspace.email.invalid"));
        }
        if (name.strip().length() > 200) {
            return Optional.of(new Users.Result.Invalid("name", "workspace.name.long"));
        }
        return passwordProblem(password).map(message -> new Users.Result.Invalid("password", message));
    }

    static Optional<String> passwordProblem(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of("workspace.password.short");
        }
        return password.length() > LONGEST_PASSWORD ? Optional.of("workspace.password.long") : Optional.empty();
    }

    @Override
    public String toString() {
        return "NewUser[" + email + " " + role + "]";
    }
}
