using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Writes the minutes of past meetings, has two people sign them, and lets some members read (S1-3.4, S1-7.2j, S1-5.2).</summary>
internal sealed class DemonstrationMinutes(DemonstrationStage stage, CancellationToken cancel)
{
    private const int Read = 78;

    /// <summary>Drafts the minutes and signs them once, or twice where they are to go out.</summary>
    public async Task<Minutes> WriteAsync(HubMeeting meeting, bool release)
    {
        var minutes = await MinutesGeneration.GenerateAsync(
            stage.Db,
            meeting.Id,
            meeting.EndedAt!.Value,
            cancel
        );
        await AcceptAsync(minutes);
        Sign(
            minutes,
            stage.SecondCoordinator,
            stage.Passed(DemonstrationWeeks.Day(meeting.StartsAt, 1, 11, 20))
        );
        if (release)
        {
            Sign(
                minutes,
                stage.Manager,
                stage.Passed(DemonstrationWeeks.Day(meeting.StartsAt, 2, 9, 45))
            );
        }

        await stage.Db.SaveChangesAsync(cancel);
        return minutes;
    }

    /// <summary>Members acknowledge that they read them.</summary>
    public void Acknowledge(Minutes minutes, DateTime meeting, bool latest)
    {
        var readers = stage
            .ByMembership.Select(group => group.First())
            .Where(officer => officer.Person.HasAccount)
            .Where(_ => stage.Choices.Chance(latest ? Read / 2 : Read));
        stage.Db.AddRange(
            readers.Select(officer => new MinutesReading
            {
                MinutesId = minutes.Id,
                UserId = officer.User.Id,
                Name = officer.User.Name,
                AcknowledgedAt = stage.Passed(
                    DemonstrationWeeks
                        .Day(meeting, stage.Choices.Between(2, 6), 10)
                        .AddMinutes(stage.Choices.Next(400))
                ),
            })
        );
    }

    // A surname that is also a word of the text ("Green") is kept with the reason, as the team would (settled 12).
    private async Task AcceptAsync(Minutes minutes)
    {
        var found = await MinutesNames.UnresolvedAsync(stage.Db, minutes, cancel);
        stage.Db.AddRange(
            found
                .Select(one => one.Occurrence.Words)
                .Distinct(StringComparer.Ordinal)
                .Select(words => new NameAccepted
                {
                    MinutesId = minutes.Id,
                    Word = words,
                    Why = "Not the name of a person here",
                    ByName = stage.SecondCoordinator.User.Name,
                })
        );
        await stage.Db.SaveChangesAsync(cancel);
    }

    private static void Sign(Minutes minutes, Officer officer, DateTime at)
    {
        var verdict = minutes.Sign(
            new()
            {
                PersonId = officer.User.Id,
                InCommunitySafetyTeam = true,
                DraftedAtUtc = minutes.CreatedAt,
                Status = minutes.Status,
                CurrentHash = minutes.CurrentHash,
                ShownHash = minutes.CurrentHash,
                Signatures = minutes.Signatures,
                UnresolvedNames = 0,
            },
            officer.User.Name,
            at
        );
        DemonstrationReferrals.Must(verdict.Allowed ? null : verdict.Reason);
    }
}
