package com.asta.warehouse.service;

/**
 * A place in the tree, in the order of the tree.
 *
 * @param path the names from the house down
 * @param depth 0 for a house
 * @param onHand devices that lie right there
 */
public record LocationRow(
    long id,
    Long parentId,
    String code,
    String name,
    String path,
    int depth,
    boolean shippable,
    long onHand) {}
