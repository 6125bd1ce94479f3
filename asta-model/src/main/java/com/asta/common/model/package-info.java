/** What entities of every subsystem need to be stored. */
package com.asta.common.model;
