package com.asta.charging.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Reads lines from an octet of a file on, in constant memory however long a line is. */
final class LineReader implements Closeable {
  /** Octets kept of a line; no CDR is nearly as long. */
  static final int LONGEST = 8192;

  private final InputStream in;
  private long position;
  private boolean cut;

  LineReader(Path file, long start) throws IOException {
    FileChannel channel = FileChannel.open(file);
    channel.position(start);
    in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    position = start;
  }

  /** The next line without its end, or null at the end of the file. */
  String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    cut = false;
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0) {
      position++;
      if (octet == '\n') {
        break;
      }
      if (line.size() < LONGEST) {
        line.write(octet);
      } else {
        cut = true;
      }
      octet = in.read();
    }
    String text = line.toString(StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Where the next line begins. */
  long position() {
    return position;
  }

  /** Whether the last line was longer than what was kept of it. */
  boolean wasCut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
