package com.asta.system;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds to a failure what the page said: on another machine's log there is no screenshot. */
final class LastPage implements TestExecutionExceptionHandler {
  private static final int LONGEST = 1_500;

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable fault)
      throws Throwable {
    Page page = ((BrowserIT) test.getRequiredTestInstance()).page;
    if (page != null && (fault instanceof AssertionError || fault instanceof PlaywrightException)) {
      throw new AssertionError(fault.getMessage() + "\n" + said(page), fault);
    }
    throw fault;
  }

  private static String said(Page page) {
    try {
      String text = page.locator("body").innerText().replaceAll("\\s+", " ");
      return page.url() + " says: " + text.substring(0, Math.min(text.length(), LONGEST));
    } catch (PlaywrightException gone) {
      return page.url() + " cannot be read: " + gone.getMessage();
    }
  }
}
