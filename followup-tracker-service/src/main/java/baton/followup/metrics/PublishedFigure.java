package baton.followup.metrics;

import baton.followup.metrics.domain.Metric;
import java.util.Locale;

/**
 * What others have published, beside which our own numbers are read. None of it is a target that
 * was agreed upon here, and none is a measurement of ours: each names its source wherever it is
 * shown.
 */
public enum PublishedFigure {
  FOLLOWED_UP(
      Metric.FOLLOW_UP_RATE,
      0.27,
      "27 %",
      "27 % of marketing leads are followed up at all.",
      "InsideSales.com",
      null),
  VERIFIED_BEFORE_PASSED_ON(
      null,
      0.56,
      "56 %",
      "56 % of B2B organisations verify leads before passing them on.",
      "MarketingSherpa",
      null),
  ALL_SENT_TO_SALES(
      null,
      0.61,
      "61 %",
      "61 % of B2B marketers send all leads to sales.",
      "B2B Technology Marketing Community",
      null),
  QUALIFIED(
      Metric.FUNNEL,
      0.27,
      "27 %",
      "27 % of the leads that are sent to sales are qualified.",
      "B2B Technology Marketing Community",
      null),
  FOLLOW_UP_UNKNOWN(
      null,
      0.304,
      "30.4 %",
      "30.4 % of marketers do not know whether their leads are followed up.",
      "CEB",
      2013),
  FEWER_THAN_45_PERCENT(
      Metric.FOLLOW_UP_RATE,
      0.37,
      "37 %",
      "37 % of marketers say that less than 45 % of their leads are followed up.",
      "CEB",
      2013),
  MORE_THAN_HALF_IGNORED(
      Metric.IGNORED_RATE,
      0.49,
      "49 %",
      "49 % of sales reps ignore more than half of marketing's leads.",
      "CEB",
      2013),
  TIGHT_ALIGNMENT(
      null,
      0.08,
      "8 %",
      "8 % of companies report tight alignment of sales and marketing.",
      "CEB",
      2013),
  ANSWERED_WITHIN_AN_HOUR(
      Metric.SPEED_TO_LEAD,
      0.37,
      "37 %",
      "37 % of 2,241 firms audited answered a web lead within an hour.",
      "Harvard Business Review",
      2011),
  NEVER_ANSWERED(
      Metric.IGNORED_RATE,
      0.23,
      "23 %",
      "23 % of 2,241 firms audited never answered a web lead.",
      "Harvard Business Review",
      2011),
  CONTACT_WITHIN_THE_HOUR(
      Metric.SPEED_TO_LEAD,
      null,
      "7 times",
      "Contact within the hour made qualification about 7 times likelier.",
      "Harvard Business Review",
      2011),
  ACCEPTANCE_TARGET(
      Metric.ACCEPTANCE_RATE,
      0.9,
      "90 %",
      "Sales should accept at least 90 % of the leads that are passed on.",
      "Forrester",
      null),
  FOLLOW_UP_TARGET(
      Metric.TIME_TO_ACTION,
      null,
      "24 hours",
      "A lead should be followed up within 24 hours, and within 72 working hours at most.",
      "Forrester",
      null),
  NO_PERCEPTION_GAP(
      null,
      null,
      "no gap",
      "One survey found no gap between how sales and marketing see follow-up: whether there is one is"
          + " measured, never assumed.",
      "Gleanster",
      null);

  private final Metric metric;
  private final Double value;
  private final String figure;
  private final String says;
  private final String source;
  private final Integer year;

  PublishedFigure(
      Metric metric, Double value, String figure, String says, String source, Integer year) {
    this.metric = metric;
    this.value = value;
    this.figure = figure;
    this.says = says;
    this.source = source;
    this.year = year;
  }

  /** Its name in answers, which stays. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Our metric beside which it is read, or null if there is none. */
  public Metric metric() {
    return metric;
  }

  /** The figure as a share, 0 to 1; null if it is none. */
  public Double value() {
    return value;
  }

  /** The figure as it is written. */
  public String figure() {
    return figure;
  }

  /** What it says, as a sentence. */
  public String says() {
    return says;
  }

  /** Who published it. */
  public String source() {
    return source;
  }

  /** Year of the publication, or null if it is not known. */
  public Integer year() {
    return year;
  }
}
