using Moothall.Features.CommunitySafetyHub.Actions;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>That a protected value is held; never the value.</summary>
/// <param name="Id">The value's row.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Kind">Address or telephone.</param>
/// <param name="MayShow">Whether the viewer is named as one who may see it.</param>
/// <param name="MayName">Whether the viewer may open its page to name readers.</param>
/// <param name="Readers">Names of those who may see it, for whoever runs the hub to ask; empty for others.</param>
public sealed record HeldValue(
    Guid Id,
    Guid PersonId,
    ProtectedKind Kind,
    bool MayShow,
    bool MayName,
    IReadOnlyList<string> Readers
);

/// <summary>Another visible case in which the team holds that the same person is.</summary>
public sealed record LinkedCase(
    Guid LinkId,
    Guid PersonId,
    string Reference,
    string Title,
    string Why
);

/// <summary>The meeting that has the case next.</summary>
public sealed record NextMeeting(Guid Id, DateTime StartsAt, bool IsPublished);

/// <summary>A case as one viewer may see it. Where it is shut, people hold names, births and unprotected addresses, and nothing else is filled (settled 9).</summary>
public sealed record CaseView
{
    public required HubCase Case { get; init; }
    public required bool IsOpen { get; init; }
    public required bool Manages { get; init; }
    public required bool IsTeam { get; init; }
    public required IReadOnlyList<HeldValue> Held { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>Whether it was accepted as urgent and is not closed.</summary>
    public bool IsUrgent { get; init; }
    public NextMeeting? Next { get; init; }
    public string Sentence { get; init; } = "";
    public IReadOnlyList<LinkedCase> Linked { get; init; } = [];
    public IReadOnlyList<HubAction> OpenActions { get; init; } = [];
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>A person's age as far as it is known, in words.</summary>
    public string Born(CasePerson person) =>
        person switch
        {
            { DateOfBirth: { } date } =>
                $"{Platform.Time.UkTime.Date(date)} (aged {PersonRules.AgeOn(date, Today)})",
            { EstimatedAge: { } age } => $"About {age}, estimated",
            { AgeNotKnownBecause.Length: > 0 } => $"Not known: {person.AgeNotKnownBecause}",
            _ => "Not given",
        };
}
