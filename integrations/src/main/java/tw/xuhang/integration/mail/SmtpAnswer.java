package tw.xuhang.integration.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import tw.xuhang.integration.inbound.Plain;
import tw.xuhang.runbook.port.PostOffice.Posted;

/**
 * What a failure of the transport means for the letter.
 *
 * @param reached whether the mail server was there at all; the breaker counts when it was not
 */
record SmtpAnswer(Posted posted, boolean reached) {

    private static final int LONGEST = 300;

    private record Reply(int code, String text) {}

    static SmtpAnswer of(Throwable failure, Crossing.Point point) {
        List<Throwable> chain = chain(failure);
        List<Reply> replies = chain.stream()
                .map(SmtpAnswer::reply)
                .flatMap(Optional::stream)
                .filter(reply -> reply.code() >= 400 && reply.code() < 600)
                .toList();
        Optional<Reply> never =
                replies.stream().filter(reply -> reply.code() >= 500).findFirst();
        if (never.isPresent()) {
            return new SmtpAnswer(new Posted.Refused(never.get().text()), true);
        }
        if (!replies.isEmpty()) {
            return new SmtpAnswer(new Posted.Deferred(replies.getFirst().text()), true);
        }
        if (point == Crossing.Point.IN_DOUBT) {
            return new SmtpAnswer(
                    new Posted.Unclear("connection lost after the letter was sent: " + text(chain)), false);
        }
        boolean login = chain.stream().anyMatch(AuthenticationFailedException.class::isInstance);
        return new SmtpAnswer(
                new Posted.Deferred((login ? "login refused: " : "mail server out of reach: ") + text(chain)), login);
    }

    private static Optional<Reply> reply(Throwable failure) {
        return switch (failure) {
            case SMTPSendFailedException send -> reply(send.getReturnCode(), send);
            case SMTPAddressFailedException address -> reply(address.getReturnCode(), address);
            case SMTPSenderFailedException sender -> reply(sender.getReturnCode(), sender);
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> reply(int code, MessagingException failure) {
        return Optional.of(new Reply(code, Plain.line(String.valueOf(failure.getMessage()), LONGEST)));
    }

    /** Causes, and what a messaging exception carries beside its cause. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = failure;
        while (next != null && chain.size() < 20) {
            chain.add(next);
            Throwable beside = next instanceof MessagingException messaging ? messaging.getNextException() : null;
            next = beside == null ? next.getCause() : beside;
        }
        return chain;
    }

    private static String text(List<Throwable> chain) {
        return Plain.line(String.valueOf(chain.getLast()), LONGEST);
    }
}
