using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Concerns;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Presets;

/// <summary>
/// Six past weeks that hang together and this week half done, lived through by the product's own rules one after another
/// (settled 26). The same number gives the same weeks.
/// </summary>
public sealed class Demonstration(MoothallDb db, ProtectedSeal seal, ReadNotes reads)
{
    /// <summary>Writes the weeks of a demonstration whose partnership has just been written.</summary>
    /// <returns>What is left to do once all of it is committed: giving the month's password, which is made by itself.</returns>
    internal async Task<Func<FilePassword, PasswordGiving>> WriteAsync(
        Preset preset,
        WrittenPreset written,
        int seed,
        DateTime now,
        CancellationToken cancel = default
    )
    {
        var stage = new DemonstrationStage(db, preset, written, seed, now);
        DemonstrationProtocols.Write(stage, UkTime.DateOf(now));
        var agendas = new DemonstrationAgendas(stage, reads, cancel);
        var referrals = new DemonstrationReferrals(stage, seal, cancel);
        var triage = new DemonstrationTriage(stage, referrals.All, cancel);
        var meetings = new DemonstrationMeetings(stage, reads, cancel);
        var papers = new DemonstrationMinutes(stage, cancel);
        var circulation = new DemonstrationCirculation(stage, cancel);
        var plan = DemonstrationPlan.Of(stage);
        var planned = agendas.Plan();
        await db.SaveChangesAsync(cancel);
        for (var week = 0; week < DemonstrationWeeks.Count; week++)
        {
            var (meeting, next) = (planned[week], planned[week + 1]);
            await referrals.SendAsync(meeting.StartsAt, plan[week]);
            meetings.Report(referrals.All, meeting.StartsAt, week);
            await triage.TriageAsync(meeting.StartsAt);
            await agendas.PublishAsync(
                meeting,
                DemonstrationWeeks.Day(meeting.StartsAt, -1, 15, 10)
            );
            agendas.Research(meeting, referrals.All);
            await db.SaveChangesAsync(cancel);
            await meetings.HoldAsync(meeting, referrals.All, week, next.StartsAt);
            var last = week == DemonstrationWeeks.Count - 1;
            var minutes = await papers.WriteAsync(meeting, release: !last);
            if (!last)
            {
                var latest = week == DemonstrationWeeks.Count - 2;
                await circulation.CirculateAsync(minutes, latest);
                papers.Acknowledge(minutes, meeting.StartsAt, latest);
            }
        }

        await DemonstrationPartnershipPlan.WriteAsync(db, UkTime.DateOf(now), cancel);
        await db.SaveChangesAsync(cancel);
        await new DemonstrationInitiatives(stage, UkTime.DateOf(now)).WriteAsync(cancel);
        await new DemonstrationOccasions(stage, UkTime.DateOf(now)).WriteAsync(cancel);
        await DemonstrationBoard.WriteAsync(stage, UkTime.DateOf(now), cancel);
        new DemonstrationScrutiny(stage, UkTime.DateOf(now)).Write();
        await db.SaveChangesAsync(cancel);
        await new DemonstrationReports(stage, now).WriteAsync(cancel);
        meetings.ReportEarly(referrals.All);
        await ThisWeekAsync(stage, agendas, referrals, planned[DemonstrationWeeks.Count], plan[^1]);
        await db.SaveChangesAsync(cancel);
        return circulation.Give;
    }

    // Half done: some referrals wait, the agenda is a draft, a speaker is invited, a concern waits for its answer.
    private static async Task ThisWeekAsync(
        DemonstrationStage stage,
        DemonstrationAgendas agendas,
        DemonstrationReferrals referrals,
        HubMeeting next,
        IReadOnlyList<(PresetStory Story, Fate Fate)> waiting
    )
    {
        await referrals.SendAsync(next.StartsAt, waiting);
        var speaker = stage.Of("guest");
        var theme = stage.Activity.Themes[0];
        next.Minutes += theme.Minutes;
        var entry = new AttendanceEntry
        {
            MeetingId = next.Id,
            UserId = speaker.User.Id,
            Name = speaker.User.Name,
            OrganisationName = speaker.Person.Organisation,
            Kind = AttendeeKind.GuestSpeaker,
            InvitedByName = stage.Chair.User.Name,
            InvitedWhy = theme.Title,
        };
        stage.Db.Add(entry);
        await stage.Db.SaveChangesAsync();
        await agendas.DraftAsync(next);
        var item = next.Items.First(one =>
            one.Kind == CommunitySafetyHub.Agendas.AgendaItemKind.GuestSpeaker
        );
        stage.Db.Add(new InviteeItem { EntryId = entry.Id, ItemId = item.Id });
        var answered = new Concern
        {
            MembershipId = stage.Written.Members[13].Id,
            RaisedById = stage.Chair.User.Id,
            RaisedByName = stage.Chair.User.Name,
            RaisedAt = DemonstrationWeeks.Day(stage.Weeks.Past[3], 1, 10, 20),
            Text =
                "The attendance service's protocol runs out this month and nobody has answered the letter.",
        };
        DemonstrationReferrals.Must(
            answered.Reply(
                "Spoke to the trust's director. A new copy is being signed; until then its content stays shut.",
                DemonstrationWeeks.Day(stage.Weeks.Past[4], 1, 15, 5),
                stage.Manager.User.Name
            )
        );
        stage.Db.Add(answered);
        stage.Db.Add(
            new Concern
            {
                MembershipId = stage.Written.Members[16].Id,
                RaisedById = stage.Chair.User.Id,
                RaisedByName = stage.Chair.User.Name,
                RaisedAt = stage.Recently(1600),
                Text =
                    "Next Step has nobody who can sign in, so everything goes by telephone. Could you speak to their manager?",
            }
        );
    }
}
