/** A process as a picture: the drawing and the state of its steps, as plain values. */
package com.asta.workflow.rules;
