package com.asta.payments;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.References;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.rules.StatementWriter.Transfer;
import com.asta.payments.rules.VirtualAccounts;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashShiftCard;
import com.asta.payments.service.CashShiftService;
import com.asta.payments.service.NewCashPayment;
import com.asta.payments.service.ReceivableService;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewSpecification;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Makes customers who owe something, and the statements of those who pay. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class Debt {
  /** A bank account that belongs to nobody. */
  public static final String PAYER = "PL27114020040000300201355387";

  private static final VirtualAccounts PAYERS_BANK = new VirtualAccounts(List.of("11402004"));
  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime() % 1_000_000_000L);

  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private ReceivableService receivables;
  @Inject private CashShiftService shifts;
  @Inject private CashDesk desk;
  @Inject private OfferDesignService designs;
  @Inject private OrderService orders;
  @Inject private Outbox outbox;
  @Inject private Database database;
  @Inject private Clock clock;

  /** A number no test has used. */
  public static long serial() {
    return SERIAL.incrementAndGet();
  }

  /** Registers a customer and answers its account. */
  public AccountCard customer(String familyName) {
    long id =
        customers.register(
            new NewCustomer(
                CustomerKind.INDIVIDUAL,
                "Testowy",
                familyName,
                null,
                null,
                "p" + serial() + "@example.com",
                "+48600" + String.format("%06d", serial() % 1_000_000),
                "ul. Próbna " + serial() % 1000,
                "30-001",
                "Kraków",
                "PL",
                "pl"));
    AccountCard account = customers.accountsOf(id).get(0);
    open(account);
    return account;
  }

  /** As the message that it was registered does, but at once: a payment may come sooner. */
  private void open(AccountCard account) {
    database.update(
        "insert into payments.financial_account"
            + " (account_id, customer_id, shard, number, number_key, currency, opened_at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        account.id(),
        account.customerId(),
        account.shard(),
        account.number(),
        References.key(account.number()),
        account.currency(),
        clock.instant());
  }

  /** Publishes an issued invoice as billing does, and answers its number. */
  public String invoice(AccountCard account, String gross, int dueInDays) {
    String number = "FT/2026/" + String.format("%09d", serial());
    publish(account, number, gross, dueInDays);
    return number;
  }

  /** As {@link #invoice}, with a number of the caller's. */
  public void publish(AccountCard account, String number, String gross, int dueInDays) {
    LocalDate today = today();
    InvoiceIssued invoice =
        new InvoiceIssued(
            serial(),
            number,
            account.id(),
            account.customerId(),
            today.minusDays(14),
            today.plusDays(dueInDays),
            new BigDecimal(gross),
            "PLN");
    outbox.publish(new InvoicesIssued(0, List.of(invoice)));
  }

  /** Takes a debt over that is overdue since so many days, and answers its number. */
  public String oldDebt(AccountCard account, String amount, int overdueDays) {
    String number = "BO/" + serial();
    LocalDate due = today().minusDays(overdueDays);
    receivables.broughtForward(
        account.id(), number, due.minusDays(14), due, Money.of(amount, "PLN"));
    return number;
  }

  /**
   * Takes cash in the system's own shift, which is opened if there is none; answers the receipt.
   */
  public long cash(AccountCard account, String amount, String key) {
    String register = shifts.mine().map(CashShiftCard::register).orElseGet(() -> openShift("K2"));
    return desk.receive(
        new NewCashPayment(key, register, account.id(), Money.of(amount, "PLN"), ""));
  }

  private String openShift(String register) {
    shifts.open(register, new CashCount(List.of()));
    return register;
  }

  /** Sells the account a service that is active at once. */
  public void subscribe(AccountCard account) {
    String code = "PT" + serial();
    designs.specify(new NewSpecification(code, FulfilmentKind.NONE, code, code, code, code));
    long version =
        designs.draft(
            code,
            code,
            new OfferDesign(
                code,
                code,
                code,
                code,
                false,
                today().minusDays(1),
                null,
                List.of(
                    new OfferDesign.DesignedPrice(
                        PriceKind.RECURRING,
                        code,
                        code,
                        code,
                        BigDecimal.TEN,
                        "PLN",
                        true,
                        null,
                        "STANDARD")),
                List.of()));
    designs.publish(version);
    orders.place(
        new NewOrder(code, account.id(), List.of(new NewOrder.Item(version, null)), today()));
  }

  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  /** A statement of the operator's account. */
  public byte[] statement(String id, Transfer... transfers) {
    return StatementWriter.write(
            id, operators.operator().iban(), today(), Money.of("1000", "PLN"), List.of(transfers))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A transfer with a reference, from a bank account, that no test has used. */
  public static Transfer transfer(String amount, String payer, String text) {
    return new Transfer("T-" + serial(), Money.of(amount, "PLN"), payer, payerAccount(), text);
  }

  /** A bank account no test has paid from: what it paid for is remembered of a payer's account. */
  private static String payerAccount() {
    return PAYERS_BANK.of(serial()).orElseThrow().value();
  }
}
