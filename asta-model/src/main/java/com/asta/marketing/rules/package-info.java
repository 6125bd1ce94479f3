/**
 * Pure rules of marketing: what a target may ask for, who may be mailed, which merge fields a text
 * may use, which answers a questionnaire takes, and how results are counted.
 */
package com.asta.marketing.rules;
