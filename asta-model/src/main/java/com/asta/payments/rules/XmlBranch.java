package com.asta.payments.rules;

import com.asta.payments.rules.StatementFault.Reason;
import com.ctc.wstx.exc.WstxLazyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One small element with all below it, read from a stream: an entry or a balance, never the whole
 * file. Sizes are bounded; long texts are cut, too many elements are refused.
 */
final class XmlBranch {
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST_ELEMENTS = 500_000;
  private static final int FEW = 4;

  private final String name;
  private String text = "";
  private List<XmlBranch> children = List.of();
  private String currency = "";

  private XmlBranch(String name) {
    this.name = name;
  }

  /** Reads the element the reader stands on, up to its end. */
  static XmlBranch read(XMLStreamReader xml) throws XMLStreamException {
    return read(xml, Set.of());
  }

  /** As {@link #read(XMLStreamReader)}; elements of these names are passed over. */
  static XmlBranch read(XMLStreamReader xml, Set<String> passed) throws XMLStreamException {
    return read(xml, passed, new int[] {0}, 0);
  }

  private static XmlBranch read(XMLStreamReader xml, Set<String> passed, int[] elements, int depth)
      throws XMLStreamException {
    count(xml, elements, depth);
    XmlBranch branch = new XmlBranch(xml.getLocalName());
    String declared = xml.getAttributeValue(null, "Ccy");
    branch.currency = declared == null ? "" : declared;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (passed.contains(xml.getLocalName())) {
            pass(xml, elements, depth + 1);
          } else {
            branch.add(read(xml, passed, elements, depth + 1));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> branch.add(xml);
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    branch.text = branch.text.strip();
    return branch;
  }

  private static void pass(XMLStreamReader xml, int[] elements, int depth)
      throws XMLStreamException {
    count(xml, elements, depth);
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        pass(xml, elements, depth + 1);
      }
    }
  }

  private static void count(XMLStreamReader xml, int[] elements, int depth) {
    if (++elements[0] > MOST_ELEMENTS || depth > 50) {
      throw new StatementFault(
          Reason.TOO_LARGE, xml.getLocalName() + ", line " + xml.getLocation().getLineNumber());
    }
  }

  private void add(XmlBranch child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(FEW);
    }
    children.add(child);
  }

  private void add(XMLStreamReader xml) throws XMLStreamException {
    if (text.length() < LONGEST_TEXT) {
      String piece = textOf(xml);
      String whole = text.isEmpty() ? piece : text + piece;
      text = whole.length() > LONGEST_TEXT ? whole.substring(0, LONGEST_TEXT) : whole;
    }
  }

  /** A text is read when it is asked for: what is broken in it is told only then. */
  private static String textOf(XMLStreamReader xml) throws XMLStreamException {
    try {
      return xml.getText();
    } catch (WstxLazyException broken) {
      throw broken.getCause() instanceof XMLStreamException told
          ? told
          : new XMLStreamException(broken);
    }
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  String currency() {
    return currency;
  }

  /** The children of a name, in order. */
  List<XmlBranch> all(String child) {
    List<XmlBranch> found = new ArrayList<>(1);
    for (XmlBranch each : children) {
      if (each.name.equals(child)) {
        found.add(each);
      }
    }
    return found;
  }

  /** The first branch down a path of names. */
  Optional<XmlBranch> find(String... path) {
    return Optional.ofNullable(at(path));
  }

  /** The text down a path; empty when it is not there. */
  String textAt(String... path) {
    XmlBranch found = at(path);
    return found == null ? "" : found.text;
  }

  private XmlBranch at(String... path) {
    XmlBranch branch = this;
    for (int step = 0; step < path.length && branch != null; step++) {
      branch = branch.first(path[step]);
    }
    return branch;
  }

  private XmlBranch first(String child) {
    for (XmlBranch each : children) {
      if (each.name.equals(child)) {
        return each;
      }
    }
    return null;
  }

  /** The texts of every descendant of a name, joined by spaces. */
  String textsBelow(String descendant) {
    List<String> found = new ArrayList<>();
    collect(descendant, found);
    return found.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
  }

  private void collect(String descendant, List<String> found) {
    for (XmlBranch child : children) {
      if (child.name.equals(descendant)) {
        found.add(child.text());
      }
      child.collect(descendant, found);
    }
  }
}
