package com.asta.charging.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads lines, or paragraphs of lines, from an octet of a file on, in constant memory however long
 * they are.
 */
final class RecordReader implements Closeable {
  /** Octets kept of a line; no CDR is nearly as long. */
  static final int LONGEST = 8192;

  /** Characters kept of a paragraph. */
  static final int LONGEST_PARAGRAPH = 3 * LONGEST;

  private final FileChannel channel;
  private final Charset charset;
  private final byte[] block = new byte[1 << 16];
  private final byte[] kept = new byte[LONGEST];
  private int at;
  private int end;
  private long position;
  private long lines;
  private boolean cut;

  /**
   * Opens a file.
   *
   * @param start octet of the first line to read
   * @param lines lines before it
   */
  RecordReader(Path file, long start, long lines, Charset charset) throws IOException {
    channel = FileChannel.open(file);
    channel.position(start);
    this.charset = charset;
    this.lines = lines;
    position = start;
  }

  /** The first line of a file. */
  static String firstLine(Path file, Charset charset) throws IOException {
    try (RecordReader reader = new RecordReader(file, 0, 0, charset)) {
      String line = reader.line();
      return line == null ? "" : line;
    }
  }

  /** Lines, or paragraphs, of a file. */
  static long count(Path file, boolean paragraphs) throws IOException {
    try (RecordReader reader = new RecordReader(file, 0, 0, StandardCharsets.UTF_8)) {
      long count = 0;
      byte last = '\n';
      byte before = '\n';
      while (reader.fill()) {
        for (int i = 0; i < reader.end; i++) {
          byte octet = reader.block[i];
          if (octet != '\r') {
            if (octet == '\n' && (!paragraphs || last == '\n' && before != '\n')) {
              count++;
            }
            before = last;
            last = octet;
          }
        }
      }
      return last == '\n' && !(paragraphs && before != '\n') ? count : count + 1;
    }
  }

  /** The next line without its end, or null at the end of the file. */
  String line() throws IOException {
    cut = false;
    int size = 0;
    if (at == end && !fill()) {
      return null;
    }
    while (true) {
      int stop = at;
      while (stop < end && block[stop] != '\n') {
        stop++;
      }
      int length = stop - at;
      if (size == 0 && stop < end && length <= LONGEST) {
        String line = text(block, at, length);
        pass(length + 1);
        lines++;
        return line;
      }
      int taken = Math.min(length, LONGEST - size);
      System.arraycopy(block, at, kept, size, taken);
      size += taken;
      cut |= taken < length;
      boolean ended = stop < end;
      pass(ended ? length + 1 : length);
      if (ended || !fill()) {
        lines++;
        return text(kept, 0, size);
      }
    }
  }

  /** The next lines up to an empty one, which is left out; null at the end of the file. */
  String paragraph() throws IOException {
    String line = line();
    while (line != null && line.isBlank()) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(1024);
    boolean tooLong = false;
    while (line != null && !line.isBlank()) {
      tooLong |= cut || text.length() + line.length() > LONGEST_PARAGRAPH;
      if (!tooLong) {
        text.append(line).append('\n');
      }
      line = line();
    }
    cut = tooLong;
    return text.toString();
  }

  /** Where the next line begins. */
  long position() {
    return position;
  }

  /** Lines read so far and before. */
  long lines() {
    return lines;
  }

  /** Whether the last record was longer than what was kept of it. */
  boolean wasCut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void pass(int octets) {
    at += octets;
    position += octets;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, channel.read(ByteBuffer.wrap(block)));
    return end > 0;
  }

  private String text(byte[] octets, int from, int length) {
    int size = length > 0 && octets[from + length - 1] == '\r' ? length - 1 : length;
    String text = new String(octets, from, size, charset);
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
