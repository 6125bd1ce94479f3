package com.asta.common.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Rows of a lazy table. Asks for one row more than a page instead of counting them all. */
public class PagedModel<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  /** Where the rows come from. */
  @FunctionalInterface
  public interface Source<T> {
    List<T> rows(int offset, int limit);
  }

  private final transient Source<T> source;
  private final transient Function<T, Object> key;
  private int known;

  public PagedModel(Source<T> source, Function<T, Object> key) {
    this.source = source;
    this.key = key;
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return known;
  }

  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    List<T> rows = source.rows(first, pageSize + 1);
    boolean more = rows.size() > pageSize;
    known = first + rows.size();
    setRowCount(known);
    return more ? rows.subList(0, pageSize) : rows;
  }

  /**
   * True if one of the rows that were loaded last is such. The source is not asked again: what the
   * page says of its rows and what it does about them must come from one look.
   */
  public boolean anyShown(Predicate<T> such) {
    List<T> page = getWrappedData();
    return page != null && page.stream().anyMatch(such);
  }

  @Override
  public String getRowKey(T row) {
    return String.valueOf(key.apply(row));
  }

  @Override
  public T getRowData(String rowKey) {
    List<T> page = getWrappedData();
    return page == null
        ? null
        : page.stream().filter(row -> getRowKey(row).equals(rowKey)).findFirst().orElse(null);
  }
}
