package com.asta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartPageIT extends BrowserIT {

  @Test
  void aStrangerIsAskedToSignIn() {
    page.navigate("/");

    assertThat(page).hasTitle(Pattern.compile("Asta Sales"));
    assertThat(page.locator("[id='login:username']")).isVisible();
    assertAccessible();
  }
}
