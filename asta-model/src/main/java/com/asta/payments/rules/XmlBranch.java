package com.asta.payments.rules;

import com.asta.payments.rules.StatementFault.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlBranch> children = new ArrayList<>();
  private String currency = "";

  private XmlBranch(String name) {
    this.name = name;
  }

  /** Reads the element the reader stands on, up to its end. */
  static XmlBranch read(XMLStreamReader xml) throws XMLStreamException {
    return read(xml, new int[] {0}, 0);
  }

  private static XmlBranch read(XMLStreamReader xml, int[] elements, int depth)
      throws XMLStreamException {
    if (++elements[0] > MOST_ELEMENTS || depth > 50) {
      throw new StatementFault(
          Reason.TOO_LARGE, xml.getLocalName() + ", line " + xml.getLocation().getLineNumber());
    }
    XmlBranch branch = new XmlBranch(xml.getLocalName());
    String declared = xml.getAttributeValue(null, "Ccy");
    branch.currency = declared == null ? "" : declared;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT ->
            branch.children.add(read(xml, elements, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> branch.add(xml);
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return branch;
  }

  private void add(XMLStreamReader xml) {
    if (text.length() < LONGEST_TEXT) {
      String piece = xml.getText();
      text.append(piece, 0, Math.min(piece.length(), LONGEST_TEXT - text.length()));
    }
  }

  String name() {
    return name;
  }

  String text() {
    return text.toString().strip();
  }

  String currency() {
    return currency;
  }

  /** The children of a name, in order. */
  List<XmlBranch> all(String child) {
    return children.stream().filter(each -> each.name.equals(child)).toList();
  }

  /** The first branch down a path of names. */
  Optional<XmlBranch> find(String... path) {
    XmlBranch branch = this;
    for (String step : path) {
      Optional<XmlBranch> next =
          branch.children.stream().filter(each -> each.name.equals(step)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      branch = next.get();
    }
    return Optional.of(branch);
  }

  /** The text down a path; empty when it is not there. */
  String textAt(String... path) {
    return find(path).map(XmlBranch::text).orElse("");
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
