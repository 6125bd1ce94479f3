package com.asta.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Shard;
import com.asta.common.service.AuditLog;
import com.asta.common.service.AuditRow;
import com.asta.common.service.CommonRefused;
import com.asta.common.service.SearchHit;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.Likeness;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.ContactService;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerCriteria;
import com.asta.customers.service.CustomerDetails;
import com.asta.customers.service.CustomerSearch;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.CustomersRefused;
import com.asta.customers.service.CustomersRefused.Reason;
import com.asta.customers.service.LikelyDuplicate;
import com.asta.customers.service.NewCustomer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CustomersIT {

  @Inject private AgentDesk agent;
  @Inject private CustomerDesk stranger;
  @Inject private CustomerService customers;
  @Inject private ContactService contacts;
  @Inject private CustomerSearch search;
  @Inject private AuditLog audit;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Test
  void aRegisteredCustomerHasANumberAnAccountAndATrace() throws SQLException {
    NewCustomer typed = People.company();
    long id = register(typed);

    CustomerCard card = agent.ask(() -> customers.card(id));
    assertEquals("C-%06d".formatted(id), card.number());
    assertEquals(typed.nip(), card.nip());
    AccountCard account = agent.ask(() -> customers.accountsOf(id)).get(0);
    assertEquals("A-%06d".formatted(account.id()), account.number());
    assertEquals(Shard.of(account.id()), account.shard());
    assertEquals("PLN", account.currency());
    assertEquals("registered", history(id).get(0).action());
    assertEquals(
        1,
        count("select count(*) from common.outbox where body like ?", "%" + card.number() + "%"));
  }

  @Test
  void aFormPostedTwiceRegistersOnce() throws Exception {
    NewCustomer typed = People.person();
    String key = UUID.randomUUID().toString();
    ExecutorService clicks = Executors.newFixedThreadPool(2);
    try {
      Future<Long> first = clicks.submit(() -> agent.ask(() -> customers.register(key, typed)));
      Future<Long> second = clicks.submit(() -> agent.ask(() -> customers.register(key, typed)));
      assertEquals(first.get(), second.get());
    } finally {
      clicks.shutdown();
    }
    assertEquals(1, agent.ask(() -> customers.byEmail(typed.email())).size());
  }

  @Test
  void theSameKeyWithOtherDataIsRefused() {
    String key = UUID.randomUUID().toString();
    NewCustomer other = People.person();
    agent.ask(() -> customers.register(key, People.person()));
    assertRefused(Reason.REQUEST_REUSED, () -> customers.register(key, other));
    assertTrue(agent.ask(() -> customers.byEmail(other.email())).isEmpty());
  }

  @Test
  void badInputIsRefusedWithItsReason() {
    NewCustomer good = People.company();
    assertRefused(Reason.WRONG_NIP, with(good, "5260250275", good.email(), good.phone(), "30-001"));
    assertRefused(Reason.NIP_MISSING, with(good, " ", good.email(), good.phone(), "30-001"));
    assertRefused(Reason.WRONG_EMAIL, with(good, good.nip(), "anna@", good.phone(), "30-001"));
    assertRefused(Reason.WRONG_PHONE, with(good, good.nip(), good.email(), "12345", "30-001"));
    assertRefused(Reason.NO_CONTACT, with(good, good.nip(), null, "", "30-001"));
    assertRefused(Reason.WRONG_ADDRESS, with(good, good.nip(), good.email(), good.phone(), "3-1"));
    assertTrue(agent.ask(() -> customers.byEmail(good.email())).isEmpty());
  }

  @Test
  void whoLooksLikeSomeoneKnownIsShownWithTheReasons() {
    NewCustomer known = People.company();
    long id = register(known);
    NewCustomer again =
        new NewCustomer(
            CustomerKind.ORGANISATION,
            null,
            null,
            known.organisationName().toUpperCase(java.util.Locale.ROOT),
            known.nip().substring(0, 3) + "-" + known.nip().substring(3),
            null,
            known.phone().substring(3),
            known.street().replace("ul. ", ""),
            "30001",
            "KRAKÓW",
            "PL",
            "pl");
    List<LikelyDuplicate> likely = agent.ask(() -> customers.likelyDuplicates(again));
    assertEquals(List.of(id), likely.stream().map(d -> d.customer().id()).toList());
    assertEquals(
        Set.of(Likeness.NIP, Likeness.PHONE, Likeness.NAME_AND_ADDRESS), likely.get(0).because());
    assertTrue(agent.ask(() -> customers.likelyDuplicates(People.person())).isEmpty());
  }

  @Test
  void theSearchOnEveryPageFindsACustomerByWhateverIsKnown() {
    NewCustomer typed = People.company();
    long id = register(typed);
    CustomerCard card = agent.ask(() -> customers.card(id));
    String account = agent.ask(() -> customers.accountsOf(id)).get(0).number();
    Stream.of(
            typed.organisationName(),
            typed.phone(),
            typed.phone().substring(3),
            typed.email(),
            typed.nip(),
            card.number(),
            account.toLowerCase(java.util.Locale.ROOT),
            typed.street() + " krakow " + typed.organisationName().split(" ")[1])
        .forEach(
            text ->
                assertTrue(
                    agent.ask(() -> search.search(text, 10)).stream()
                        .map(SearchHit::id)
                        .anyMatch(hit -> hit == id),
                    text));
    assertTrue(agent.ask(() -> search.search("x", 10)).isEmpty());
  }

  @Test
  void changedDataKeepsItsHistoryAndIsFoundAnew() throws SQLException {
    long id = register(People.person());
    CustomerDetails before = agent.ask(() -> contacts.details(id));
    NewCustomer moved = People.person();
    agent.tell(() -> contacts.change(new CustomerDetails(id, before.version(), moved)));

    CustomerCard card = agent.ask(() -> customers.card(id));
    assertEquals(moved.phone(), card.phone());
    assertEquals(moved.street(), card.street());
    assertEquals(
        Set.of("name", "email", "phone", "address"),
        Set.copyOf(
            history(id).stream()
                .filter(row -> row.action().equals("changed"))
                .map(AuditRow::field)
                .toList()));
    assertEquals(List.of(id), ids(agent.ask(() -> search.search(moved.phone(), 5))));
    assertEquals(
        2, count("select count(*) from customers.address where customer_id::text = ?", "" + id));
    assertRefused(
        Reason.CHANGED_MEANWHILE,
        () -> contacts.change(new CustomerDetails(id, before.version(), before.values())));
  }

  @Test
  void aConsentIsGrantedAndWithdrawnWithItsTrace() throws SQLException {
    long id = register(People.person());
    String purpose = ConsentPurpose.MARKETING_EMAIL.name();
    assertFalse(agent.ask(() -> customers.consented(id, purpose)));
    agent.tell(() -> contacts.decideConsent(id, ConsentPurpose.MARKETING_EMAIL, true));
    assertTrue(agent.ask(() -> customers.consented(id, purpose)));
    agent.tell(() -> customers.withdrawConsent(id, purpose));
    assertFalse(agent.ask(() -> customers.consented(id, purpose)));
    assertEquals("consent MARKETING_EMAIL", history(id).get(0).field());
    assertEquals(
        1,
        count(
            "select count(*) from common.outbox where type = 'ConsentWithdrawn' and body like ?",
            "%" + id + "%"));
  }

  @Test
  void aTargetCountsWhomItLists() {
    NewCustomer typed = People.person();
    long id = register(typed);
    agent.tell(() -> contacts.decideConsent(id, ConsentPurpose.MARKETING_SMS, true));
    CustomerCriteria criteria =
        new CustomerCriteria(
            CustomerKind.INDIVIDUAL,
            "kraków",
            "pl",
            ConsentPurpose.MARKETING_SMS.name(),
            null,
            null);
    MarketerDesk.Found found = marketer.find(criteria, id - 1);
    assertEquals(id, found.ids().get(0));
    assertTrue(found.count() >= found.ids().size());
  }

  @Inject private MarketerDesk marketer;

  @Test
  void aCustomerIsRefusedWhatBelongsToOthersAndToTheStaff() {
    long id = register(People.person());
    assertThrows(
        CommonRefused.class, () -> stranger.tell(() -> customers.card(id)), "without own customer");
    assertThrows(
        EJBAccessException.class, () -> stranger.tell(() -> customers.register(People.person())));
    assertThrows(EJBAccessException.class, () -> stranger.tell(() -> contacts.details(id)));
    assertThrows(EJBAccessException.class, () -> customers.card(id), "nobody signed in");
  }

  @Test
  void aSelfCareLoginIsOpenedOnce() {
    NewCustomer typed = People.person();
    long id = register(typed);
    assertEquals(12, agent.ask(() -> contacts.openSelfCare(id)).length());
    assertThrows(CommonRefused.class, () -> agent.tell(() -> contacts.openSelfCare(id)));
  }

  private long register(NewCustomer typed) {
    return agent.ask(() -> customers.register(typed));
  }

  private void assertRefused(Reason reason, NewCustomer typed) {
    assertRefused(reason, () -> customers.register(typed));
  }

  private void assertRefused(Reason reason, Runnable work) {
    CustomersRefused refused =
        assertThrows(CustomersRefused.class, () -> agent.tell(work), reason.name());
    assertEquals(reason, refused.reason());
  }

  private List<AuditRow> history(long id) {
    return audit.history("Customer", id, 50);
  }

  private static List<Long> ids(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::id).toList();
  }

  private long count(String sql, String argument) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, argument);
      try (var rows = select.executeQuery()) {
        assertTrue(rows.next());
        return rows.getLong(1);
      }
    }
  }

  private static NewCustomer with(
      NewCustomer good, String nip, String email, String phone, String postalCode) {
    return new NewCustomer(
        good.kind(),
        null,
        null,
        good.organisationName(),
        nip,
        email,
        phone,
        good.street(),
        postalCode,
        good.city(),
        good.country(),
        good.language());
  }
}
