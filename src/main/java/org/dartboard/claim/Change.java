package org.dartboard.claim;

/**
 * A day on which rules, settings or seeds of a paper's claims were fixed or changed.
 *
 * @param date such as {@code 2026-11-23}
 * @param known which results had been seen by then
 * @param change what was fixed or changed, and why
 */
public record Change(String date, String known, String change) {}
