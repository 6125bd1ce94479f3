package com.asta.common.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * Everything a server needs before it starts. Its folder gets a fresh copy of configuration,
 * modules and deployments; the broker's journal and the logs in it stay.
 */
public final class ServerSetup {

  /**
   * The garbage collector. Online charging makes much garbage that dies young; this one takes the
   * least of two cores for it, and pauses for 2 to 6 ms as long as old objects do not change.
   */
  public static final String COLLECTOR = "-XX:+UseParallelGC";

  private static final List<String> REPLACED = List.of("configuration", "modules", "deployments");

  private final Path home;
  private final Path template;
  private final Path directory;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final List<String> javaOptions = new ArrayList<>();
  private Ports ports = new Ports(8080, 9990, 61616);
  private DatabaseAddress database;
  private Path ear;
  private String bindAddress = "127.0.0.1";
  private Path consoleLog;
  private String jmsUser;
  private String jmsPassword;

  /** A server whose own folder is this directory. */
  public ServerSetup(Path home, Path template, Path directory) {
    this.home = home;
    this.template = template;
    this.directory = directory.toAbsolutePath();
  }

  /** The server this build unpacked and configured, as Maven tells it by system properties. */
  public static ServerSetup ofBuild(Path directory) {
    return new ServerSetup(
        Path.of(System.getProperty("wildfly.home")),
        Path.of(System.getProperty("wildfly.base")),
        directory);
  }

  public ServerSetup ports(Ports newPorts) {
    ports = newPorts;
    return this;
  }

  public ServerSetup database(DatabaseAddress address) {
    database = address;
    return this;
  }

  /** Deploys this EAR when the server starts. */
  public ServerSetup deploy(Path newEar) {
    ear = newEar;
    return this;
  }

  public ServerSetup bindAddress(String address) {
    bindAddress = address;
    return this;
  }

  public ServerSetup property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  public ServerSetup javaOptions(List<String> options) {
    javaOptions.addAll(options);
    return this;
  }

  /** Sends the console to a file instead of our own. */
  public ServerSetup consoleLog(Path file) {
    consoleLog = file;
    return this;
  }

  /** Lets an integrator connect to the broker by name and password. */
  public ServerSetup jmsUser(String user, String password) {
    jmsUser = user;
    jmsPassword = password;
    return this;
  }

  public Ports ports() {
    return ports;
  }

  Path directory() {
    return directory;
  }

  /** The module path: WildFly's own modules, then ours. */
  public List<Path> modulePath() {
    return List.of(home.resolve("modules"), directory.resolve("modules"));
  }

  /** The system properties that the server's configuration reads. */
  public Map<String, String> systemProperties() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("jboss.server.base.dir", directory.toString());
    all.put("jboss.bind.address", bindAddress);
    all.put("asta.http.port", String.valueOf(ports.http()));
    all.put("asta.management.port", String.valueOf(ports.management()));
    all.put("asta.jms.port", String.valueOf(ports.jms()));
    all.put("asta.db.url", database.url());
    all.put("asta.db.user", database.user());
    all.putAll(properties);
    return all;
  }

  /** Makes the server's folder ready. Never call it for a folder whose server runs. */
  public void prepare() throws IOException {
    for (String part : REPLACED) {
      delete(directory.resolve(part));
      copy(template.resolve(part), directory.resolve(part));
    }
    if (ear != null) {
      Files.copy(ear, directory.resolve("deployments/asta.ear"));
    }
    if (jmsUser != null && jmsPassword != null) {
      writeJmsUser();
    }
  }

  /** Prepares the folder and starts the process; wait for it with {@link Server#awaitReady}. */
  public Server start() throws IOException {
    prepare();
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(home)
            .setServerConfiguration("standalone-full.xml")
            .setBaseDirectory(directory)
            .setJavaOptions(
                "-Xms256m",
                "-Xmx1g",
                "-XX:MetaspaceSize=128m",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djboss.modules.system.pkgs=org.jboss.byteman")
            .addJavaOptions(javaOptions);
    command.setModuleDirs(modulePath().stream().map(Path::toString).toList());
    systemProperties().forEach((name, value) -> command.addJavaOption("-D" + name + "=" + value));
    ProcessBuilder builder = new ProcessBuilder(command.build()).directory(directory.toFile());
    // A password in the environment, unlike one on the command line, is not seen by other users.
    builder.environment().put("ASTA_DB_PASSWORD", database.password());
    builder.redirectErrorStream(true);
    builder.redirectOutput(
        consoleLog == null
            ? ProcessBuilder.Redirect.INHERIT
            : ProcessBuilder.Redirect.appendTo(consoleLog.toFile()));
    return new Server(this, builder.start());
  }

  private void writeJmsUser() throws IOException {
    Path configuration = directory.resolve("configuration");
    Files.writeString(
        configuration.resolve("application-users.properties"),
        "#$REALM_NAME=ApplicationRealm$\n%s=%s\n"
            .formatted(jmsUser, digest(jmsUser + ":ApplicationRealm:" + jmsPassword)));
    Files.writeString(
        configuration.resolve("application-roles.properties"), jmsUser + "=integrator\n");
  }

  /** The digest that WildFly's properties realm prescribes; it is no choice of ours. */
  private static String digest(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.endsWith("standalone_xml_history")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = to.resolve(from.relativize(file).toString());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
