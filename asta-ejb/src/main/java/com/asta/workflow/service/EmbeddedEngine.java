package com.asta.workflow.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.juel.FeelEngineFactoryImpl;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;

/**
 * The Operaton engine inside the server: it joins the caller's transaction, keeps its tables in the
 * schema {@code workflow}, and publishes a new version of a process whenever its file changed.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EmbeddedEngine {
  private static final List<String> PROCESSES = List.of("processes/order-fulfilment.bpmn");

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Resource(lookup = "java:jboss/TransactionManager")
  private TransactionManager transactions;

  @Resource private ManagedExecutorService executor;
  @Resource private ManagedThreadFactory threads;

  @Inject private CommandSender commandSender;
  @Inject private SilenceReporter silenceReporter;
  @Inject private DueDates dueDates;

  private ProcessEngine engine;

  @PostConstruct
  void start() {
    engine = configuration().buildProcessEngine();
    var deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name("asta")
            .enableDuplicateFiltering(true);
    PROCESSES.forEach(deployment::addClasspathResource);
    deployment.deploy();
  }

  private ProcessEngineConfiguration configuration() {
    var configuration = new JakartaTransactionProcessEngineConfiguration();
    configuration.setProcessEngineName("asta");
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setTransactionsExternallyManaged(true);
    configuration.setDatabaseTablePrefix("workflow.");
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    configuration.setCmmnEnabled(false);
    configuration.setDmnEnabled(false);
    // The engine builds its decision engine even so, and by default with the Scala FEEL that we
    // leave out.
    var decisions = new DefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(new FeelEngineFactoryImpl());
    configuration.setDmnEngineConfiguration(decisions);
    configuration.setDbIdentityUsed(false);
    configuration.setAuthorizationEnabled(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setHistoryCleanupEnabled(false);
    configuration.setBeans(
        Map.of(
            "commandSender", commandSender,
            "silenceReporter", silenceReporter,
            "dueDates", dueDates));
    configuration.setJobExecutor(new JobRunner(executor, threads));
    configuration.setJobExecutorActivate(true);
    return configuration;
  }

  /** For this package alone: an enterprise bean can only be reached by public methods. */
  public ProcessEngine engine() {
    return engine;
  }

  @PreDestroy
  void stop() {
    engine.close();
  }
}
