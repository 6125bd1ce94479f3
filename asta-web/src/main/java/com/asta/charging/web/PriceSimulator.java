package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Simulation;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.charging.service.TariffVersionRow;
import com.asta.common.OperatorZone;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Prices a call, an event or a session under one or two versions, with every rule that took part.
 * All that was entered lives in the address, so that a question can be passed on as a link.
 */
@Named
@RequestScoped
public class PriceSimulator {
  private static final int BLANK_LINES = 2;
  private static final int MOST_LINES = 50;

  /** What is simulated; it decides on the form. */
  public enum Kind {
    CALL,
    EVENT,
    SESSION
  }

  @Inject private TariffService tariffs;
  @Inject private TariffReader reader;
  @Inject private PriceWords words;
  @Inject private Clock clock;

  private Map<String, String> typed;
  private Kind kind;
  private long version;
  private Long versus;
  private String at;
  private List<UseLine> lines;
  private Map<String, CounterLine> counters;
  private final List<String> wrong = new ArrayList<>();
  private List<SimulationResult> results = List.of();

  @PostConstruct
  void read() {
    ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
    typed = request.getRequestParameterMap();
    kind = choice(Kind.values(), typed.get("kind"), Kind.CALL);
    version = number(typed.get("version"), 0L);
    at = typed.getOrDefault("at", now());
    lines = lines(request.getRequestParameterValuesMap());
    counters = CounterLine.of(getCard().content(), typed);
    versus = number(typed.get("versus"), typed.containsKey("at") ? null : otherVersion());
  }

  /** View action: prices what was entered, if anything was. */
  public void run() {
    List<UseLine> uses = lines.stream().filter(line -> !line.units().isEmpty()).toList();
    if (uses.isEmpty() || !typed.containsKey("at")) {
      return;
    }
    LocalDateTime begin = time(at);
    LocalDate since = date(typed.get("since"));
    Map<String, Long> used = new HashMap<>();
    counters.values().forEach(counter -> count(counter, used));
    uses.stream().map(UseLine::wrong).filter(key -> key != null).distinct().forEach(this::complain);
    if (wrong.isEmpty()) {
      var moment = begin.atZone(OperatorZone.ID).toInstant();
      List<Simulation.Use> said = uses.stream().map(UseLine::use).toList();
      results = new ArrayList<>();
      for (Long each :
          versus == null || versus == version ? List.of(version) : List.of(versus, version)) {
        results.add(
            SimulationResult.of(
                reader.card(each), tariffs.simulate(each, moment, since, said, used), words));
      }
    }
  }

  private void count(CounterLine counter, Map<String, Long> used) {
    OptionalLong units = counter.units();
    units.ifPresentOrElse(
        some -> used.put(counter.code(), some), () -> complain("simulator.wrongUsed"));
  }

  private void complain(String key) {
    wrong.add(TariffWords.text(key));
  }

  private List<UseLine> lines(Map<String, String[]> values) {
    String[] services = values.getOrDefault("service", new String[0]);
    List<UseLine> all = new ArrayList<>();
    for (int i = 0; i < Math.min(services.length, MOST_LINES); i++) {
      UseLine line =
          new UseLine(
              choice(ServiceKind.values(), services[i], ServiceKind.VOICE),
              cell(values, "to", i),
              cell(values, "after", i),
              cell(values, "units", i));
      if (!line.units().isEmpty() || !line.to().isEmpty()) {
        all.add(line);
      }
    }
    if (all.isEmpty()) {
      all.add(example());
    }
    for (int i = 0; kind == Kind.SESSION && i < BLANK_LINES; i++) {
      all.add(new UseLine(ServiceKind.DATA, "", "", ""));
    }
    return kind == Kind.SESSION ? all : all.subList(0, 1);
  }

  private UseLine example() {
    return switch (kind) {
      case CALL -> new UseLine(ServiceKind.VOICE, "+48 501 234 567", "", "90 s");
      case EVENT -> new UseLine(ServiceKind.MESSAGE, "+48 501 234 567", "", "1");
      case SESSION -> new UseLine(ServiceKind.DATA, "", "0 s", "10 MB");
    };
  }

  private static String cell(Map<String, String[]> values, String name, int row) {
    String[] column = values.getOrDefault(name, new String[0]);
    return row < column.length ? column[row].strip() : "";
  }

  private String now() {
    return LocalDateTime.now(clock.withZone(OperatorZone.ID))
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      complain("simulator.wrongTime");
      return null;
    }
  }

  private LocalDate date(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      complain("simulator.wrongTime");
      return null;
    }
  }

  private static Long number(String text, Long otherwise) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : otherwise;
  }

  private static <E extends Enum<E>> E choice(E[] choices, String text, E otherwise) {
    for (E choice : choices) {
      if (choice.name().equals(text)) {
        return choice;
      }
    }
    return otherwise;
  }

  /** A draft is looked at beside the version in force. */
  private Long otherVersion() {
    if (!getCard().draft()) {
      return null;
    }
    return getVersions().stream()
        .filter(TariffVersionRow::current)
        .findFirst()
        .map(TariffVersionRow::id)
        .orElse(null);
  }

  public TariffVersionCard getCard() {
    return reader.card(version);
  }

  public List<TariffVersionRow> getVersions() {
    return tariffs.versionsOf(getCard().tariffId());
  }

  public Kind[] getKinds() {
    return Kind.values();
  }

  public Kind getKind() {
    return kind;
  }

  public boolean isSession() {
    return kind == Kind.SESSION;
  }

  public long getVersion() {
    return version;
  }

  public Long getVersus() {
    return versus;
  }

  public String getAt() {
    return at;
  }

  public String getSince() {
    return typed.getOrDefault("since", "");
  }

  public List<UseLine> getLines() {
    return lines;
  }

  public Collection<CounterLine> getCounters() {
    return counters.values();
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public List<String> getWrong() {
    return wrong;
  }

  public List<SimulationResult> getResults() {
    return results;
  }
}
