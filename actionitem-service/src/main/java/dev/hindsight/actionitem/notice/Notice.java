package dev.hindsight.actionitem.notice;

import dev.hindsight.contracts.actionitem.EscalationRung;
import dev.hindsight.folds.digest.DigestStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody is told by mail.
 *
 * @param eventId the event that they are told of
 * @param rung null unless they are told because others were told in vain
 * @param days how many days before or after the day that it is about; null where it is about none
 * @param decidedAt when it was decided that they are told
 * @param tellFrom from when on their team may be told something
 * @param day by their team's calendar
 * @param digestId the message that tells it; null until one is composed
 * @param position of the event in the log
 */
public record Notice(
        UUID eventId,
        UUID actionItemId,
        String reference,
        String title,
        NoticeKind kind,
        @Nullable EscalationRung rung,
        @Nullable Integer days,
        @Nullable LocalDate about,
        String team,
        Instant decidedAt,
        Instant tellFrom,
        LocalDate day,
        @Nullable UUID digestId,
        DigestStatus state,
        long position) {}
