namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>What a release writes down for each recipient: a copy, or that nothing went and why.</summary>
internal static class RecipientRecords
{
    /// <summary>The copy of a recipient, by the route of their line.</summary>
    public static CirculationCopy CopyFor(
        Guid? minutesId,
        Guid? sheetId,
        RecipientLine line,
        string byName,
        DateTime at
    ) =>
        new()
        {
            MinutesId = minutesId,
            SheetId = sheetId,
            UserId = line.UserId!.Value,
            RecipientName = line.Name,
            OrganisationName = line.OrganisationName,
            Address = line.Address,
            Route = line.Verdict.Route,
            Because = line.Verdict.Reason,
            Mark = line.Mark,
            Status =
                line.Verdict.Route == CirculationRoute.ReadInProduct
                    ? CopyStatus.ToRead
                    : CopyStatus.Waiting,
            StatusAt = at,
            NextAttemptAt = at,
            ReleasedAt = at,
            ReleasedByName = byName,
        };

    /// <summary>That nothing went to a recipient, and why.</summary>
    public static NotCirculated NothingFor(
        Guid? minutesId,
        Guid? sheetId,
        RecipientLine line,
        string why,
        string byName,
        DateTime at
    ) =>
        new()
        {
            MinutesId = minutesId,
            SheetId = sheetId,
            UserId = line.UserId,
            Name = line.Name,
            OrganisationName = line.OrganisationName,
            Because = why,
            At = at,
            ByName = byName,
        };
}
