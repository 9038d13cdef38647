using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Circulates released minutes by the route that each recipient had on that day (S1-7.2h, S1-7.2i).</summary>
internal sealed class DemonstrationCirculation(DemonstrationStage stage, CancellationToken cancel)
{
    /// <summary>Makes the copies of one set of minutes.</summary>
    /// <param name="minutes">Released minutes.</param>
    /// <param name="latest">The last that went out: whoever cannot sign in waits for a locked file; before that they came in to read.</param>
    public async Task CirculateAsync(Minutes minutes, bool latest)
    {
        var at = stage.Passed(minutes.ReleasedAt!.Value.AddMinutes(6));
        var lines = await new Recipients(stage.Db, new StandingClock(at)).ForAsync(
            minutes,
            cancel: cancel
        );
        var by = stage.Coordinator.User.Name;
        foreach (var line in lines)
        {
            var file = line.Verdict.Route != CirculationRoute.ReadInProduct;
            if (!line.Gets || (file && !latest))
            {
                var why = line.Gets
                    ? $"Left out by {stage.Coordinator.User.Name}: came to the office and read them there"
                    : line.Verdict.Reason;
                stage.Db.Add(RecipientRecords.NothingFor(minutes.Id, null, line, why, by, at));
                continue;
            }

            stage.Db.Add(RecipientRecords.CopyFor(minutes.Id, null, line, by, at));
        }

        await stage.Db.SaveChangesAsync(cancel);
    }

    /// <summary>Gives this month's password by telephone to whoever waits for a locked file.</summary>
    public PasswordGiving Give(FilePassword password)
    {
        var officer = stage.Of("next-step");
        return new()
        {
            PasswordId = password.Id,
            ToUserId = officer.User.Id,
            ToName = officer.User.Name,
            Manner = GivingManner.Telephone,
            GivenByName = stage.Coordinator.User.Name,
            GivenAt = stage.Recently(2900),
            KnownBy = "Called back on the number we hold",
        };
    }

    // The list of recipients is asked as it was on the day of the release.
    private sealed class StandingClock(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }
}
