/** Work lists, incidents and pictures of processes. */
package com.asta.workflow.web;
