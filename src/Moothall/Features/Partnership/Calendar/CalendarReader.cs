using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Plan.Initiatives;
using Moothall.Features.Scrutiny;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>
/// Puts the calendar together for one person: entries, initiatives that are to be on it, the meetings of the hub, of bodies and of
/// scrutiny that this person may see, and what the law asks by when.
/// </summary>
public static class CalendarReader
{
    /// <summary>Everything of which a part lies between two days, in order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="viewer">The same person as the hub sees them.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="cancel">Cancels it.</param>
    public static async Task<List<CalendarLine>> ReadAsync(
        MoothallDb db,
        CurrentUser user,
        HubViewer viewer,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        List<CalendarLine> lines =
        [
            .. await OccasionsAsync(db, from, until, cancel),
            .. await LawAsync(db, from, until, cancel),
        ];
        if (user.May(Permission.SeeInitiatives))
        {
            lines.AddRange(await InitiativesAsync(db, from, until, cancel));
        }

        if (user.May(Permission.SeeAgenda))
        {
            lines.AddRange(await MeetingsAsync(db, viewer, from, until, cancel));
        }

        if (user.May(Permission.SeeBodies))
        {
            lines.AddRange(await BodiesAsync(db, from, until, cancel));
        }

        if (user.May(Permission.SeeScrutiny))
        {
            lines.AddRange(await ReviewsAsync(db, from, until, cancel));
        }

        return
        [
            .. lines
                .OrderBy(line => line.First)
                .ThenBy(line => line.Starts)
                .ThenBy(line => line.Title, StringComparer.CurrentCulture)
                .ThenBy(line => line.Key, StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<CalendarLine>> OccasionsAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var found = await db.Set<CalendarOccasion>()
            .AsNoTracking()
            .Where(one =>
                one.Details.First <= until
                && (
                    one.Details.Last >= from
                    || (one.Details.Last == null && one.Details.First >= from)
                )
            )
            .ToListAsync(cancel);
        return found.Select(one => new CalendarLine(
            one.Id.ToString("n"),
            one.Details.Title,
            one.Details.Type!.Value,
            one.Details.Audience!.Value,
            one.Details.First!.Value,
            one.Details.LastDay()
        )
        {
            Starts = one.Details.Starts,
            Ends = one.Details.Ends,
            Place = one.Details.Places,
            Path = $"/Calendar/{one.Id}",
            Version = one.Version,
        });
    }

    private static async Task<IEnumerable<CalendarLine>> InitiativesAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var found = await db.Set<Initiative>()
            .AsNoTracking()
            .Where(one =>
                one.Status != InitiativeStatus.CalledOff
                && one.Details.OnCalendar != OnCalendar.No
                && one.Details.From <= until
                && (
                    one.Details.Until >= from
                    || (one.Details.Until == null && one.Details.From >= from)
                )
            )
            .ToListAsync(cancel);
        return found.Select(one => new CalendarLine(
            one.Id.ToString("n"),
            one.Status == InitiativeStatus.Proposed
                ? $"{one.Details.Title} (proposed)"
                : one.Details.Title,
            TypeOf(one.Details.Kind),
            one.Details.OnCalendar == OnCalendar.Public
                ? CalendarAudience.Public
                : CalendarAudience.Partners,
            one.Details.From!.Value,
            one.Details.Until ?? one.Details.From.Value
        )
        {
            Place = one.Details.Where.ReplaceLineEndings(", "),
            Path = $"/Initiatives/{one.Id}",
            Version = one.Version,
        });
    }

    /// <summary>How the calendar calls a kind of initiative.</summary>
    public static OccasionType TypeOf(InitiativeKind? kind) =>
        kind switch
        {
            InitiativeKind.Campaign => OccasionType.Campaign,
            InitiativeKind.AwarenessWeek => OccasionType.AwarenessWeek,
            InitiativeKind.Event or InitiativeKind.Training or InitiativeKind.Survey =>
                OccasionType.Event,
            _ => OccasionType.Programme,
        };

    // Only that there is one, and when: its agenda has a page and a rule of its own.
    private static async Task<IEnumerable<CalendarLine>> MeetingsAsync(
        MoothallDb db,
        HubViewer viewer,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var (begin, end) = (
            UkTime.ToUtc(from, TimeOnly.MinValue),
            UkTime.ToUtc(until.AddDays(1), TimeOnly.MinValue)
        );
        var found = await db.Set<HubMeeting>()
            .AsNoTracking()
            .VisibleTo(viewer, db)
            .Where(one =>
                one.StartsAt >= begin && one.StartsAt < end && one.Status != MeetingStatus.Cancelled
            )
            .Join(
                db.Set<GovernanceBody>(),
                one => one.BodyId,
                body => body.Id,
                (one, body) =>
                    new
                    {
                        one.Id,
                        one.StartsAt,
                        one.Minutes,
                        one.Version,
                        body.Name,
                    }
            )
            .ToListAsync(cancel);
        return found.Select(one =>
        {
            var starts = UkTime.ToLocal(one.StartsAt);
            var day = DateOnly.FromDateTime(starts);
            return new CalendarLine(
                one.Id.ToString("n"),
                one.Name,
                OccasionType.Meeting,
                CalendarAudience.Partners,
                day,
                day
            )
            {
                Starts = TimeOnly.FromDateTime(starts),
                Ends = TimeOnly.FromDateTime(UkTime.ToLocal(one.StartsAt.AddMinutes(one.Minutes))),
                Path = $"/Meetings/{one.Id}/Agenda",
                Version = one.Version,
                IsOneOfMany = true,
            };
        });
    }

    // How to join online stays on the meeting's own page.
    private static async Task<IEnumerable<CalendarLine>> BodiesAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var found = await db.Set<BodyMeeting>()
            .AsNoTracking()
            .Where(one => one.Details.Date >= from && one.Details.Date <= until)
            .Join(
                db.Set<GovernanceBody>(),
                one => one.BodyId,
                body => body.Id,
                (one, body) => new { Meeting = one, body.Name }
            )
            .ToListAsync(cancel);
        return found.Select(one => new CalendarLine(
            one.Meeting.Id.ToString("n"),
            one.Name,
            OccasionType.Meeting,
            CalendarAudience.Partners,
            one.Meeting.Details.Date!.Value,
            one.Meeting.Details.Date.Value
        )
        {
            Starts = one.Meeting.Details.Start,
            Place = one.Meeting.Details.Place,
            Path = $"/Bodies/Meetings/{one.Meeting.Id}",
            Version = one.Meeting.Version,
        });
    }

    private static async Task<IEnumerable<CalendarLine>> ReviewsAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    ) =>
        (await ScrutinyReads.ReviewsAsync(db, from, until, cancel)).Select(one => new CalendarLine(
            one.Id.ToString("n"),
            one.IsAnnual ? $"{one.Committee}: annual review" : one.Committee,
            OccasionType.Meeting,
            CalendarAudience.Partners,
            one.On,
            one.On
        )
        {
            Path = $"/Scrutiny/Reviews/{one.Id}",
        });

    private static async Task<IEnumerable<CalendarLine>> LawAsync(
        MoothallDb db,
        DateOnly from,
        DateOnly until,
        CancellationToken cancel
    )
    {
        var keys = StatutoryDates.Keys;
        var parameters = await db.Set<LegalParameter>()
            .AsNoTracking()
            .Where(one => keys.Contains(one.Key))
            .ToListAsync(cancel);
        var (first, last) = (PlanYear.Of(from).Begins, PlanYear.Of(until).Begins);
        var again = await ScrutinyReads.LookByAsync(db, cancel);
        return Enumerable
            .Range(first, last - first + 1)
            .SelectMany(year => StatutoryDates.Of(new(year), parameters, again))
            .Where(line => line.Touches(from, until));
    }
}
