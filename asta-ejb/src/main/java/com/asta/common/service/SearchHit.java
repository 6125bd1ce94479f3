package com.asta.common.service;

/**
 * One found record.
 *
 * @param kind key of its kind, such as {@code customer}, {@code invoice}
 * @param path page that shows it, with its query, such as {@code /customers/customer.xhtml?id=7}
 */
public record SearchHit(String kind, String title, String subtitle, String path, long id) {}
