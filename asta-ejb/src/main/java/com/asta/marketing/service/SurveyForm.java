package com.asta.marketing.service;

import com.asta.marketing.rules.Question;
import java.util.List;

/**
 * A survey as the invited person sees it.
 *
 * @param language of the customer, {@code pl} or {@code en}
 * @param answered true if the link was used
 */
public record SurveyForm(
    String language, String title, String intro, List<Question> questions, boolean answered) {}
