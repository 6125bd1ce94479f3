/**
 * What a bench needs: rounds, medians, and the table that {@code ./mvnw -Pbench verify} prints and
 * leaves in {@code asta-ear/target/bench/results.csv}. A bench is a class {@code *Bench}, run like
 * an integration test on a server and a durable database of its own.
 */
package com.asta.system.bench;
