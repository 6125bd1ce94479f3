package com.asta.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.InteractionStatus;
import com.asta.customers.rules.Topic;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.CustomersRefused;
import com.asta.customers.service.CustomersRefused.Reason;
import com.asta.customers.service.InteractionRow;
import com.asta.customers.service.InteractionService;
import com.asta.customers.service.NewInteraction;
import com.asta.customers.service.PlannedInteraction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class InteractionsIT {
  private static final Instant TOMORROW = Instant.now().plus(1, ChronoUnit.DAYS);

  @Inject private AgentDesk agent;
  @Inject private CustomerService customers;
  @Inject private InteractionService interactions;

  private long customerId;

  @BeforeEach
  void register() {
    customerId = agent.ask(() -> customers.register(People.person()));
  }

  @Test
  void aTalkPostedTwiceIsLoggedOnce() {
    NewInteraction talk =
        new NewInteraction(
            UUID.randomUUID().toString(),
            customerId,
            Channel.PHONE,
            Direction.INBOUND,
            Topic.BILLING,
            "Pytanie o fakturę",
            "",
            null,
            null);
    long first = agent.ask(() -> interactions.log(talk));
    assertEquals(first, agent.ask(() -> interactions.log(talk)));
    assertEquals(List.of(first), timeline().stream().map(InteractionRow::id).toList());
  }

  @Test
  void aPlannedTalkStandsInTheQueueUntilItIsHeld() {
    long id = plan(TOMORROW);
    assertTrue(queue().contains(id));
    assertEquals(InteractionStatus.PLANNED, timeline().get(0).status());

    agent.tell(() -> interactions.postpone(id, TOMORROW.plusSeconds(3600)));
    agent.tell(() -> interactions.complete(id, "Zgodził się"));

    assertTrue(!queue().contains(id));
    assertEquals(InteractionStatus.DONE, timeline().get(0).status());
    assertEquals("Zgodził się", timeline().get(0).note());
    assertRefused(Reason.NOT_PLANNED, () -> interactions.complete(id, null));
  }

  @Test
  void aCancelledTalkIsGoneFromQueueAndTimeline() {
    long id = plan(TOMORROW);
    agent.tell(() -> interactions.cancel(id));
    assertTrue(!queue().contains(id));
    assertTrue(timeline().isEmpty());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertRefused(Reason.PLANNED_IN_PAST, () -> plan(Instant.now().minusSeconds(60)));
    assertRefused(
        Reason.SUMMARY_MISSING,
        () ->
            interactions.log(
                new NewInteraction(
                    UUID.randomUUID().toString(),
                    customerId,
                    Channel.SHOP,
                    Direction.INBOUND,
                    Topic.OTHER,
                    "  ",
                    null,
                    null,
                    null)));
    assertRefused(
        Reason.UNKNOWN_CUSTOMER,
        () ->
            interactions.plan(
                new PlannedInteraction(
                    UUID.randomUUID().toString(),
                    -1,
                    Channel.PHONE,
                    Topic.OTHER,
                    "x",
                    null,
                    TOMORROW,
                    null)));
  }

  private long plan(Instant when) {
    PlannedInteraction plan =
        new PlannedInteraction(
            UUID.randomUUID().toString(),
            customerId,
            Channel.PHONE,
            Topic.OFFERING,
            "Oddzwonić",
            null,
            when,
            null);
    return agent.ask(() -> interactions.plan(plan));
  }

  private List<Long> queue() {
    return agent.ask(() -> interactions.mine(0, 1000)).stream().map(InteractionRow::id).toList();
  }

  private List<InteractionRow> timeline() {
    return agent.ask(() -> interactions.ofCustomer(customerId, 0, 10));
  }

  private void assertRefused(Reason reason, Runnable work) {
    assertEquals(
        reason,
        assertThrows(CustomersRefused.class, () -> agent.tell(work), reason.name()).reason());
  }
}
