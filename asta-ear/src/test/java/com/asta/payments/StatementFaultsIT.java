package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.SystemCaller;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.model.StatementFile.State;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Files that no bank should send: refused with the reason, and nothing of them is booked. */
@ArquillianTest
class StatementFaultsIT {
  private static final int HUGE = 3_000_000;

  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private StatementImportJob job;
  @Inject private StatementImport imports;
  @Inject private PaymentService payments;
  @Inject private OperatorProfile operators;
  @Inject private Database database;

  @Test
  void xmlThatAttacksIsRefused() {
    refused(
        Reason.DOCTYPE_FORBIDDEN,
        xml(
            good ->
                good.replace(
                    "<Document",
                    "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;\">]>"
                        + "<Document")));
    refused(
        Reason.DOCTYPE_FORBIDDEN,
        xml(
            good ->
                good.replace(
                    "<Document", "<!DOCTYPE d SYSTEM 'http://127.0.0.1:1/never.dtd'><Document")));
    refused(
        Reason.TOO_LARGE,
        xml(
            good ->
                good.replace("</RmtInf>", "<X>".repeat(100) + "</X>".repeat(100) + "</RmtInf>")));
    refused(
        Reason.TOO_LARGE,
        xml(good -> good.replace("</RmtInf>", "<X/>".repeat(500_001) + "</RmtInf>")));
  }

  @Test
  void whatBreaksOffIsRefused() {
    for (double share : new double[] {0.3, 0.6, 0.95}) {
      refused(Reason.NOT_XML, xml(good -> good.substring(0, (int) (good.length() * share))));
    }
    refused(Reason.BALANCE_MISSING, swift("D", "").getBytes(StandardCharsets.US_ASCII));
    refused(Reason.UNKNOWN_FORMAT, "110,20261".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void wrongEncodingsAndValuesAreRefused() {
    byte[] latin =
        text(UnaryOperator.identity())
            .replace("Beneficjent", "Żółć")
            .getBytes(Charset.forName("ISO-8859-2"));
    refused(Reason.BAD_ENCODING, latin);
    refused(Reason.CURRENCY_MIXED, xml(good -> last(good, "Ccy=\"PLN\"", "Ccy=\"EUR\"")));
    refused(Reason.BAD_VALUE, xml(good -> last(good, "Ccy=\"PLN\"", "Ccy=\"QQQ\"")));
    refused(Reason.BAD_VALUE, xml(good -> last(good, ">10.00<", ">1e9<")));
    refused(Reason.BAD_VALUE, xml(good -> last(good, ">10.00<", ">-10.00<")));
    refused(Reason.SUMS_DIFFER, xml(good -> last(good, ">10.00<", ">10.01<")));
    refused(
        Reason.SUMS_DIFFER,
        swift("C", ":62F:C%s" + "PLN99,99\n").getBytes(StandardCharsets.US_ASCII));
    refused(Reason.UNKNOWN_FORMAT, new byte[] {0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void aHugeTextIsCutAndItsEntryTaken() {
    byte[] content = xml(good -> good.replace("Beneficjent", "x".repeat(HUGE)));
    StatementFileRow file = imported(content);
    assertEquals(State.DONE, file.state());
    assertTrue(
        system.call(() -> payments.list(PaymentQuery.ofFile(file.fileId()), 0, 1)).stream()
            .allMatch(payment -> payment.detail().length() <= 2_000));
    refused(
        Reason.TOO_LARGE,
        swift("C", ":86:" + "x".repeat(HUGE) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void refused(StatementFault.Reason reason, byte[] content) {
    long postings = database.number("select count(*) from payments.posting");
    StatementFileRow file = imported(content);
    assertEquals(State.REFUSED, file.state(), reason::name);
    assertEquals(reason, file.reason(), file::detail);
    for (String table : new String[] {"bank_entry", "payment", "bank_statement"}) {
      assertEquals(
          0,
          database.number(
              "select count(*) from payments." + table + " where file_id = ?", file.fileId()),
          table);
    }
    assertEquals(postings, database.number("select count(*) from payments.posting"));
    assertEquals(
        1,
        database.number("select count(*) from common.suspense where source = ?", file.name()),
        "one line in suspense");
  }

  private byte[] xml(UnaryOperator<String> damage) {
    return text(damage).getBytes(StandardCharsets.UTF_8);
  }

  private String text(UnaryOperator<String> damage) {
    byte[] good =
        debt.statement(
            "S-" + Debt.serial(),
            Debt.transfer("25.00", "Jan", "a"),
            Debt.transfer("10.00", "Jan", "Beneficjent"));
    return damage.apply(new String(good, StandardCharsets.UTF_8));
  }

  private String swift(String mark, String end) {
    return """
        :20:X
        :25:%s
        :28C:%d
        :60F:C261101PLN0,
        :61:2611011101%s10,00NTRFNONREF
        %s"""
        .formatted(
            operators.operator().iban(),
            Debt.serial() % 100_000,
            mark,
            end.contains("%s") ? end.formatted("261101") : end);
  }

  private static String last(String text, String from, String to) {
    int at = text.lastIndexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private StatementFileRow imported(byte[] content) {
    String name = "fault-" + Debt.serial();
    long id = system.call(() -> job.upload(name, new ByteArrayInputStream(content)));
    return Eventually.get(
        "import of " + id,
        () ->
            Optional.of(system.call(() -> imports.file(id)))
                .filter(file -> file.finishedAt() != null));
  }
}
