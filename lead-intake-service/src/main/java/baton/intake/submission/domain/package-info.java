/** Who is who: which submissions are of one person. */
package baton.intake.submission.domain;
