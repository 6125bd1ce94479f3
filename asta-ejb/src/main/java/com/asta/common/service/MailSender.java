package com.asta.common.service;

import jakarta.activation.DataHandler;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands queued mail to the mail server, after each commit that queued some and twice a minute. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
@RunAs(Roles.SYSTEM)
public class MailSender {
  private static final Logger LOG = Logger.getLogger(MailSender.class.getName());

  @Resource(lookup = "java:jboss/mail/Asta")
  private Session session;

  @Resource private ManagedExecutorService executor;
  @Inject private OutgoingMails mails;
  @Inject @Any private Instance<MailAttachments> attachments;
  @Inject private Clock clock;

  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean reachable = new AtomicBoolean(true);

  /** A transaction that queued mail has committed. */
  public void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Mailer.Queued queued) {
    wanted.set(true);
    if (!running.get()) {
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        LOG.fine("Executor is full; the sweep sends instead");
      }
    }
  }

  /** Sends what waits for a new attempt or was left behind. */
  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  public void sweep() {
    mails.settleLost(clock.instant());
    wanted.set(true);
    drain();
  }

  private void drain() {
    while (wanted.get() && running.compareAndSet(false, true)) {
      try {
        wanted.set(false);
        List<OutgoingMail> batch = mails.claim();
        while (!batch.isEmpty() && send(batch)) {
          batch = mails.claim();
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Mail was not sent; the sweep tries again", e);
        return;
      } finally {
        running.set(false);
      }
    }
  }

  private boolean send(List<OutgoingMail> batch) {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      reachable.set(true);
      for (OutgoingMail mail : batch) {
        if (!send(transport, mail)) {
          return postponeRest(batch, "The connection to the mail server broke");
        }
      }
      return true;
    } catch (MessagingException e) {
      Level level = reachable.getAndSet(false) ? Level.WARNING : Level.FINE;
      LOG.log(level, () -> "The mail server cannot be reached: " + e.getMessage());
      return postponeRest(batch, e.getMessage());
    }
  }

  private boolean postponeRest(List<OutgoingMail> batch, String error) {
    mails.postponed(batch, error);
    return false;
  }

  /** False if the connection broke. */
  private boolean send(Transport transport, OutgoingMail mail) {
    MimeMessage message;
    try {
      message = message(mail);
    } catch (MessagingException e) {
      mails.refused(mail.id(), e.getMessage());
      return true;
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      mails.sent(mail.id());
      return true;
    } catch (SendFailedException e) {
      mails.refused(mail.id(), e.getMessage());
      return true;
    } catch (MessagingException e) {
      mails.uncertain(mail.id(), e.getMessage());
      return false;
    }
  }

  private MimeMessage message(OutgoingMail mail) throws MessagingException {
    String id = UUID.nameUUIDFromBytes(mail.uniqueKey().getBytes(StandardCharsets.UTF_8)) + "@asta";
    MimeMessage message = new KeyedMessage(session, "<" + id + ">");
    message.setFrom(sender());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    Optional<MailAttachments.Attachment> file = attachment(mail.uniqueKey());
    if (file.isPresent()) {
      MimeBodyPart text = new MimeBodyPart();
      text.setText(mail.text(), "UTF-8");
      message.setContent(new MimeMultipart(text, part(file.get())));
    } else if (mail.html() == null) {
      message.setText(mail.text(), "UTF-8");
    } else {
      MimeBodyPart text = new MimeBodyPart();
      text.setText(mail.text(), "UTF-8");
      MimeBodyPart html = new MimeBodyPart();
      html.setContent(mail.html(), "text/html; charset=UTF-8");
      message.setContent(new MimeMultipart("alternative", text, html));
    }
    message.saveChanges();
    return message;
  }

  private Optional<MailAttachments.Attachment> attachment(String uniqueKey) {
    return attachments.stream().flatMap(source -> source.of(uniqueKey).stream()).findFirst();
  }

  private static MimeBodyPart part(MailAttachments.Attachment file) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
    part.setFileName(file.name());
    return part;
  }

  private InternetAddress sender() throws AddressException {
    String from = session.getProperty("mail.from");
    return from == null
        ? new InternetAddress("noreply@asta.example")
        : new InternetAddress(from, false);
  }

  /** Keeps one Message-ID over all attempts, by which mail servers recognise a repetition. */
  private static final class KeyedMessage extends MimeMessage {
    private final String messageId;

    KeyedMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
