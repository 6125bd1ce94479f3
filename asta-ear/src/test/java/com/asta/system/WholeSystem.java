package com.asta.system;

import java.io.File;
import java.nio.file.Path;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment for all tests: the EAR as it is built, and beside it the tests. */
@ArquillianSuiteDeployment
public final class WholeSystem {

  private WholeSystem() {}

  @Deployment
  public static EnterpriseArchive ear() {
    Path target = Path.of(System.getProperty("asta.target"));
    JavaArchive classes =
        ShrinkWrap.create(ExplodedImporter.class, "tests.jar")
            .importDirectory(target.resolve("test-classes").toFile())
            .as(JavaArchive.class);
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .merge(classes, "WEB-INF/classes")
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: org.postgresql\n"));
    File built = target.resolve("asta.ear").toFile();
    return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, built)
        .addAsModule(Testable.archiveToTest(tests));
  }
}
