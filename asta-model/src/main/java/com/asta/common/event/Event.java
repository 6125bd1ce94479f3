package com.asta.common.event;

/**
 * A published fact: a record named in the past tense, in the {@code event} package of the subsystem
 * that owns the fact. It travels as JSON on the topic {@code asta.<subsystem>.events} with its
 * simple class name in the message property {@code event}.
 */
public interface Event {}
